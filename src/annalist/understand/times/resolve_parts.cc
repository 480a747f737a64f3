#include "annalist/base/decimal.h"
#include "annalist/understand/times/resolver.h"
#include "annalist/understand/times/timex_value.h"

namespace annalist {
namespace {

// The nth of equal parts counted from the beginning of a period, or with n < 0 the last; `count` of them.
// Weeks are whole ones from Monday to Sunday: the first holds the period's first Thursday (ISO 8601).
std::optional<DateRange> part_of(const DateRange& whole, TimeUnit unit, int nth, int count) {
  const bool last = nth < 0;
  if (unit == TimeUnit::kDay) {
    if (last) return DateRange{add_days(whole.to, 1 - count), whole.to};
    const Date from = add_days(whole.from, nth - 1);
    return DateRange{from, add_days(from, count - 1)};
  }
  if (unit == TimeUnit::kMonth) {
    const Date end{whole.to.year, whole.to.month, 1};
    const Date from = last ? add_months(end, 1 - count) : add_months(whole.from, nth - 1);
    return DateRange{from, add_days(add_months(from, count), -1)};
  }
  const Date thursday = add_days(week_range(whole.from).from, 3);
  const Date first = add_days(thursday, thursday < whole.from ? 4 : -3);
  const Date last_thursday = add_days(week_range(whole.to).from, 3);
  const Date final = add_days(last_thursday, last_thursday > whole.to ? -10 : -3);
  const Date from = last ? add_days(final, -7 * (count - 1)) : add_days(first, 7 * (nth - 1));
  return DateRange{from, add_days(from, 7 * count - 1)};
}

}  // namespace

void Resolver::part_of_period() {
  const Expression& e = expression_;
  const Resolved whole = resolve(e.parts[0], writing_, spoken_, outlook_);
  const Quantity& quantity = e.quantities[0];
  const auto number = Decimal::parse(quantity.number);
  const int count = number && number->is_whole() && *number < Decimal(1000) ? static_cast<int>(number->units()) : 0;
  result_.value = duration_value(e.quantities);
  result_.type = TimexType::kDuration;
  result_.anchor = whole.anchor;
  if (count < 1 || !whole.range || to_days(whole.range->to) < to_days(whole.range->from)) {
    if (count == 1) {
      result_.type = TimexType::kDate;
      result_.value = quantity.unit == TimeUnit::kMonth ? "XXXX-XX" : quantity.unit == TimeUnit::kWeek ? "XXXX-WXX" : "XXXX-XX-XX";
    }
    return;
  }
  if (e.weekday) {
    const Date from = *e.week < 0 ? add_days(whole.range->to, -((iso_weekday(whole.range->to) - *e.weekday + 7) % 7))
                                  : add_days(whole.range->from, (*e.weekday - iso_weekday(whole.range->from) + 7) % 7 + 7 * (*e.week - 1));
    result_.type = TimexType::kDate;
    result_.value = to_iso(from);
    return;
  }
  const auto part = part_of(*whole.range, quantity.unit, *e.week, count);
  if (!part || whole.range->to < part->from) return;
  result_.range = part;
  // One part is a date of its own ("the third month of 2021" is 2021-03), several are a stretch.
  if (count == 1) {
    result_.type = TimexType::kDate;
    result_.value = quantity.unit == TimeUnit::kWeek ? week_value(part->from) : to_iso(*part);
  }
}

}  // namespace annalist
