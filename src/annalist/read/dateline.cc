#include "annalist/read/dateline.h"

#include <algorithm>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr size_t kMostTokens = 16;

// What a token's letters say.
struct Shape {
  size_t letters = 0;
  size_t capitals = 0;
  bool title = false;  // begins with a capital
};

Shape shape_of(std::string_view token) {
  Shape shape;
  for (size_t at = 0; at < token.size();) {
    const CodePoint point = decode_utf8(token, at);
    if (is_letter(point.value)) {
      shape.title = shape.title || (shape.letters == 0 && is_upper(point.value));
      ++shape.letters;
      if (is_upper(point.value)) ++shape.capitals;
    }
    at += point.bytes;
  }
  return shape;
}

bool in_capitals(const Shape& shape) { return shape.letters > 1 && shape.letters == shape.capitals; }
bool is_dash(std::string_view token) { return token == "-" || token == "--" || token == "---" || token == "\u2013" || token == "\u2014"; }
bool is_mark(std::string_view token) {
  return token == "," || token == "." || token == "/" || token == "(" || token == ")" || token == ":" || token == "-";
}
bool is_number(std::string_view token) {
  return !token.empty() && std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether running text follows: a word in small letters among the next few tokens.
bool text_follows(std::string_view text, const std::vector<SurfaceToken>& tokens, size_t from) {
  const size_t end = std::min(tokens.size(), from + 6);
  for (size_t i = from; i < end; ++i) {
    const Shape shape = shape_of(words_of(text, tokens[i].words));
    if (shape.letters > 1 && shape.capitals == 0) return true;
  }
  return false;
}

}  // namespace

size_t dateline_length(std::string_view text, const std::vector<SurfaceToken>& tokens) {
  bool bracket = false;
  bool agency = false;
  const bool capitals = !tokens.empty() && in_capitals(shape_of(words_of(text, tokens[0].words)));
  for (size_t i = 0; i < std::min(tokens.size(), kMostTokens); ++i) {
    const std::string_view token = words_of(text, tokens[i].words);
    // A dash inside a name ("AL-QAIM") has no space around it; a double one is free-standing anywhere.
    const bool free = token.size() > 1 || (i > 0 && tokens[i - 1].after != Spacing::kNone && tokens[i].after != Spacing::kNone);
    if (i > 0 && is_dash(token) && free) return (capitals || agency) && text_follows(text, tokens, i + 1) ? i + 1 : 0;
    const Shape shape = shape_of(token);
    const bool fits = shape.letters > 0 ? shape.title : is_mark(token) || is_number(token);
    if (!fits || (i == 0 && shape.letters == 0)) return 0;
    if (token == "(") bracket = true;
    agency = agency || (bracket && token == ")");
  }
  return 0;
}

}  // namespace annalist
