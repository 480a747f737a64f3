// The code points of a stretch of text with the classes by which the tokenizer works. One pass, linear.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "annalist/base/span.h"

namespace annalist {

enum class CharacterClass : uint8_t {
  kSpace,  // white space but line ends
  kLineEnd,
  kUpper,
  kLower,
  kLetter,  // letters without case, marks and numbers that are no decimal digits
  kDigit,
  kIdeograph,  // Han and kana, which are written without spaces: each a token
  kInvisible,  // controls, soft hyphens, joiners and direction marks: they belong to the token beside them
  kMark,       // punctuation and symbols
};

struct Character {
  char32_t value = 0;
  uint32_t begin = 0;  // byte of the whole text
  CharacterClass kind = CharacterClass::kMark;
};

inline bool is_blank(const Character& c) { return c.kind == CharacterClass::kSpace || c.kind == CharacterClass::kLineEnd; }
inline bool is_alpha(const Character& c) {
  return c.kind == CharacterClass::kUpper || c.kind == CharacterClass::kLower || c.kind == CharacterClass::kLetter;
}
inline bool is_word(const Character& c) { return is_alpha(c) || c.kind == CharacterClass::kDigit; }
inline bool is_apostrophe(const Character& c) { return c.value == '\'' || c.value == 0x2019 || c.value == '`'; }

CharacterClass classify(char32_t code_point);
// The characters of `words`, then one of class kLineEnd that stands at words.end. REQUIRES: words.end <= text.size()
std::vector<Character> characters_of(std::string_view text, ByteSpan words);

}  // namespace annalist
