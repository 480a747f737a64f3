// Elements near the headline that a page's classes mark as naming the author or the day ("author-name", "byline__by", "post-date"), where
// no metadata says it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annalist/ingest/html_page.h"
#include "annalist/ingest/html_units.h"

namespace annalist {

struct PageMarks {
  std::vector<uint32_t> authors;  // nodes, in document order; of nested ones the innermost
  std::vector<uint32_t> dates;
};
PageMarks find_page_marks(const HtmlPage& page, const PageText& text);

// Whether the node stands in a list of other articles, a footer, a side column or among comments.
bool is_aside(const HtmlPage& page, uint32_t node);

// The node's text, with a comma between its blocks: the names of a list of writers.
std::string text_in_parts(const HtmlPage& page, uint32_t node);

// What a node says of its date: an attribute with a date, else its text.
std::string said_date(const HtmlPage& page, uint32_t node);

// A unit's lines, where it has breaks; else the whole of it.
std::vector<std::string> lines_of(const HtmlPage& page, const PageUnit& unit);

// The name that an item of microdata has: its own content, or that of a property "name" in it, else a short text.
std::string item_name(const HtmlPage& page, uint32_t node);

}  // namespace annalist
