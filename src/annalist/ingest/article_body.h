// The article's body in an HTML page: which of its units are the article and which the site's furniture. The
// element that holds the body is found by its markup (itemprop, usual class names, <article>, <main>) and by
// the paragraphs' text (after Arc90's Readability: text and commas, weighed by link density, given to the
// ancestors); then unit by unit, what is furniture by phrase, by class, by links or by position is left out.
// A page's own JSON-LD articleBody, when it has one, decides where it agrees with the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/html_units.h"

namespace annalist {

struct BodyHints {
  std::string_view title;         // a unit that repeats it is left out
  std::string_view article_body;  // from JSON-LD, or empty
};

// Indexes into page.units, in order. Empty when the page holds no article.
std::vector<size_t> find_body(const HtmlPage& page, const PageText& text, const BodyHints& hints);

}  // namespace annalist
