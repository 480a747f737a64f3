// Places an expression in time: gives its TIMEX3 type, value, days and anchor.
#pragma once

#include <optional>
#include <string>

#include "annalist/base/date.h"
#include "annalist/understand/times/expression.h"
#include "annalist/understand/times/tense.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

// When the document was written: a day, or a month or a year where the text tells no more.
struct WritingTime {
  std::optional<DateRange> range;
  TimeAnchor anchor = TimeAnchor::kUnanchored;  // kPublished, or kText where the text itself gave it
  bool by_years_ago = false;                    // it was found from "a year ago" and the month that this was
  std::optional<Date> pictured = {};            // the day of a dated caption, where that gave the month

  bool has_day() const { return range && range->from == range->to; }
  bool has_month() const { return range && range->from.year == range->to.year && range->from.month == range->to.month; }
};

// The time last spoken of in the text before an expression.
struct SpokenTime {
  std::optional<DateRange> range;
  bool same_sentence = false;
  bool explicit_year = false;  // its own words named the year
};

struct Resolved {
  TimexType type = TimexType::kDate;
  std::string value;
  std::optional<DateRange> range;
  TimeAnchor anchor = TimeAnchor::kUnanchored;
};

Resolved resolve(const Expression& expression, const WritingTime& writing, const SpokenTime& spoken, Outlook outlook);

}  // namespace annalist
