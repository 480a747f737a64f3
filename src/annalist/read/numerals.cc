#include "annalist/read/numerals.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace annalist {
namespace {

struct NumberWord {
  std::string_view word;
  int64_t value;
};

constexpr NumberWord kSmall[] = {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
                                 {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
                                 {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
                                 {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}};
constexpr NumberWord kTens[] = {{"twenty", 20}, {"thirty", 30},  {"forty", 40},  {"fifty", 50},
                                {"sixty", 60},  {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
constexpr NumberWord kMagnitudes[] = {{"dozen", 12},
                                      {"score", 20},
                                      {"hundred", 100},
                                      {"thousand", 1000},
                                      {"lakh", 100'000},
                                      {"million", 1'000'000},
                                      {"crore", 10'000'000},
                                      {"billion", 1'000'000'000},
                                      {"trillion", 1'000'000'000'000}};
constexpr NumberWord kLetters[] = {
    {"k", 1000},          {"m", 1'000'000},      {"mn", 1'000'000},      {"mln", 1'000'000},        {"mil", 1'000'000},
    {"b", 1'000'000'000}, {"bn", 1'000'000'000}, {"bln", 1'000'000'000}, {"tn", 1'000'000'000'000}, {"trn", 1'000'000'000'000}};
constexpr NumberWord kOrdinals[] = {{"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
                                    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
                                    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
                                    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
                                    {"thirtieth", 30}};

template <size_t N>
std::optional<int64_t> find(const NumberWord (&table)[N], std::string_view word) {
  const auto* hit = std::find_if(std::begin(table), std::end(table), [&](const NumberWord& row) { return row.word == word; });
  if (hit == std::end(table)) return std::nullopt;
  return hit->value;
}

bool is_word(const std::vector<Atom>& atoms, size_t at, std::string_view lower) { return at < atoms.size() && atoms[at].lower == lower; }

// "seven", "twenty", "twenty-seven", "twenty seven": a spelled number below 100.
std::optional<Numeral> below_hundred(const std::vector<Atom>& atoms, size_t at) {
  if (at >= atoms.size()) return std::nullopt;
  if (const auto small = find(kSmall, atoms[at].lower)) return Numeral{Decimal(*small), at + 1, true, false};
  const auto tens = find(kTens, atoms[at].lower);
  if (!tens) return std::nullopt;
  size_t next = at + 1;
  if (is_word(atoms, next, "-")) ++next;
  if (next < atoms.size()) {
    const auto unit = find(kSmall, atoms[next].lower);
    if (unit && *unit > 0 && *unit < 10) return Numeral{Decimal(*tens + *unit), next + 1, true, false};
  }
  return Numeral{Decimal(*tens), at + 1, true, false};
}

std::optional<Numeral> digits(const std::vector<Atom>& atoms, size_t at) {
  if (at >= atoms.size() || atoms[at].kind != AtomKind::kNumber) return std::nullopt;
  const auto value = Decimal::parse(atoms[at].lower);
  if (!value) return std::nullopt;
  return Numeral{*value, at + 1, false, false};
}

// "half a million", "a half million", "a hundred", "a dozen": a start that is a number only by the magnitude
// after it.
std::optional<Numeral> article_start(const std::vector<Atom>& atoms, size_t at) {
  size_t next = at;
  Decimal value(1);
  const bool article = is_word(atoms, next, "a") || is_word(atoms, next, "an");
  if (article) ++next;
  if (is_word(atoms, next, "half") || is_word(atoms, next, "quarter")) {
    value = *Decimal::parse(atoms[next].lower == "half" ? "0.5" : "0.25");
    ++next;
    if (is_word(atoms, next, "of")) ++next;
    if (!article && (is_word(atoms, next, "a") || is_word(atoms, next, "an"))) ++next;
  } else if (!article) {
    return std::nullopt;
  }
  if (next >= atoms.size() || !find(kMagnitudes, atoms[next].lower)) return std::nullopt;
  return Numeral{value, next, true, false};
}

// A magnitude at `at` (after a hyphen as in "100-million"), and the atom after it.
std::optional<std::pair<int64_t, size_t>> magnitude_at(const std::vector<Atom>& atoms, size_t at, bool letters, bool after_digits) {
  size_t next = at;
  if (is_word(atoms, next, "-")) ++next;
  if (next >= atoms.size()) return std::nullopt;
  if (const auto value = find(kMagnitudes, atoms[next].lower)) return std::pair{*value, next + 1};
  if (letters && after_digits && next == at && !atoms[at].space_before) {
    if (const auto value = find(kLetters, atoms[at].lower)) return std::pair{*value, at + 1};
  }
  return std::nullopt;
}

// After "two million": ", "/"and" and a smaller spelled group. Returns the atom where that group begins.
size_t skip_and(const std::vector<Atom>& atoms, size_t at) {
  if (is_word(atoms, at, ",")) ++at;
  if (is_word(atoms, at, "and")) ++at;
  return at;
}

}  // namespace

std::optional<Decimal> magnitude_of(std::string_view lower) {
  if (auto value = find(kMagnitudes, lower)) return Decimal(*value);
  if (lower.ends_with('s')) {
    if (auto value = find(kMagnitudes, lower.substr(0, lower.size() - 1))) return Decimal(*value);
  }
  return std::nullopt;
}

std::optional<Numeral> read_numeral(const std::vector<Atom>& atoms, size_t at, bool letters) {
  auto part = digits(atoms, at);
  if (!part) part = below_hundred(atoms, at);
  if (!part) part = article_start(atoms, at);
  if (!part) return std::nullopt;

  const bool in_digits = !part->spelled;
  Numeral result{Decimal(0), part->end, part->spelled, false};
  Decimal group = part->value;  // the part below the next thousand, million, ...
  int64_t last = INT64_MAX;     // magnitudes added to the total fall: million, then thousand
  size_t next = part->end;
  while (const auto magnitude = magnitude_at(atoms, next, letters, in_digits)) {
    const auto scaled = group.times(Decimal(magnitude->first));
    if (!scaled) return std::nullopt;
    group = *scaled;
    result.scaled = true;
    next = magnitude->second;
    result.end = next;
    if (in_digits && magnitude->first != 100) continue;  // "1.5 million", "20 thousand million"
    // "two hundred and fifty", "two hundred thousand", "three million two hundred thousand"
    const size_t smaller = skip_and(atoms, next);
    const auto more = below_hundred(atoms, smaller);
    if (!more || !(more->value < Decimal(magnitude->first))) continue;
    if (smaller > next && more->end < atoms.size() && is_word(atoms, smaller - 1, ",")) continue;
    if (magnitude->first >= 1000) {
      if (magnitude->first >= last) break;
      last = magnitude->first;
      const auto total = result.value.plus(group);
      if (!total) return std::nullopt;
      result.value = *total;
      group = more->value;
    } else {
      group = *group.plus(more->value);
    }
    next = more->end;
    result.end = next;
  }
  const auto total = result.value.plus(group);
  if (!total) return std::nullopt;
  result.value = *total;
  return result;
}

std::optional<Numeral> read_ordinal(const std::vector<Atom>& atoms, size_t at) {
  if (at >= atoms.size()) return std::nullopt;
  const std::string& lower = atoms[at].lower;
  if (atoms[at].kind == AtomKind::kNumber) {
    const bool whole = lower.find_first_of(",.") == std::string::npos && lower.size() <= 4;
    if (!whole || at + 1 >= atoms.size() || atoms[at + 1].space_before) return std::nullopt;
    static constexpr std::array<std::string_view, 4> kEndings = {"st", "nd", "rd", "th"};
    if (std::find(kEndings.begin(), kEndings.end(), atoms[at + 1].lower) == kEndings.end()) return std::nullopt;
    return Numeral{*Decimal::parse(lower), at + 2, false, false};
  }
  if (const auto value = find(kOrdinals, lower)) return Numeral{Decimal(*value), at + 1, true, false};
  const auto tens = find(kTens, lower);
  if (!tens) return std::nullopt;
  size_t next = at + 1;
  if (is_word(atoms, next, "-")) ++next;
  if (next >= atoms.size()) return std::nullopt;
  const auto unit = find(kOrdinals, atoms[next].lower);
  if (!unit || *unit > 9) return std::nullopt;
  return Numeral{Decimal(*tens + *unit), next + 1, true, false};
}

}  // namespace annalist
