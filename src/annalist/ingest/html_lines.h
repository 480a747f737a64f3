// An HTML text as lines: tags left out, a line end where an element or <br> begins a new line. Quick and rough (no tree is built): to look
// for lines of a known look, such as a forwarded message's head.
#pragma once

#include <string_view>

#include "annalist/ingest/mapped_text.h"

namespace annalist {

// The map leads to the bytes of `html`.
MappedText html_lines(std::string_view html);

}  // namespace annalist
