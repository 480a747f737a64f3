#include "annalist/understand/times/resolve.h"

#include "annalist/understand/times/resolver.h"
#include "annalist/understand/times/timex_value.h"

namespace annalist {

Resolved Resolver::run() {
  switch (expression_.meaning) {
    case Meaning::kCalendar: calendar(); break;
    case Meaning::kDeictic: deictic(); break;
    case Meaning::kOffset: offset(); break;
    case Meaning::kDuration: duration(); break;
    case Meaning::kSet: set(); break;
    case Meaning::kReference: result_.value = expression_.reference; break;
    case Meaning::kPartOf: part_of_period(); break;
    case Meaning::kInterval: interval(); break;
  }
  if (!expression_.clock.empty() && expression_.meaning != Meaning::kSet) {
    result_.value += expression_.clock;
    result_.type = TimexType::kTime;
  }
  if (!result_.range) result_.range = range_of_value(result_.value);
  if (!result_.range) result_.anchor = TimeAnchor::kUnanchored;
  return result_;
}

void Resolver::set() {
  const Expression& e = expression_;
  result_.type = TimexType::kSet;
  if (!e.quantities.empty() && e.clock.empty()) {
    result_.value = duration_value(e.quantities) + (e.weekend ? "E" : "");
  } else if (!e.reference.empty()) {
    result_.value = e.reference + e.clock;
  } else if (e.day) {
    result_.value = std::string(*e.day < 10 ? "XXXX-XX-0" : "XXXX-XX-") + std::to_string(*e.day) + e.clock;
  } else if (e.weekend) {
    result_.value = "XXXX-WXX-WE" + e.clock;
  } else if (e.weekday) {
    result_.value = "XXXX-WXX-" + std::to_string(*e.weekday) + e.clock;
  } else if (e.month) {
    result_.value = "XXXX" + month_value(0, *e.month).substr(4);
  } else {
    result_.value = "XXXX-XX-XX" + e.clock;
  }
}

void Resolver::interval() {
  Expression first = expression_.parts[0];
  Expression second = expression_.parts[1];
  Resolved from = resolve(first, writing_, spoken_, outlook_);
  Resolved to = resolve(second, writing_, spoken_, outlook_);
  const bool day_names = first.weekday && second.weekday && !first.month && !second.month;
  if (day_names && from.range && from.range->from == from.range->to) {
    if (!second.shift) to.value = to_iso(add_days(from.range->from, (*second.weekday - *first.weekday + 7) % 7)) + second.clock;
  } else if (first.month && second.month && !first.year && !first.shift && to.range) {
    first.year = to.range->from.year - (*first.month > *second.month ? 1 : 0);
    from = resolve(first, writing_, spoken_, outlook_);
  } else if (first.month && second.month && first.year && first.year == second.year && *first.month > *second.month) {
    first.year = *second.year - 1;
    from = resolve(first, writing_, spoken_, outlook_);
  }
  result_.value = from.value + "/" + to.value;
  result_.anchor = to.anchor != TimeAnchor::kUnanchored ? to.anchor : from.anchor;
}

Resolved resolve(const Expression& expression, const WritingTime& writing, const SpokenTime& spoken, Outlook outlook) {
  return Resolver(expression, writing, spoken, outlook).run();
}

}  // namespace annalist
