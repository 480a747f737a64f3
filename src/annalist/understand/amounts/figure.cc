#include "annalist/understand/amounts/figure.h"

#include <array>

#include "annalist/read/numerals.h"

namespace annalist {
namespace {

bool is(const std::vector<Atom>& atoms, size_t at, std::string_view lower) { return at < atoms.size() && atoms[at].lower == lower; }

struct BoundWords {
  std::string_view words;
  Bound::Kind kind;
};

constexpr BoundWords kBounds[] = {{"more than", Bound::Kind::kAtLeast},    {"over", Bound::Kind::kAtLeast},
                                  {"at least", Bound::Kind::kAtLeast},     {"no fewer than", Bound::Kind::kAtLeast},
                                  {"no less than", Bound::Kind::kAtLeast}, {"not less than", Bound::Kind::kAtLeast},
                                  {"upwards of", Bound::Kind::kAtLeast},   {"in excess of", Bound::Kind::kAtLeast},
                                  {"well over", Bound::Kind::kAtLeast},    {"above", Bound::Kind::kAtLeast},
                                  {"exceeding", Bound::Kind::kAtLeast},    {"a minimum of", Bound::Kind::kAtLeast},
                                  {"greater than", Bound::Kind::kAtLeast}, {"as few as", Bound::Kind::kAtLeast},
                                  {"up to", Bound::Kind::kAtMost},         {"less than", Bound::Kind::kAtMost},
                                  {"fewer than", Bound::Kind::kAtMost},    {"at most", Bound::Kind::kAtMost},
                                  {"no more than", Bound::Kind::kAtMost},  {"not more than", Bound::Kind::kAtMost},
                                  {"as many as", Bound::Kind::kAtMost},    {"as much as", Bound::Kind::kAtMost},
                                  {"under", Bound::Kind::kAtMost},         {"below", Bound::Kind::kAtMost},
                                  {"a maximum of", Bound::Kind::kAtMost},  {"about", Bound::Kind::kAbout},
                                  {"around", Bound::Kind::kAbout},         {"some", Bound::Kind::kAbout},
                                  {"nearly", Bound::Kind::kAbout},         {"almost", Bound::Kind::kAbout},
                                  {"roughly", Bound::Kind::kAbout},        {"approximately", Bound::Kind::kAbout},
                                  {"an estimated", Bound::Kind::kAbout},   {"estimated", Bound::Kind::kAbout},
                                  {"close to", Bound::Kind::kAbout},       {"just over", Bound::Kind::kAtLeast},
                                  {"just under", Bound::Kind::kAtMost},    {"circa", Bound::Kind::kAbout},
                                  {"a reported", Bound::Kind::kAbout},     {"a total of", Bound::Kind::kNone},
                                  {"a combined", Bound::Kind::kNone},      {"another", Bound::Kind::kNone},
                                  {"an additional", Bound::Kind::kNone},   {"a further", Bound::Kind::kNone},
                                  {"exactly", Bound::Kind::kNone},         {"only", Bound::Kind::kNone}};

size_t match_words(const std::vector<Atom>& atoms, size_t at, std::string_view words) {
  while (!words.empty()) {
    const size_t space = words.find(' ');
    if (!is(atoms, at, words.substr(0, space))) return 0;
    ++at;
    words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
  }
  return at;
}

// "tens", "dozens", "hundreds", ... in the plural, and the least that they can mean.
std::optional<Decimal> plural_magnitude(std::string_view lower) {
  if (lower == "tens") return Decimal(20);
  if (!lower.ends_with('s')) return std::nullopt;
  const auto magnitude = magnitude_of(lower);
  return magnitude ? magnitude->times(Decimal(2)) : std::nullopt;
}

// "dozens of", "hundreds of thousands of", "several hundred", "a few thousand"
std::optional<Figure> read_vague(const std::vector<Atom>& atoms, size_t at) {
  Figure figure;
  figure.vague = figure.approximate = figure.scaled = true;
  size_t next = at;
  if (is(atoms, next, "many") || is(atoms, next, "several") || is(atoms, next, "few") || is(atoms, next, "couple")) {
    ++next;
    if (is(atoms, next, "of")) ++next;
  } else if (is(atoms, next, "a") && (is(atoms, next + 1, "few") || is(atoms, next + 1, "couple"))) {
    next += 2;
    if (is(atoms, next, "of")) ++next;
  }
  if (next >= atoms.size()) return std::nullopt;
  if (next > at) {  // "several hundred", "a few dozen"
    const auto magnitude = magnitude_of(atoms[next].lower);
    if (!magnitude) {
      if (!is(atoms, at + 1, "couple")) return std::nullopt;
      figure.value = Decimal(2);  // "a couple of missiles"
      figure.vague = figure.scaled = false;
      figure.end = next;
      return figure;
    }
    figure.low = magnitude->times(Decimal(2));
    figure.end = next + 1;
    if (figure.end < atoms.size()) {  // "several hundred thousand"
      if (const auto more = magnitude_of(atoms[figure.end].lower); more && figure.low) {
        figure.low = figure.low->times(*more);
        ++figure.end;
      }
    }
    if (is(atoms, figure.end, "of")) {
      figure.of = true;
      ++figure.end;
    }
    return figure;
  }
  auto least = plural_magnitude(atoms[next].lower);
  if (!least) return std::nullopt;
  ++next;
  if (is(atoms, next, "of") && next + 1 < atoms.size()) {
    if (const auto more = magnitude_of(atoms[next + 1].lower)) {  // "tens of millions", "hundreds of thousands"
      least = least->times(*more);
      next += 2;
    }
  }
  if (!least) return std::nullopt;
  figure.low = *least;
  if (is(atoms, next, "of")) {
    figure.of = true;
    ++next;
  }
  figure.end = next;
  return figure;
}

// The second number of a range after "50-", "50 to ", "two or ", "between 50 and ".
std::optional<size_t> range_connector(const std::vector<Atom>& atoms, size_t at, bool between) {
  if (at >= atoms.size()) return std::nullopt;
  if (between) return is(atoms, at, "and") ? std::optional(at + 1) : std::nullopt;
  if (is(atoms, at, "to") || is(atoms, at, "or") || is(atoms, at, "-")) return at + 1;
  return std::nullopt;
}

}  // namespace

Bound read_bound(const std::vector<Atom>& atoms, size_t at) {
  Bound bound{Bound::Kind::kNone, at};
  bool again = true;
  while (again) {  // "a total of about"
    again = false;
    size_t longest = bound.end;
    Bound::Kind kind = Bound::Kind::kNone;
    for (const BoundWords& row : kBounds) {
      if (const size_t end = match_words(atoms, bound.end, row.words); end > longest) {
        longest = end;
        kind = row.kind;
      }
    }
    if (longest == bound.end) break;
    again = true;
    bound.end = longest;
    if (kind != Bound::Kind::kNone) bound.kind = kind;
  }
  return bound;
}

std::optional<Figure> read_figure(const std::vector<Atom>& atoms, size_t at, bool money) {
  if (auto vague = read_vague(atoms, at)) return vague;
  const auto first = read_numeral(atoms, at, true);
  if (!first) return std::nullopt;
  Figure figure;
  figure.value = first->value;
  figure.scaled = first->scaled;
  figure.one = first->end == at + 1 && atoms[at].lower == "one";
  figure.end = first->end;
  bool between = at > 0 && atoms[at - 1].lower == "between";
  for (size_t back = 2; money && back <= 3 && back <= at; ++back) {  // "between US$300 and ..."
    between = between || (atoms[at - 1].kind == AtomKind::kMark && atoms[at - back].lower == "between");
  }
  const auto second_at = range_connector(atoms, first->end, between);
  if (!second_at) return figure;
  size_t number_at = *second_at;
  // "$50 to $70 million": the sign again
  if (money && number_at < atoms.size() && atoms[number_at].kind == AtomKind::kMark && number_at + 1 < atoms.size() &&
      atoms[number_at + 1].kind == AtomKind::kNumber && !is(atoms, number_at, "-")) {
    ++number_at;
  }
  const auto second = read_numeral(atoms, number_at, true);
  if (!second) return figure;
  Decimal low = first->value;
  if (second->scaled && !first->scaled) {
    // "50-70 million": the magnitude belongs to both; "50 to 1 million" does not happen
    const auto plain = read_numeral({atoms.begin(), atoms.begin() + static_cast<std::ptrdiff_t>(number_at) + 1}, number_at);
    if (plain && plain->value < second->value && Decimal(0) < plain->value) {
      for (const int64_t scale : {int64_t{100}, int64_t{1000}, int64_t{1'000'000}, int64_t{1'000'000'000}, int64_t{1'000'000'000'000}}) {
        if (plain->value.times(Decimal(scale)) == second->value) low = low.times(Decimal(scale)).value_or(low);
      }
    }
  }
  if (!(low < second->value)) return figure;
  figure.value.reset();
  figure.low = low;
  figure.high = second->value;
  figure.approximate = true;
  figure.scaled = second->scaled;
  figure.end = second->end;
  return figure;
}

void apply(Bound::Kind bound, Figure& figure) {
  if (bound == Bound::Kind::kNone) return;
  figure.approximate = true;
  if (!figure.value) return;
  if (bound == Bound::Kind::kAtLeast) figure.low = figure.value;
  if (bound == Bound::Kind::kAtMost) figure.high = figure.value;
}

bool glued_to_word(const std::vector<Atom>& atoms, size_t at) {
  if (at == 0 || at >= atoms.size() || atoms[at].space_before) return false;
  const Atom& before = atoms[at - 1];
  if (before.kind == AtomKind::kWord) return true;
  if (before.kind == AtomKind::kNumber || before.lower == ".") return true;
  const bool joined = before.lower == "-" || before.lower == "/" || before.lower == "." || before.lower == ":" || before.lower == "#";
  return joined && at >= 2 && !before.space_before && atoms[at - 2].kind != AtomKind::kMark;
}

}  // namespace annalist
