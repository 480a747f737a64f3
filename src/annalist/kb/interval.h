// Intervals of the .kb files: "2013-08-15..2021-08-24", "2013..?", "..2010-05", at day, month or year precision. A coarse end covers all
// days that it can mean. "?" at the end: held when last checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annalist/base/date.h"

namespace annalist {

inline constexpr Date kEarliest{1, 1, 1};
inline constexpr Date kLatest{9999, 12, 31};

struct Interval {
  Date from = kEarliest;
  Date to = kLatest;
  bool open = false;  // "..?": `to` is then the day of the last check, kLatest when the file gives none
  bool contains(Date day) const { return from <= day && day <= to; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

enum class IntervalFault : uint8_t { kNone, kShape, kFrom, kTo, kReversed };
struct IntervalReading {
  Interval interval;
  IntervalFault fault = IntervalFault::kNone;
};
IntervalReading parse_interval(std::string_view text);

// "2013", "2013-08", "2013-08-15" and the days that they cover.
std::optional<DateRange> parse_coarse_date(std::string_view text);
// The shortest text that reads back as the same interval.
std::string interval_text(const Interval& interval);

}  // namespace annalist
