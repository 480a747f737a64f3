// A page without what no reader sees and what is most of its bytes: scripts, styles, comments, drawings. The
// tree builder reads every character, so they are cut out before it; JSON-LD scripts are kept apart.
#pragma once

#include <string>
#include <vector>

#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct StrippedPage {
  MappedText html;
  std::vector<std::string> json_ld;  // the scripts' contents, in order
};

// An element that is never closed is left as it is.
StrippedPage strip_page(const MappedText& page);

}  // namespace annalist
