// Datelines: "MINGORA, Pakistan (Reuters) - ", the place (and agency) before a news article's first words. They are no part of the sentence
// that follows; read as part of it they become its subject.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "annalist/read/tokenizer.h"

namespace annalist {

// How many tokens at the start of a block are its dateline, the dash included; 0 when it has none. A dateline begins with a word in
// capitals, or names its agency in brackets; at most 16 tokens up to a free-standing dash, and a sentence follows.
size_t dateline_length(std::string_view text, const std::vector<SurfaceToken>& tokens);

}  // namespace annalist
