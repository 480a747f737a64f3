// Periods of history that are called by a name and whose days, by common reckoning, are fixed: wars by their
// first and last day, reigns and eras by their years. Those without agreed ends ("the Middle Ages") have
// none.
#pragma once

#include <string_view>

namespace annalist {

struct NamedPeriod {
  std::string_view words;  // lower case, separated by one space
  std::string_view value;  // "1939-09-01/1945-09-02"
};

extern const NamedPeriod kNamedPeriods[];
extern const int kNamedPeriodCount;

}  // namespace annalist
