// Contractions written without an apostrophe that are words of their own too, told by the word that follows: "its not" is "it s not",
// "its army" stays; "lets go", "your the best"; and "alot", which is two tokens. As UD EWT has them.
#pragma once

#include <string_view>
#include <vector>

#include "annalist/read/tokenizer.h"

namespace annalist {

// Parts such tokens in place. Takes all tokens of a block.
void part_slips(std::string_view text, std::vector<SurfaceToken>& tokens);

}  // namespace annalist
