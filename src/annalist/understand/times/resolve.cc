#include "annalist/understand/times/resolve.h"

#include <cmath>
#include <cstdlib>

#include "annalist/base/decimal.h"
#include "annalist/understand/times/timex_value.h"

namespace annalist {
namespace {

class Resolver {
 public:
  Resolver(const Expression& expression, const WritingTime& writing, const SpokenTime& spoken, Outlook outlook)
      : expression_(expression), writing_(writing), spoken_(spoken), outlook_(outlook) {}

  Resolved run() {
    switch (expression_.meaning) {
      case Meaning::kCalendar: calendar(); break;
      case Meaning::kDeictic: deictic(); break;
      case Meaning::kOffset: offset(); break;
      case Meaning::kDuration: duration(); break;
      case Meaning::kSet: set(); break;
      case Meaning::kReference: result_.value = expression_.reference; break;
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

 private:
  void calendar();
  void month_and_day();
  void weekday();
  void week_of();
  void season_or_part();
  void deictic();
  void offset();
  void duration();
  void set();
  void interval();

  std::optional<int> year_of_month(int month, std::optional<int> day);
  void anchored_at(Origin origin) { result_.anchor = origin == Origin::kText && spoken_.range ? TimeAnchor::kText : writing_.anchor; }

  const Expression& expression_;
  const WritingTime& writing_;
  const SpokenTime& spoken_;
  Outlook outlook_;
  Resolved result_;
};

void Resolver::calendar() {
  const Expression& e = expression_;
  if (!e.reckoning.empty()) {
    const bool known = e.year || (e.shift && writing_.range);
    const int year = e.year ? *e.year : known ? writing_.range->to.year + *e.shift : 0;
    result_.value = e.reckoning + (known ? year_value(year) : "XXXX");
  } else if (e.week) {
    week_of();
  } else if (e.year && e.month && e.day) {
    const Date date{*e.year, *e.month, *e.day};
    result_.value = is_valid(date) ? to_iso(date) : month_value(*e.year, *e.month);
  } else if (e.year && e.month) {
    result_.value = month_value(*e.year, *e.month);
  } else if (!e.season.empty() || e.quarter || e.half) {
    season_or_part();
  } else if (e.year) {
    result_.value = year_value(*e.year);
  } else if (e.decade) {
    const int first = *e.decade >= 100 ? *e.decade : *e.decade <= 10 ? 2000 + *e.decade : 1900 + *e.decade;
    result_.value = year_value(first).substr(0, 3);
  } else if (e.century) {
    const int hundreds = std::abs(*e.century) - 1;
    result_.value = (*e.century < 0 ? "-" : "") + year_value(hundreds).substr(2);
  } else if (e.month) {
    month_and_day();
  } else if (e.weekday) {
    weekday();
  } else if (!e.clock.empty()) {  // a time of day alone: of the day spoken of, else of the day of writing
    if (spoken_.same_sentence && spoken_.range && spoken_.range->from == spoken_.range->to) {
      result_.value = to_iso(spoken_.range->from);
      result_.anchor = TimeAnchor::kText;
    } else if (writing_.has_day()) {
      result_.value = to_iso(writing_.range->from);
      result_.anchor = writing_.anchor;
    } else {
      result_.value = "XXXX-XX-XX";
    }
  } else {
    result_.value = "XXXX-XX-XX";
  }
}

// The nth week of a month or year is the one with its nth Thursday, as ISO 8601 counts those of a year.
void Resolver::week_of() {
  const Expression& e = expression_;
  const auto year = e.year ? e.year : e.month ? year_of_month(*e.month, std::nullopt) : std::nullopt;
  if (!year) {
    result_.value = "XXXX-WXX";
    return;
  }
  const DateRange whole = e.month ? month_range(*year, *e.month) : year_range(*year);
  const int weekday_number = e.weekday.value_or(4);
  const int lead = (weekday_number - iso_weekday(whole.from) + 7) % 7;
  Date date = add_days(whole.from, lead + 7 * (*e.week - 1));
  if (*e.week < 0) date = add_days(whole.to, -((iso_weekday(whole.to) - weekday_number + 7) % 7));
  result_.value = e.weekday ? to_iso(date) : week_value(date);
}

// The year that a month without one lies in, seen from the time of writing.
std::optional<int> Resolver::year_of_month(int month, std::optional<int> day) {
  const Expression& e = expression_;
  if (!writing_.range) {
    if (spoken_.range && spoken_.explicit_year && !e.shift) {
      result_.anchor = TimeAnchor::kText;
      return spoken_.range->from.year;
    }
    return std::nullopt;
  }
  const int now = writing_.range->to.year;
  // A story of years ago goes on in its own year: "In 2013 ... On 12 March".
  if (spoken_.range && spoken_.explicit_year && !e.shift && spoken_.range->from.year == spoken_.range->to.year &&
      spoken_.range->from.year < now && (spoken_.same_sentence || spoken_.range->from.year < now - 1) && outlook_ != Outlook::kFuture) {
    result_.anchor = TimeAnchor::kText;
    return spoken_.range->from.year;
  }
  result_.anchor = writing_.anchor;
  const auto begin = [&](int year) {
    return Date{year, month, day ? std::min(*day, days_in_month(year, month)) : 1};
  };
  const auto end = [&](int year) { return day ? begin(year) : month_range(year, month).to; };
  if (e.shift == -1) return end(now) < writing_.range->from ? now : now - 1;
  if (e.shift == 1) return begin(now) > writing_.range->to ? now : now + 1;
  if (e.shift == 0) return now;
  const int past = begin(now) <= writing_.range->to ? now : now - 1;
  const int future = end(now) >= writing_.range->from ? now : now + 1;
  if (outlook_ == Outlook::kPast) return past;
  if (outlook_ == Outlook::kFuture) return future;
  // The clause does not tell: the nearer one, what was being likelier in an article than what will be.
  const int since = to_days(writing_.range->to) - to_days(end(past));
  const int until = to_days(begin(future)) - to_days(writing_.range->from);
  return until * 2 < since ? future : past;
}

void Resolver::month_and_day() {
  const Expression& e = expression_;
  auto year = year_of_month(*e.month, e.day);
  if (year && e.weekday && e.day) {
    // "Tuesday, 5 March": the nearest year in which that is a Tuesday, where there is one.
    for (const int candidate : {*year, *year + 1, *year - 1}) {
      const Date date{candidate, *e.month, *e.day};
      if (is_valid(date) && iso_weekday(date) == *e.weekday) {
        year = candidate;
        break;
      }
    }
  }
  const std::string month = month_value(0, *e.month).substr(4);
  std::string value = year ? year_value(*year) + month : "XXXX" + month;
  if (e.day) value += std::string(*e.day < 10 ? "-0" : "-") + std::to_string(*e.day);
  if (year && e.day && !is_valid({*year, *e.month, *e.day})) value = "XXXX" + value.substr(4);
  result_.value = value;
}

void Resolver::weekday() {
  const Expression& e = expression_;
  const std::string open = "XXXX-WXX-" + std::to_string(*e.weekday);
  const bool text = e.origin == Origin::kText && spoken_.range && spoken_.range->from == spoken_.range->to;
  if (!text && !writing_.has_day()) {
    result_.value = open;
    return;
  }
  const Date now = text ? spoken_.range->from : writing_.range->from;
  result_.anchor = text ? TimeAnchor::kText : writing_.anchor;
  if (text || e.unit == TimeUnit::kWeek) {
    // "the following Tuesday" comes next after the day spoken of; "Tuesday of next week" is counted by weeks
    Date date = add_days(week_range(now).from, *e.weekday - 1 + 7 * e.shift.value_or(0));
    if (text && e.shift == 1) date = add_days(now, (*e.weekday - iso_weekday(now) + 6) % 7 + 1);
    if (text && e.shift == -1) date = add_days(now, -((iso_weekday(now) - *e.weekday + 6) % 7 + 1));
    result_.value = to_iso(date);
    return;
  }
  const int behind = (iso_weekday(now) - *e.weekday + 7) % 7;  // days since the last such day, 0 = today
  const int ahead = (7 - behind) % 7;
  Date date = add_days(now, -behind);
  if (e.shift == -1) {
    date = add_days(now, behind == 0 ? -7 : -behind);
  } else if (e.shift == 1) {
    date = add_days(week_range(now).from, 7 + *e.weekday - 1);
  } else if (e.shift == 0) {
    date = add_days(week_range(now).from, *e.weekday - 1);
  } else if (outlook_ == Outlook::kFuture) {
    date = add_days(now, ahead);
  }
  if (e.day) {  // "Tuesday the 5th": the nearest such day
    for (int step = 0; step < 60; ++step) {
      const Date before = add_days(now, -step), after = add_days(now, step);
      if (iso_weekday(before) == *e.weekday && before.day == *e.day) { date = before; break; }
      if (iso_weekday(after) == *e.weekday && after.day == *e.day) { date = after; break; }
    }
  }
  result_.value = to_iso(date);
}

void Resolver::season_or_part() {
  const Expression& e = expression_;
  const std::string part = !e.season.empty() ? e.season : e.quarter ? "Q" + std::to_string(*e.quarter) : "H" + std::to_string(*e.half);
  std::optional<int> year = e.year;
  const bool text = e.origin == Origin::kText && spoken_.range;
  const DateRange base = text ? *spoken_.range : writing_.range.value_or(DateRange{});
  if (!year && (text || writing_.range)) {
    const int now = base.to.year;
    result_.anchor = text ? TimeAnchor::kText : writing_.anchor;
    const auto of = [&](int y) { return *range_of_value(year_value(y) + "-" + part); };
    if (e.unit == TimeUnit::kYear) {
      year = now + e.shift.value_or(0);
    } else if (e.shift == 0) {
      year = now;
    } else if (e.shift == 1 || outlook_ == Outlook::kFuture) {
      year = of(now).from > base.to ? now : now + 1;
    } else {
      const Date bound = e.shift == -1 ? base.from : base.to;
      year = (e.shift == -1 ? of(now).to < bound : of(now).from <= bound) ? now : now - 1;
    }
  }
  result_.value = (year ? year_value(*year) : "XXXX") + "-" + part;
}

void Resolver::deictic() {
  const Expression& e = expression_;
  const int shift = e.shift.value_or(0);
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
}

// The count of a quantity in a finer unit, when whole: 1.5 years = 18 months.
std::optional<int> whole(const Quantity& quantity, int times) {
  const auto number = Decimal::parse(quantity.number);
  const auto scaled = number ? number->times(Decimal(times)) : std::nullopt;
  if (!scaled || !scaled->is_whole() || std::llabs(scaled->units()) > 2'000'000) return std::nullopt;
  return static_cast<int>(scaled->units());
}

void Resolver::offset() {
  const Expression& e = expression_;
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
  if (e.parts.empty() && e.origin == Origin::kText && e.direction > 0 && !spoken_.range && outlook_ != Outlook::kFuture) {
    base.reset();  // "two years later" than something that was not dated
    result_.value = "XXXX-XX-XX";
  }
  if (!base) return;
  const bool day_known = base->from == base->to;
  const bool month_known = base->from.year == base->to.year && base->from.month == base->to.month;
  Date at = base->from;
  TimeUnit finest = TimeUnit::kMillennium;
  for (const Quantity& quantity : e.quantities) {
    TimeUnit unit = quantity.unit;
    std::optional<int> count;
    switch (unit) {
      case TimeUnit::kHour: {
        const auto hours = whole(quantity, 1);
        if (hours) at = add_days(at, e.direction * (*hours / 24));
        count = hours;
        unit = TimeUnit::kDay;
        break;
      }
      case TimeUnit::kSecond: case TimeUnit::kMinute: count = 0; unit = TimeUnit::kDay; break;
      case TimeUnit::kDay: if ((count = whole(quantity, 1))) at = add_days(at, e.direction * *count); break;
      case TimeUnit::kWeek:
        if ((count = whole(quantity, 7))) at = add_days(at, e.direction * *count);
        unit = TimeUnit::kDay;
        break;
      case TimeUnit::kMonth: if ((count = whole(quantity, 1))) at = add_months(at, e.direction * *count); break;
      case TimeUnit::kQuarter:
        if ((count = whole(quantity, 3))) at = add_months(at, e.direction * *count);
        unit = TimeUnit::kMonth;
        break;
      default: {
        const int years = unit == TimeUnit::kYear ? 1 : unit == TimeUnit::kDecade ? 10 : unit == TimeUnit::kCentury ? 100 : 1000;
        unit = TimeUnit::kYear;
        if ((count = whole(quantity, years))) {
          at = add_years(at, e.direction * *count);
        } else if ((count = whole(quantity, years * 12))) {
          at = add_months(at, e.direction * *count);
          unit = TimeUnit::kMonth;
        }
        break;
      }
    }
    if (!count) return;
    finest = std::min(finest, unit);
  }
  if (finest == TimeUnit::kYear && writing_.by_years_ago && month_known && e.parts.empty()) finest = TimeUnit::kMonth;
  if (finest <= TimeUnit::kDay && day_known) result_.value = to_iso(at);
  else if (finest <= TimeUnit::kDay && month_known) result_.value = month_value(at.year, at.month);
  else if (finest == TimeUnit::kMonth && month_known) result_.value = month_value(at.year, at.month);
  else result_.value = year_value(at.year);
}

void Resolver::duration() {
  const Expression& e = expression_;
  result_.type = TimexType::kDuration;
  result_.value = duration_value(e.quantities);
  if (!e.shift || !writing_.has_day()) return;
  // "the past three years" ends where the writing stands, "the next two weeks" begins there.
  Date at = writing_.range->from;
  for (const Quantity& quantity : e.quantities) {
    if (const auto years = whole(quantity, quantity.unit == TimeUnit::kDecade ? 10 : quantity.unit == TimeUnit::kCentury ? 100 : 1);
        years && quantity.unit >= TimeUnit::kYear) {
      at = add_years(at, *e.shift * *years);
    } else if (const auto months = whole(quantity, quantity.unit == TimeUnit::kQuarter ? 3 : 1);
               months && (quantity.unit == TimeUnit::kMonth || quantity.unit == TimeUnit::kQuarter)) {
      at = add_months(at, *e.shift * *months);
    } else if (const auto days = whole(quantity, quantity.unit == TimeUnit::kWeek ? 7 : 1);
               days && (quantity.unit == TimeUnit::kDay || quantity.unit == TimeUnit::kWeek)) {
      at = add_days(at, *e.shift * *days);
    } else if (quantity.unit >= TimeUnit::kDay) {
      return;
    }
  }
  const Date now = writing_.range->from;
  result_.range = *e.shift < 0 ? DateRange{at, now} : DateRange{now, at};
  result_.anchor = writing_.anchor;
}

void Resolver::set() {
  const Expression& e = expression_;
  result_.type = TimexType::kSet;
  if (!e.quantities.empty()) {
    result_.value = duration_value(e.quantities);
  } else if (e.weekend) {
    result_.value = "XXXX-WXX-WE";
  } else if (e.weekday) {
    result_.value = "XXXX-WXX-" + std::to_string(*e.weekday) + e.clock;
  } else if (e.month) {
    result_.value = "XXXX" + month_value(0, *e.month).substr(4);
  } else {
    result_.value = "XXXX-XX-XX" + e.clock;
  }
}

// An end that names no year or week of its own follows from the other: "from November to March", "next Monday to Friday".
void Resolver::interval() {
  Expression first = expression_.parts[0];
  Expression second = expression_.parts[1];
  Resolved from = resolve(first, writing_, spoken_, outlook_);
  Resolved to = resolve(second, writing_, spoken_, outlook_);
  const bool day_names = first.weekday && second.weekday && !first.month && !second.month;
  if (day_names && from.range && from.range->from == from.range->to) {
    if (!second.shift) to.value = to_iso(add_days(from.range->from, (*second.weekday - *first.weekday + 7) % 7));
  } else if (first.month && second.month && !first.year && to.range) {
    first.year = to.range->from.year - (*first.month > *second.month ? 1 : 0);
    from = resolve(first, writing_, spoken_, outlook_);
  } else if (first.month && second.month && first.year == second.year && *first.month > *second.month) {
    first.year = *second.year - 1;
    from = resolve(first, writing_, spoken_, outlook_);
  }
  result_.value = from.value + "/" + to.value;
  result_.anchor = to.anchor != TimeAnchor::kUnanchored ? to.anchor : from.anchor;
}

}  // namespace

Resolved resolve(const Expression& expression, const WritingTime& writing, const SpokenTime& spoken, Outlook outlook) {
  return Resolver(expression, writing, spoken, outlook).run();
}

}  // namespace annalist
