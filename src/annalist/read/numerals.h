// Numerals: English numbers in digits, in words, or mixed: "9,000", "twenty-five", "two hundred and fifty
// thousand", "1.5 million", "70m", "half a million", "a dozen"; and ordinals: "3rd", "twenty-first". Exact
// decimals.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "annalist/base/decimal.h"
#include "annalist/read/atoms.h"

namespace annalist {

struct Numeral {
  Decimal value;
  size_t end = 0;        // the atom after it
  bool spelled = false;  // no digit in it
  bool scaled = false;   // a magnitude word in it: hundred, thousand, million, dozen
};

// The longest numeral that begins at atom `at`. "a"/"an" count as one before a magnitude word only. Short
// magnitude letters (k, m, bn, tn) are read only where they touch the digits and `letters` allows them.
std::optional<Numeral> read_numeral(const std::vector<Atom>& atoms, size_t at, bool letters = false);

// An ordinal: "third", "3rd", "thirty-first"; value is 3 or 31.
std::optional<Numeral> read_ordinal(const std::vector<Atom>& atoms, size_t at);

// 10^n of a magnitude word (hundred ... trillion, dozen, score; also in the plural), or nothing.
std::optional<Decimal> magnitude_of(std::string_view lower);

}  // namespace annalist
