// Whose article it is, where the page does not say it in so many words: from its address, or from a line around the body that is the
// name of an outlet that the knowledge has.
#pragma once

#include <string>
#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"

namespace annalist {

// `lines` stand outside the body, in order: mastheads, bylines, footers. The address counts before the lines, a whole line or a part
// between commas and bars before none. Empty when nothing is known.
Metadatum find_outlet(const std::string& url, const std::vector<std::string>& lines, const Knowledge& knowledge);

}  // namespace annalist
