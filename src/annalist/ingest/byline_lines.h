// Who wrote an HTML page's article and when, from what stands in the page's text: bylines and date lines below the headline, elements
// whose class names the writer or the day, lines below the text.
#pragma once

#include "annalist/ingest/html_page.h"
#include "annalist/ingest/html_units.h"
#include "annalist/ingest/page_metadata.h"

namespace annalist {

// `has_heading`: whether the page has an <h1>, after which bylines are sought.
void fill_from_lines(const HtmlPage& page, const PageText& text, bool has_heading, PageMetadata& to);

}  // namespace annalist
