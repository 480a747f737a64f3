#include <algorithm>
#include <cstdlib>

#include "annalist/understand/times/holidays.h"
#include "annalist/understand/times/resolver.h"
#include "annalist/understand/times/timex_value.h"

namespace annalist {

void Resolver::calendar() {
  const Expression& e = expression_;
  if (!e.reckoning.empty()) {
    const bool known = e.year || (e.shift && writing_.range);
    const int year = e.year ? *e.year : known ? writing_.range->to.year + *e.shift : 0;
    result_.value = e.reckoning + (known ? year_value(year) : "XXXX");
  } else if (e.week) {
    week_of();
  } else if (e.holiday || (e.weekend && e.month)) {
    holiday();
  } else if (e.year && e.month && e.day) {
    const Date date{*e.year, *e.month, *e.day};
    result_.value = is_valid(date) ? to_iso(date) : month_value(*e.year, *e.month) + "-XX";
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
  } else if (!e.clock.empty()) {           // a time of day alone: of the day spoken of, else of the day of writing
    const bool part = e.clock.size() < 4;  // "flies in the morning": any morning
    if (part && outlook_ == Outlook::kPresent && !spoken_.same_sentence) {
      result_.value = "XXXX-XX-XX";
    } else if (spoken_.same_sentence && spoken_.range && spoken_.range->from == spoken_.range->to) {
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

void Resolver::week_of() {
  const Expression& e = expression_;
  std::optional<int> year = e.year;
  if (!year && e.month) year = year_of_month(*e.month, std::nullopt);
  if (!year && e.unit == TimeUnit::kYear && writing_.range) {
    year = writing_.range->to.year + e.shift.value_or(0);
    result_.anchor = writing_.anchor;
  }
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

void Resolver::holiday() {
  const Expression& e = expression_;
  std::optional<int> year = e.year;
  if (!year) {
    const int about = writing_.range ? writing_.range->to.year : 2000;
    const Date day = e.holiday ? holiday_date(*e.holiday, about) : Date{about, *e.month, *e.day};
    year = year_of_month(day.month, day.day);
  }
  if (!year || *year < 1583) {
    result_.value = "XXXX-XX-XX";
    return;
  }
  const Date day = e.holiday ? holiday_date(*e.holiday, *year) : Date{*year, *e.month, *e.day};
  // The weekend that the day falls in or is nearest to; a Monday's is the one before.
  result_.value = e.weekend ? week_value(iso_weekday(day) < 3 ? add_days(day, -3) : day) + "-WE" : to_iso(day);
}

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
  if (e.unit == TimeUnit::kYear) {  // "Easter of last year"
    result_.anchor = writing_.anchor;
    return now + e.shift.value_or(0);
  }
  // A story of years ago goes on in its own year: "In 2013 ... On 12 March".
  if (spoken_.range && spoken_.explicit_year && !e.shift && spoken_.range->from.year == spoken_.range->to.year &&
      spoken_.range->from.year < now && (spoken_.same_sentence || spoken_.range->from.year < now - 1) && outlook_ != Outlook::kFuture) {
    result_.anchor = TimeAnchor::kText;
    return spoken_.range->from.year;
  }
  result_.anchor = writing_.anchor;
  const auto begin = [&](int year) { return Date{year, month, day ? std::min(*day, days_in_month(year, month)) : 1}; };
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
    // "on Tuesday" in a report with a picture of a Tuesday: that day
    const bool pictured = writing_.pictured && !e.shift && iso_weekday(*writing_.pictured) == *e.weekday;
    result_.value = pictured ? to_iso(*writing_.pictured) : open;
    if (pictured) result_.anchor = TimeAnchor::kText;
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
      if (iso_weekday(before) == *e.weekday && before.day == *e.day) {
        date = before;
        break;
      }
      if (iso_weekday(after) == *e.weekday && after.day == *e.day) {
        date = after;
        break;
      }
    }
  }
  result_.value = to_iso(date);
}

void Resolver::season_or_part() {
  const Expression& e = expression_;
  const std::string part = !e.season.empty() ? e.season : e.quarter ? "Q" + std::to_string(*e.quarter) : "H" + std::to_string(*e.half);
  std::optional<int> year = e.year;
  if (e.generic) {
    result_.value = "XXXX-" + part;
    return;
  }
  const bool text = e.origin == Origin::kText && spoken_.range;
  const DateRange base = text ? *spoken_.range : writing_.range.value_or(DateRange{});
  if (!year && (text || writing_.range)) {
    const int now = base.to.year;
    result_.anchor = text ? TimeAnchor::kText : writing_.anchor;
    const auto of = [&](int y) { return *range_of_value(year_value(y) + "-" + part); };
    if (e.unit == TimeUnit::kYear) {
      year = now + e.shift.value_or(0);
    } else if (e.shift == 0) {
      const bool ahead = of(now).from > base.to;  // "we worked this summer", written in January
      year = ahead && outlook_ == Outlook::kPast ? now - 1 : now;
    } else if (e.shift == 1 || outlook_ == Outlook::kFuture) {
      year = of(now).from > base.to ? now : now + 1;
    } else {
      const Date bound = e.shift == -1 ? base.from : base.to;
      year = (e.shift == -1 ? of(now).to < bound : of(now).from <= bound) ? now : now - 1;
    }
  }
  result_.value = (year ? year_value(*year) : "XXXX") + "-" + part;
}

}  // namespace annalist
