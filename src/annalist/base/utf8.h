// UTF-8 by utf8proc: decoding, NFC, case and accent folding, and code-point offsets. Positions are bytes unless a name says
// code points. Follows the Unicode Standard (NFC: UAX #15).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annalist {

inline constexpr char32_t kReplacement = 0xFFFD;

// One decoded code point and the bytes it took; a broken byte gives {kReplacement, 1, false}.
struct CodePoint {
  char32_t value = 0;
  uint32_t bytes = 0;
  bool valid = true;
};

// REQUIRES: at < text.size()
CodePoint decode_utf8(std::string_view text, size_t at);
void append_utf8(std::string& out, char32_t code_point);

// The byte offset of the first broken sequence, or npos when all is valid UTF-8.
size_t find_invalid_utf8(std::string_view text);

// Whether NFC changes nothing (a quick test; text must be valid UTF-8).
bool is_nfc(std::string_view text);
// NFC form. REQUIRES: valid UTF-8.
std::string to_nfc(std::string_view text);

// Lower case (simple case mapping), code point by code point.
std::string to_lower(std::string_view text);
// Case folded and stripped of combining marks (NFKD, Mn removed): "Rouhání" -> "rouhani".
std::string fold(std::string_view text);

bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);        // Unicode Nd
bool is_space(char32_t code_point);        // White_Space: includes no-break spaces
bool is_punctuation(char32_t code_point);  // P* and S* categories

// Number of code points in valid UTF-8.
size_t count_code_points(std::string_view text);

// Byte offset -> code-point offset over one text, in one pass for sorted queries or by a table: offsets[i] = code points before
// byte i, for i in 0..size().
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::string_view text);
  // REQUIRES: byte <= text.size()
  uint32_t at(uint32_t byte) const { return before_[byte]; }

 private:
  std::vector<uint32_t> before_;
};

// ASCII white space at both ends taken off.
std::string_view trim(std::string_view text);

}  // namespace annalist
