// What a figure counts: the noun that it stands before, or the noun that is understood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annalist/kb/knowledge.h"
#include "annalist/read/atoms.h"
#include "annalist/read/reading.h"
#include "annalist/understand/amounts/figure.h"

namespace annalist {

struct CountNoun {
  std::string unit;  // "persons", "families", "missiles"
  size_t end = 0;    // the atom after the counted words
};

// The noun of "more than 9,000 families", "dozens of artillery rounds". The figure's first atom is `begin`.
std::optional<CountNoun> counted_noun(const std::vector<Atom>& atoms, const Reading& reading, const Knowledge& knowledge, size_t begin,
                                      const Figure& figure);

// A figure without a noun: "killing 36", "12 were wounded" count persons; "200 more", "six of them" count
// what was counted last (last_unit, may be empty).
std::optional<CountNoun> understood_noun(const std::vector<Atom>& atoms, const Reading& reading, size_t begin, const Figure& figure,
                                         const std::string& last_unit);

}  // namespace annalist
