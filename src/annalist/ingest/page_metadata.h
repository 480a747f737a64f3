// What an HTML page says of its article, and where it says it, in this order of trust: JSON-LD (schema.org
// NewsArticle and kin), Open Graph and other <meta> elements, microdata, <time> elements, byline text,
// headings and <title>.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/ingest/document.h"
#include "annalist/ingest/html_units.h"

namespace annalist {

struct PageMetadata {
  Metadatum title;
  std::vector<Metadatum> authors;
  Metadatum outlet;
  std::optional<Date> published;
  std::string published_how;
  std::string url;
  std::string section;       // "Opinion", "World"; with the schema.org type, for the genre
  std::string article_body;  // JSON-LD's, plain text
  std::string language;      // <html lang>, lower case
};

// `json_ld` holds the contents of the page's JSON-LD scripts (html_strip.h).
PageMetadata read_page_metadata(const HtmlPage& page, const PageText& text, const std::vector<std::string>& json_ld);

}  // namespace annalist
