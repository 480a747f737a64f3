#include <algorithm>
#include <cstdlib>

#include "annalist/base/decimal.h"
#include "annalist/understand/times/resolver.h"
#include "annalist/understand/times/timex_value.h"

namespace annalist {
namespace {

std::optional<int> whole(const Quantity& quantity, int times) {
  const auto number = Decimal::parse(quantity.number);
  const auto scaled = number ? number->times(Decimal(times)) : std::nullopt;
  if (!scaled || !scaled->is_whole() || std::llabs(scaled->units()) > 2'000'000) return std::nullopt;
  return static_cast<int>(scaled->units());
}

// Moves a day by one quantity; gives the unit that the result is as fine as. Hours fall into days; 1.5 years
// are 18 months.
std::optional<TimeUnit> move(Date& at, const Quantity& quantity, int direction) {
  std::optional<int> count;
  switch (quantity.unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute: return TimeUnit::kDay;
    case TimeUnit::kHour:
      count = whole(quantity, 1);
      if (!count && !quantity.number.starts_with('X')) count = 0;  // "in half an hour"
      if (!count) return std::nullopt;
      at = add_days(at, direction * (*count / 24));
      return TimeUnit::kDay;
    case TimeUnit::kDay:
    case TimeUnit::kWeek:
      if (!(count = whole(quantity, quantity.unit == TimeUnit::kWeek ? 7 : 1))) return std::nullopt;
      at = add_days(at, direction * *count);
      return TimeUnit::kDay;
    case TimeUnit::kMonth:
    case TimeUnit::kQuarter:
      count = whole(quantity, quantity.unit == TimeUnit::kQuarter ? 3 : 1);
      if (!count && quantity.unit == TimeUnit::kMonth) {  // "six and a half months"
        if (!(count = whole(quantity, 2))) return std::nullopt;
        at = add_days(add_months(at, direction * (*count / 2)), direction * 15);
        return TimeUnit::kMonth;
      }
      if (!count) return std::nullopt;
      at = add_months(at, direction * *count);
      return TimeUnit::kMonth;
    default: break;
  }
  const int years = quantity.unit == TimeUnit::kYear      ? 1
                    : quantity.unit == TimeUnit::kDecade  ? 10
                    : quantity.unit == TimeUnit::kCentury ? 100
                                                          : 1000;
  if ((count = whole(quantity, years))) {
    at = add_years(at, direction * *count);
    return TimeUnit::kYear;
  }
  if (!(count = whole(quantity, years * 12))) return std::nullopt;
  at = add_months(at, direction * *count);
  return TimeUnit::kMonth;
}

}  // namespace

void Resolver::deictic() {
  const Expression& e = expression_;
  int shift = e.shift.value_or(0);
  // "He spoke this weekend", written on a Tuesday: the one that was.
  if (e.weekend && shift == 0 && e.origin == Origin::kWriting && outlook_ == Outlook::kPast && writing_.has_day() &&
      iso_weekday(writing_.range->from) < 5)
    shift = -1;
  const TimeUnit unit = e.unit.value_or(TimeUnit::kDay);
  std::optional<DateRange> base = writing_.range;
  if (e.origin == Origin::kText) {
    base = spoken_.range ? spoken_.range : shift == 0 ? std::nullopt : writing_.range;
    if (unit == TimeUnit::kDay && shift == 0 && !spoken_.range && e.clock.empty()) base = std::nullopt;
  }
  anchored_at(e.origin);
  const bool day_known = base && base->from == base->to;
  const bool month_known = base && base->from.year == base->to.year && base->from.month == base->to.month;
  const bool year_known = base && base->from.year == base->to.year;
  const Date at = base ? base->from : Date{};
  std::string value;
  switch (unit) {
    case TimeUnit::kWeek: {
      const bool within = base && (day_known || week_range(base->from) == week_range(base->to));
      value = within ? week_value(add_days(at, 7 * shift)) : "XXXX-WXX";
      if (e.weekend) value += "-WE";
      break;
    }
    case TimeUnit::kMonth: {
      const Date month = month_known ? add_months({at.year, at.month, 1}, shift) : Date{};
      value = month_known ? month_value(month.year, month.month) : "XXXX-XX";
      if (e.day) value += (*e.day < 10 ? "-0" : "-") + std::to_string(*e.day);
      break;
    }
    case TimeUnit::kQuarter: {
      const Date month = month_known ? add_months({at.year, at.month, 1}, 3 * shift) : Date{};
      value = month_known ? year_value(month.year) + "-Q" + std::to_string((month.month + 2) / 3) : "XXXX-QX";
      break;
    }
    case TimeUnit::kYear: value = year_known ? year_value(at.year + shift) : "XXXX"; break;
    case TimeUnit::kDecade: value = year_known ? year_value(at.year + 10 * shift).substr(0, 3) : "XXX"; break;
    case TimeUnit::kCentury: value = year_known ? year_value(at.year + 100 * shift).substr(0, 2) : "XX"; break;
    default: value = day_known ? to_iso(add_days(at, shift)) : "XXXX-XX-XX"; break;
  }
  result_.value = value;
  if (!e.rest || !writing_.has_day() || e.origin == Origin::kText) return;
  const auto whole = range_of_value(value);
  if (whole && whole->from <= writing_.range->from && writing_.range->from <= whole->to) {
    result_.range = DateRange{writing_.range->from, whole->to};
  }
}

void Resolver::offset() {
  const Expression& e = expression_;
  if (e.week) {  // "two Sundays from now"
    result_.value = "XXXX-WXX-" + std::to_string(*e.weekday);
    if (!writing_.has_day()) return;
    const Date now = writing_.range->from;
    const int behind = (iso_weekday(now) - *e.weekday + 6) % 7 + 1;  // 1 to 7
    const int ahead = (*e.weekday - iso_weekday(now) + 6) % 7 + 1;
    const int days = e.direction < 0 ? -(behind + 7 * (*e.week - 1)) : ahead + 7 * (*e.week - 1);
    result_.value = to_iso(add_days(now, days));
    result_.anchor = writing_.anchor;
    return;
  }
  std::optional<DateRange> base = writing_.range;
  anchored_at(e.origin);
  if (!e.parts.empty()) {
    const Resolved anchor = resolve(e.parts[0], writing_, spoken_, outlook_);
    base = anchor.range;
    result_.anchor = anchor.anchor == TimeAnchor::kUnanchored ? TimeAnchor::kText : anchor.anchor;
  } else if (e.origin == Origin::kText && spoken_.range) {
    base = spoken_.range;
  }
  result_.value = e.direction < 0 ? "PAST_REF" : "FUTURE_REF";
  const bool soon = outlook_ == Outlook::kFuture || (outlook_ != Outlook::kPast && e.quantities[0].unit <= TimeUnit::kDay);
  if (e.parts.empty() && e.origin == Origin::kText && e.direction > 0 && !spoken_.range && !soon) {
    base.reset();  // "two years later" than something that was not dated
    result_.value = "XXXX-XX-XX";
  }
  if (!base) return;
  const bool day_known = base->from == base->to;
  const bool month_known = base->from.year == base->to.year && base->from.month == base->to.month;
  Date at = base->from;
  TimeUnit finest = TimeUnit::kMillennium;
  for (const Quantity& quantity : e.quantities) {
    const auto unit = move(at, quantity, e.direction);
    if (!unit) return;
    finest = std::min(finest, *unit);
  }
  if (finest == TimeUnit::kYear && writing_.by_years_ago && month_known && e.parts.empty()) finest = TimeUnit::kMonth;
  if (finest <= TimeUnit::kDay && day_known) result_.value = to_iso(at);
  else if (finest <= TimeUnit::kDay && month_known) result_.value = month_value(at.year, at.month);
  else if (finest == TimeUnit::kMonth && month_known) result_.value = month_value(at.year, at.month);
  else result_.value = year_value(at.year);
  if (e.weekday && day_known) result_.value = to_iso(add_days(week_range(at).from, *e.weekday - 1));  // of that week
}

void Resolver::duration() {
  const Expression& e = expression_;
  result_.type = TimexType::kDuration;
  result_.value = duration_value(e.quantities);
  if (e.weekend) result_.value += "E";  // P3WE
  if (!e.shift || !writing_.has_day()) return;
  // "the past three years" ends where the writing stands, "the next two weeks" begins there.
  Date at = writing_.range->from;
  for (const Quantity& quantity : e.quantities) {
    if (quantity.unit >= TimeUnit::kDay && !move(at, quantity, *e.shift)) return;
  }
  const Date now = writing_.range->from;
  result_.range = *e.shift < 0 ? DateRange{at, now} : DateRange{now, at};
  result_.anchor = writing_.anchor;
}

}  // namespace annalist
