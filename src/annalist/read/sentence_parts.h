// Sentences that are longer than the network's window: cut at clause marks into parts, which are parsed one
// by one and joined again.
#pragma once

#include <span>
#include <vector>

#include "annalist/read/reading.h"

namespace annalist {

// Parts of a sentence, in order, that need no more than `limit` pieces each. pieces[i] is what token i of the
// sentence needs (REQUIRES: pieces[i] <= limit). A part ends behind a semicolon, else a colon or dash, else a
// comma, if one stands in its latter half; else where it is full. A sentence that fits is one part.
std::vector<TokenRange> sentence_parts(const Reading& reading, TokenRange sentence, std::span<const int> pieces, int limit);

}  // namespace annalist
