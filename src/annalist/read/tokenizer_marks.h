// Runs of punctuation and symbols that are one token: ellipses, "!!", dashes, rules of "====", doubled quotes, emoticons, emoji.
#pragma once

#include <cstddef>
#include <vector>

#include "annalist/read/tokenizer_characters.h"

namespace annalist {

// The end of the emoticon at `from` (":-)"), or `from`. One stands before a space, the chunk's end or punctuation.
size_t match_emoticon(const std::vector<Character>& characters, size_t from, size_t end);
// The end of the run of marks that begins at `from`; at least from + 1. REQUIRES: from < end, a character of class kMark at from
size_t match_marks(const std::vector<Character>& characters, size_t from, size_t end);

}  // namespace annalist
