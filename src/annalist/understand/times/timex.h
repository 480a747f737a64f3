// Timex: an expression of time and its value, after ISO-TimeML's TIMEX3 (Pustejovsky et al. 2010).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "annalist/base/date.h"
#include "annalist/base/span.h"
#include "annalist/read/reading.h"

namespace annalist {

enum class TimexType : uint8_t { kDate, kTime, kDuration, kSet };
enum class TimeAnchor : uint8_t { kUnanchored, kPublished, kText };

struct Timex {
  ByteSpan words;
  TokenRange tokens;
  TimexType type = TimexType::kDate;
  std::string value;                            // TIMEX3 value: "2024-03-26", "2024-W12", "P8Y", "XXXX-WXX-2", "PAST_REF", "PRESENT_REF"
  std::optional<DateRange> range;               // the days it covers, when fixed
  TimeAnchor anchor = TimeAnchor::kUnanchored;  // what a relative expression was counted from; kUnanchored:
                                                // absolute, or unresolved
  friend bool operator==(const Timex&, const Timex&) = default;
};

}  // namespace annalist
