// TIMEX3 values and the days that they cover: "2024-03-26" <-> 26 March, "2024-W12" <-> Monday to Sunday,
// "199" <-> the 1990s.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/understand/times/expression.h"

namespace annalist {

// "2024", "0394", "-0776".
std::string year_value(int year);
std::string month_value(int year, int month);
std::string week_value(Date date);  // of the week that holds the day
// "P8Y", "PT3H", "P1DT5H", "PXD".
std::string duration_value(const std::vector<Quantity>& quantities);

// The days that a value covers; nothing for durations, sets, references, values with X, years before 1.
// A season is three whole months (spring from March); winter belongs to the year it begins in.
std::optional<DateRange> range_of_value(std::string_view value);

}  // namespace annalist
