// One XML element with its children as a flat list, by expat (XML 1.0, names with their prefixes as written): what feeds' items, office
// documents and the layout of a PDF's pages need.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct XmlElement {
  std::string name;  // as written, lower case: "content:encoded"
  size_t parent = 0;
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case
  MappedText text;                                              // the element's own character data; the map leads to the XML
  size_t begin = 0, end = 0;                                    // in the XML, of what stands between the tags

  std::string_view attribute(std::string_view name_of) const;
};

// The element and all below it, in document order; the first is the element itself. HTML's named entities are known; a bare & is taken for
// what it is. REQUIRES: valid UTF-8. Errors: kBadArticle without a place, also for more than `most` elements.
Result<std::vector<XmlElement>> read_xml(std::string_view xml, size_t most = 20000);

}  // namespace annalist
