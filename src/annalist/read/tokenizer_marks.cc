#include "annalist/read/tokenizer_marks.h"

#include <array>
#include <string_view>

namespace annalist {
namespace {

using Characters = std::vector<Character>;

constexpr std::array kEmoticons = std::to_array<std::string_view>(
    {":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":-|", ":'(", "^_^", ":)", ":(", ";)", ":D", ":P", ":p", ":/", "=)", "=D", "<3"});

bool is_emoji(char32_t c) { return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || (c >= 0x2B00 && c <= 0x2BFF); }
bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }
bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

// One emoji with its skin tone, variation selector and joined parts; two flag letters are one flag.
size_t match_emoji(const Characters& cs, size_t from, size_t end) {
  size_t at = from + 1;
  if (is_flag_letter(cs[from].value)) return at < end && is_flag_letter(cs[at].value) ? at + 1 : at;
  while (at < end) {
    const char32_t c = cs[at].value;
    if (c == 0xFE0F || c == 0x20E3 || is_skin_tone(c)) {
      ++at;
    } else if (c == 0x200D && at + 1 < end && is_emoji(cs[at + 1].value)) {
      at += 2;
    } else {
      break;
    }
  }
  return at;
}

size_t run_of(const Characters& cs, size_t from, size_t end, std::u32string_view set) {
  size_t at = from;
  while (at < end && set.find(cs[at].value) != set.npos) ++at;
  return at;
}

}  // namespace

size_t match_emoticon(const Characters& cs, size_t from, size_t end) {
  for (const std::string_view face : kEmoticons) {
    if (end - from < face.size()) continue;
    size_t i = 0;
    while (i < face.size() && cs[from + i].value == static_cast<char32_t>(face[i])) ++i;
    if (i < face.size()) continue;
    const size_t stop = from + face.size();
    if (stop == end || cs[stop].value == '.' || cs[stop].value == ',' || cs[stop].value == '!') return stop;
  }
  return from;
}

size_t match_marks(const Characters& cs, size_t from, size_t end) {
  const char32_t c = cs[from].value;
  switch (c) {
    case '.':
    case 0x2026: return run_of(cs, from, end, U".…");
    case '!':
    case '?': return run_of(cs, from, end, U"!?");
    case '-': return run_of(cs, from, end, U"-");
    case '$': {  // "it cost $$$", but "$$5" is two signs of a sum
      const size_t stop = run_of(cs, from, end, U"$");
      return stop - from > 1 && stop < end && is_word(cs[stop]) ? from + 1 : stop;
    }
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019: {  // two of them stand for a double quote
      const size_t stop = run_of(cs, from, end, U"'`‘’");
      return stop - from == 2 ? stop : from + 1;
    }
    case '*':
    case '=':
    case '_':
    case '~':
    case '+':
    case '<':
    case '>':
    case '#':
    case '|':
    case 0x2014:
    case 0x2013: return run_of(cs, from, end, std::u32string_view(&c, 1));
    default: return is_emoji(c) ? match_emoji(cs, from, end) : from + 1;
  }
}

}  // namespace annalist
