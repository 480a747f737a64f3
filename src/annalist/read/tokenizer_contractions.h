// Where a contracted token parts into syntactic words, as UD English has it: do|n't, John|'s, can|not, gon|na, years|'.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace annalist {

// The byte offsets inside `form` where a new syntactic word begins; empty for a plain word.
std::vector<uint32_t> contraction_splits(std::string_view form);

}  // namespace annalist
