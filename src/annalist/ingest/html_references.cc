#include "annalist/ingest/html_references.h"

#include <algorithm>
#include <cstddef>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

constexpr size_t kLongestName = 32;  // "CounterClockwiseContourIntegral;"
constexpr size_t kLongestOpen = 6;   // of names that need no semicolon: "frac14"
constexpr size_t kAgreeing = 4;      // bytes after it that tell where a reference ended

bool is_hex_mark(std::string_view source, size_t at) { return at < source.size() && (source[at] == 'x' || source[at] == 'X'); }

// One past the digits from `at` on.
size_t end_of_digits(std::string_view source, size_t at, bool hex) {
  const auto is_digit = [&](char c) { return is_ascii_digit(c) || (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))); };
  while (at < source.size() && is_digit(source[at])) ++at;
  return at;
}

size_t with_semicolon(std::string_view source, size_t end) { return end < source.size() && source[end] == ';' ? end + 1 : end; }

// Whether the source goes on as the text does, up to the next thing in it that may be read as something else.
bool agrees(std::string_view source, std::string_view text) {
  size_t at = 0;
  const size_t most = std::min({source.size(), text.size(), kAgreeing});
  while (at < most && source[at] == text[at] && source[at] != '<' && source[at] != '&') ++at;
  return at > 0 && (at == most || source[at] == '<' || source[at] == '&' || source[at] == '\r' || source[at] == '\0');
}

size_t numeric_length(std::string_view source) {
  const bool hex = is_hex_mark(source, 2);
  const size_t begin = hex ? 3 : 2;
  const size_t end = end_of_digits(source, begin, hex);
  return end == begin ? 1 : with_semicolon(source, end);
}

}  // namespace

std::string limit_references(std::string html) {
  for (size_t at = html.find("&#"); at != std::string::npos; at = html.find("&#", at + 2)) {
    const bool hex = is_hex_mark(html, at + 2);
    size_t begin = at + (hex ? 3 : 2);
    while (begin < html.size() && html[begin] == '0') ++begin;
    const size_t end = end_of_digits(html, begin, hex);
    const std::string_view beyond = hex ? "110000" : "1114112";  // one more than the last character
    if (end - begin <= beyond.size()) continue;
    std::fill(html.begin() + static_cast<std::ptrdiff_t>(begin), html.begin() + static_cast<std::ptrdiff_t>(end), '0');
    html.replace(end - beyond.size(), beyond.size(), beyond);
  }
  return html;
}

size_t reference_length(std::string_view source, std::string_view text) {
  if (source.size() > 1 && source[1] == '#') return numeric_length(source);
  if (text[0] == '&') {
    const bool named = source.starts_with("&amp") || source.starts_with("&AMP");
    return named ? with_semicolon(source, 4) : 1;
  }
  size_t end = 1;
  while (end < source.size() && end <= kLongestName && (is_ascii_alpha(source[end]) || is_ascii_digit(source[end]))) ++end;
  const size_t whole = with_semicolon(source, end);
  const std::string_view rest = text.substr(decode_utf8(text, 0).bytes);
  if (agrees(source.substr(whole), rest)) return whole;
  for (size_t shorter = std::min(end - 1, kLongestOpen + 1); shorter >= 3; --shorter) {
    if (agrees(source.substr(shorter), rest)) return shorter;
  }
  return whole;
}

}  // namespace annalist
