#include "annalist/read/tokenizer_characters.h"

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

bool is_ideograph(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE0FFF);
}

}  // namespace

CharacterClass classify(char32_t c) {
  if (c >= 'a' && c <= 'z') return CharacterClass::kLower;
  if (c >= 'A' && c <= 'Z') return CharacterClass::kUpper;
  if (c >= '0' && c <= '9') return CharacterClass::kDigit;
  if (c == ' ' || c == '\t') return CharacterClass::kSpace;
  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) return CharacterClass::kLineEnd;
  if (c > 0x20 && c < 0x7F) return CharacterClass::kMark;
  if (is_space(c)) return CharacterClass::kSpace;
  if (is_invisible(c)) return CharacterClass::kInvisible;
  if (is_ideograph(c)) return CharacterClass::kIdeograph;
  if (is_digit(c)) return CharacterClass::kDigit;
  if (is_upper(c)) return CharacterClass::kUpper;
  if (is_lower(c)) return CharacterClass::kLower;
  return is_punctuation(c) ? CharacterClass::kMark : CharacterClass::kLetter;
}

std::vector<Character> characters_of(std::string_view text, ByteSpan words) {
  std::vector<Character> out;
  out.reserve(words.size() + 1);
  for (uint32_t at = words.begin; at < words.end;) {
    const CodePoint point = decode_utf8(text, at);
    out.push_back({point.value, at, classify(point.value)});
    at += point.bytes;
  }
  out.push_back({'\n', words.end, CharacterClass::kLineEnd});
  return out;
}

}  // namespace annalist
