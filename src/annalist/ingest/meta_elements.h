// A page's <meta> elements: Open Graph, Dublin Core, Parse.ly, Sailthru, Highwire's citation_*, Twitter cards, and what sites made up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/html_page.h"
#include "annalist/ingest/page_metadata.h"

namespace annalist {

class MetaElements {
 public:
  // `node` is a <meta> of the page, which outlives this.
  void add(const HtmlPage& page, uint32_t node);
  void fill(PageMetadata& to) const;

 private:
  struct Meta {
    std::string name;  // lower case
    std::string_view content;
  };

  std::string_view value_of(std::string_view name) const;  // the first that is not blank
  void fill_authors_from(std::string_view name, PageMetadata& to) const;
  void fill_from_parsely_page(PageMetadata& to) const;

  std::vector<Meta> metas_;
};

}  // namespace annalist
