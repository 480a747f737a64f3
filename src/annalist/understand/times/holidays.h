// Holidays that have one civil day a year: on a fixed day, so many days from Easter, or on the nth weekday of
// a month. Days that the law of each country sets otherwise (an independence day, a labour day in May) and
// those that follow the sight of the moon are not among them. The rule of Easter is the Gregorian one
// (Meeus/Jones/Butcher, in Meeus, Astronomical Algorithms, 1991).
#pragma once

#include <optional>
#include <string_view>

#include "annalist/base/date.h"

namespace annalist {

struct Holiday {
  std::string_view words;  // lower case, separated by one space, without apostrophes: "new years eve"
  enum class Rule { kFixed, kEaster, kWeekday } rule;
  int month;         // kFixed, kWeekday
  int day;           // kFixed; kEaster: days after Easter Sunday; kWeekday: days added to that weekday
  int weekday = 0;   // kWeekday: 1 = Monday
  int nth = 0;       // kWeekday: 1..4, or -1 the last of the month
  bool sure = true;  // no other sense: a lower-case writing is the day too
};

// Longer names stand before those that they begin with.
extern const Holiday kHolidays[];
extern const int kHolidayCount;

// Western Easter Sunday. REQUIRES: year > 1582
Date easter(int year);

// REQUIRES: 0 <= index < kHolidayCount
Date holiday_date(int index, int year);

}  // namespace annalist
