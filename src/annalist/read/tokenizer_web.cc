#include "annalist/read/tokenizer_web.h"

#include <string>
#include <string_view>

#include "annalist/read/tokenizer_lexicon.h"

namespace annalist {
namespace {

using Characters = std::vector<Character>;

constexpr size_t kLongest = 2048;  // characters looked at, so that hostile input stays linear

char ascii(const Character& c) {
  if (c.value >= 'A' && c.value <= 'Z') return static_cast<char>(c.value - 'A' + 'a');
  return c.value < 0x80 ? static_cast<char>(c.value) : '\x7f';
}

bool starts(const Characters& cs, size_t from, size_t end, std::string_view with) {
  if (end - from < with.size()) return false;
  for (size_t i = 0; i < with.size(); ++i) {
    if (ascii(cs[from + i]) != with[i]) return false;
  }
  return true;
}

bool is_one_of(char32_t c, std::string_view set) { return c < 0x80 && set.find(static_cast<char>(c)) != set.npos; }

// Takes off what ends the sentence around the address, and a closing bracket that the address did not open.
size_t strip_end(const Characters& cs, size_t from, size_t end) {
  while (end > from) {
    const char32_t last = cs[end - 1].value;
    if (last == ')') {
      int open = 0;
      for (size_t i = from; i < end; ++i) open += cs[i].value == '(' ? 1 : cs[i].value == ')' ? -1 : 0;
      if (open >= 0) return end;
    } else if (!is_one_of(last, ".,;:!?'\"]}>*") && last != 0x2019 && last != 0x201D && last != 0x2026) {
      return end;
    }
    --end;
  }
  return from;
}

size_t address_end(const Characters& cs, size_t from, size_t end) {
  size_t at = from;
  while (at < end && !is_one_of(cs[at].value, "<>\"") && cs[at].value != 0x201C && cs[at].value != 0x201D) ++at;
  return strip_end(cs, from, at);
}

bool is_name_character(const Character& c) { return is_word(c) || c.value == '-' || c.value == '_'; }

struct Dotted {
  size_t end = 0;
  int parts = 0;
  std::string last;  // lower case, letters only, else empty
};
// name(.name)*, as in domains and files.
Dotted dotted(const Characters& cs, size_t from, size_t end) {
  Dotted out;
  size_t at = from;
  while (at < end && is_name_character(cs[at])) {
    std::string part;
    bool letters = true;
    for (; at < end && is_name_character(cs[at]); ++at) {
      letters = letters && (is_alpha(cs[at]) || (cs[at].kind == CharacterClass::kDigit && !part.empty()));
      if (part.size() < 8) part += ascii(cs[at]);
    }
    out.end = at;
    ++out.parts;
    out.last = letters && part.size() < 8 ? part : "";
    if (at + 1 >= end || cs[at].value != '.' || !is_name_character(cs[at + 1])) break;
    ++at;
  }
  return out;
}

size_t match_email(const Characters& cs, size_t from, size_t end) {
  size_t at = from;
  while (at < end && (is_name_character(cs[at]) || is_one_of(cs[at].value, ".+%"))) ++at;
  if (at == from || at + 1 >= end || cs[at].value != '@' || !is_word(cs[at + 1])) return from;
  const Dotted domain = dotted(cs, at + 1, end);
  return domain.end > at + 1 ? domain.end : from;
}

// A sentence that lost the space after its stop ("ended.The") looks like a domain but for the capital.
bool has_inner_capital(const Characters& cs, size_t from, size_t end) {
  for (size_t i = from + 1; i + 1 < end; ++i) {
    if (cs[i].value == '.' && cs[i + 1].kind == CharacterClass::kUpper && cs[i - 1].kind == CharacterClass::kLower) return true;
  }
  return false;
}

size_t match_domain(const Characters& cs, size_t from, size_t end) {
  const Dotted name = dotted(cs, from, end);
  if (name.parts < 2 || name.last.empty()) return from;
  if (is_file_ending(name.last) && !has_inner_capital(cs, from, name.end)) return name.end;
  if (!is_top_level_domain(name.last) || has_inner_capital(cs, from, name.end)) return from;
  const bool common = name.last == "com" || name.last == "org" || name.last == "net" || name.last == "gov" || name.last == "edu";
  const bool path = name.end < end && cs[name.end].value == '/';
  if (!common && !path && name.parts < 3) return from;  // "went.so", "pass.it"
  if (name.end - from < 5) return from;                 // "a.m.", "i.e."
  return path ? address_end(cs, from, end) : name.end;
}

}  // namespace

size_t match_web(const Characters& cs, size_t from, size_t end) {
  end = end - from > kLongest ? from + kLongest : end;
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www."}) {
    if (starts(cs, from, end, scheme)) {
      const size_t stop = address_end(cs, from, end);
      if (stop > from + scheme.size()) return stop;
    }
  }
  const char32_t first = cs[from].value;
  if ((first == '@' || first == '#') && from + 1 < end && (is_alpha(cs[from + 1]) || cs[from + 1].value == '_')) {
    size_t at = from + 1;
    while (at < end && (is_word(cs[at]) || cs[at].value == '_')) ++at;
    return at;
  }
  if (!is_word(cs[from])) return from;
  if (const size_t stop = match_email(cs, from, end); stop > from) return stop;
  return match_domain(cs, from, end);
}

}  // namespace annalist
