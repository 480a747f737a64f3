// Tokens of a stretch of text by rules, as UD English (EWT and GUM) wants them. Takes one block; gives its tokens in order, every
// character that is no white space in exactly one of them. Linear in the text's length.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annalist/base/span.h"

namespace annalist {

enum class Spacing : uint8_t { kNone, kSpace, kLineEnd };  // what stands after a token

struct SurfaceToken {
  ByteSpan words;
  std::vector<uint32_t> splits;  // bytes of the whole text where its further syntactic words begin; empty for a single word
  Spacing after = Spacing::kNone;
  friend bool operator==(const SurfaceToken&, const SurfaceToken&) = default;
};

// REQUIRES: block.end <= text.size()
std::vector<SurfaceToken> tokenize(std::string_view text, ByteSpan block);

}  // namespace annalist
