// Web addresses, e-mail addresses, handles, hashtags and file names, which are one token each.
#pragma once

#include <cstddef>
#include <vector>

#include "annalist/read/tokenizer_characters.h"

namespace annalist {

// The end of the address that begins at `from`, or `from` when none does. REQUIRES: from < end <= characters.size()
size_t match_web(const std::vector<Character>& characters, size_t from, size_t end);

}  // namespace annalist
