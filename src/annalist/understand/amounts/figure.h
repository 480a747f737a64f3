// A figure: the number side of an amount, before it is known what it counts: "more than 9,000", "$50-70
// million" without its sign, "tens of millions".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "annalist/base/decimal.h"
#include "annalist/read/atoms.h"

namespace annalist {

struct Figure {
  std::optional<Decimal> value;  // none for ranges and vague numbers
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool approximate = false;
  bool vague = false;   // "dozens", "several hundred"
  bool of = false;      // "dozens of": the noun comes after "of"
  bool scaled = false;  // holds a magnitude: hundred, million
  bool one = false;     // the word "one"
  size_t end = 0;
};

// What stands before a number and bounds it: "more than", "about", "at least", "up to".
struct Bound {
  enum class Kind { kNone, kAtLeast, kAtMost, kAbout } kind = Kind::kNone;
  size_t end = 0;
};

// The bounding words that begin at `at`; end == at when there are none.
Bound read_bound(const std::vector<Atom>& atoms, size_t at);

// A plain number, a range of two ("50-70 million", "two or three", "10 to 20"), or a vague one. Short
// magnitudes (bn) only for money.
std::optional<Figure> read_figure(const std::vector<Atom>& atoms, size_t at, bool money);

// Applies a bound to a figure: "more than 9,000" is 9,000 with low 9,000.
void apply(Bound::Kind bound, Figure& figure);

// Whether a number at `at` (false past the end) is part of a longer name or code: "F-16", "G7", "COVID-19".
bool glued_to_word(const std::vector<Atom>& atoms, size_t at);

}  // namespace annalist
