// Elements near the headline that a page's classes mark as naming the author or the day ("author-name", "byline__by", "post-date"), where
// no metadata says it.
#pragma once

#include <cstdint>
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

}  // namespace annalist
