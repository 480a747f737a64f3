// Times of day as they are written: "3:30", "15:00:30 GMT", "3.30 p.m.", "three o'clock", "half past eight",
// "quarter to 5 in the morning", "0800 GMT", "7p". A reading keeps what was said, so that one end of a
// stretch can complete the other ("from 3 to 5 p.m.").
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "annalist/understand/times/cursor.h"

namespace annalist::time_rules {

struct ClockReading {
  int hour = 0;  // as written, 0..24
  std::optional<int> minute, second;
  std::optional<int> half;  // 0 a.m., 12 p.m.; nothing when not said
  bool sure = false;        // its own form makes it a time of day
  bool packed = false;      // four digits and no mark: "0800", a number as well
  std::string zone;         // "Z", or empty

  // 0..24, with the half of the day counted in.
  int hours() const { return half && hour <= 12 ? hour % 12 + *half : hour; }
  int minutes() const { return hours() * 60 + minute.value_or(0); }
  // "T15:00", "T08:00:30Z"
  std::string value() const;
};

// A time of day; a bare number ("3", "three") with sure = false and no half. c is moved past it.
std::optional<ClockReading> read_clock(Cursor& c);

// Reads the hour in a part of the day ("TEV", "MO"), where it has no half of its own: 8 in the evening is
// 20:00, 3 at night is 03:00.
void place_in(ClockReading& clock, std::string_view part);

}  // namespace annalist::time_rules
