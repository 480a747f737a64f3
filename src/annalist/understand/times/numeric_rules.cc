#include "annalist/base/date.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

bool is_number(const Cursor& c, int ahead) { return c.peek(ahead) != nullptr && c.peek(ahead)->kind == AtomKind::kNumber; }

// A number that goes on, to either side, is no date: "1/2/3/4", "12-2015-7".
bool goes_on(const Cursor& c) { return c.is_glued() && c.is_any({"/", "-", ".", ":", "%"}) && c.is_glued(1) && is_number(c, 1); }

// A month after a mark that touches it: "-03", "/Sep".
std::optional<int> take_marked_month(Cursor& c, std::string_view mark) {
  if (!c.take_glued(mark) || !c.is_glued()) return std::nullopt;
  const auto number = c.take_integer(1, 2);
  const auto month_number = number ? number : take_month_name(c);
  if (!month_number || *month_number < 1 || *month_number > 12) return std::nullopt;
  return month_number;
}

bool set_day(Expression& date, int year, int month, int day) {
  if (!is_valid({year, month, day})) return false;
  date.year = year;
  date.month = month;
  date.day = day;
  return true;
}

// "2024-03-26", "2024/3/26", "2019-Aug-01", "2020/23/Sep"
bool year_first(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const auto year_number = ahead.take_integer(4, 4);
  if (!year_number) return false;
  for (std::string_view mark : {"-", "/"}) {
    for (const bool month_leads : {true, false}) {
      Cursor rest = ahead;
      std::optional<int> month_number, day_number;
      if (month_leads) month_number = take_marked_month(rest, mark);
      if (rest.take_glued(mark) && rest.is_glued()) day_number = rest.take_integer(1, 2);
      if (!month_leads && day_number && !is_number(rest, 1)) month_number = take_marked_month(rest, mark);
      if (!month_number || !day_number || !set_day(date, *year_number, *month_number, *day_number)) continue;
      c = rest;
      return true;
    }
  }
  return false;
}

// "September-2020-23", "23-2020-September", "on 2016 10 16"
bool year_between(Cursor& c, Expression& date) {
  Cursor ahead = c;
  auto day_number = ahead.take_integer(1, 2);
  auto month_number = day_number ? std::nullopt : take_month_name(ahead);
  if (!day_number && !month_number) return false;
  for (std::string_view mark : {"-", "/"}) {
    Cursor rest = ahead;
    if (!rest.take_glued(mark) || !rest.is_glued()) continue;
    const auto year_number = rest.take_integer(4, 4);
    if (!year_number || !rest.take_glued(mark) || !rest.is_glued()) continue;
    if (day_number) month_number = take_month_name(rest);
    else day_number = rest.take_integer(1, 2);
    if (!month_number || !day_number || !set_day(date, *year_number, *month_number, *day_number)) return false;
    c = rest;
    return true;
  }
  return false;
}

bool spaced(Cursor& c, Expression& date) {
  if (!c.is_any({"on", "since", "from", "until", "dated"}, -1)) return false;
  Cursor ahead = c;
  const auto year_number = ahead.take_integer(4, 4);
  if (!year_number || ahead.is_glued()) return false;
  const auto month_number = ahead.take_integer(2, 2);
  if (!month_number || ahead.is_glued()) return false;
  const auto day_number = ahead.take_integer(2, 2);
  if (!day_number || goes_on(ahead) || !set_day(date, *year_number, *month_number, *day_number)) return false;
  c = ahead;
  return true;
}

// "20161016"
bool compact(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const auto number = ahead.take_integer(8, 8);
  if (!number || *number < 19000101 || *number > 20991231) return false;
  if (ahead.is_glued() && ahead.peek() != nullptr && ahead.peek()->kind != AtomKind::kMark) return false;
  if (!set_day(date, *number / 10000, *number / 100 % 100, *number % 100)) return false;
  c = ahead;
  return true;
}

// "26/3/2024", "3-26-24", "26.3.2024": the order by what is possible, else by the document's habit; with
// points the day comes first.
bool year_last(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const auto first = ahead.take_integer(1, 2);
  const Atom* mark = ahead.peek();
  if (!first || mark == nullptr || !ahead.is_glued() || !ahead.is_any({"/", "-", "."})) return false;
  ahead.skip();
  const bool glued_second = ahead.is_glued();
  const auto second = ahead.take_integer(1, 2);
  if (!second || !glued_second || !ahead.take_glued(mark->lower)) return false;
  const bool glued_third = ahead.is_glued();
  auto third = ahead.take_integer(4, 4);
  if (!third) {
    third = ahead.take_integer(2, 2);
    if (third) third = *third + (*third < 40 ? 2000 : 1900);
  }
  if (!third || !glued_third) return false;
  const bool day_leads = *first > 12 || (*second <= 12 && (mark->lower == "." || c.sentence().day_first));
  if (!set_day(date, *third, day_leads ? *second : *first, day_leads ? *first : *second)) return false;
  c = ahead;
  return true;
}

}  // namespace

bool take_numeric_day(Cursor& c, Expression& date) {
  return year_first(c, date) || year_last(c, date) || year_between(c, date) || spaced(c, date) || compact(c, date);
}

bool take_slash_day(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const auto first = ahead.take_integer(1, 2);
  if (!first || !ahead.take_glued("/") || !ahead.is_glued()) return false;
  const auto second = ahead.take_integer(1, 2);
  if (!second || (ahead.is_glued() && ahead.is_any({"/", "%", ":"}))) return false;
  const bool day_leads = *first > 12 || (*second <= 12 && c.sentence().day_first);
  const int month_number = day_leads ? *second : *first, day_number = day_leads ? *first : *second;
  if (month_number < 1 || month_number > 12 || day_number < 1 || day_number > days_in_month(2024, month_number)) return false;
  date.month = month_number;
  date.day = day_number;
  c = ahead;
  take_year_after(c, date);
  return true;
}

// A slash between two numbers is a fraction, a score or a share as often: a day only after a word that a day
// follows, and before none that it counts.
Match slash_day(Cursor c) {
  const Cursor first = c;
  Expression date;
  const bool other_end =
      c.is_any({"to", "-", "and", "until", "till", "through"}, -1) && is_number(c, -2) && c.is("/", -3) && is_number(c, -4);
  const bool led = c.is_any({"on", "from", "between", "until", "till", "since", "by", "before", "after"}, -1) || other_end;
  if (c.take_any({"this", "next", "last"})) {
    date.shift = first.is("this") ? 0 : first.is("last") ? -1 : 1;
  } else if (!led) {
    return std::nullopt;
  }
  if (!take_slash_day(c, date)) return std::nullopt;
  if (c.upos() == Upos::kNoun || c.upos() == Upos::kAdj || c.is("of")) return std::nullopt;
  return finished(date, first, c);
}

Match numeric_month(Cursor c) {
  const Cursor first = c;
  if (first.is_glued() && is_number(first, 0) && is_number(first, -2)) return std::nullopt;
  Expression date;
  if (const auto number = c.take_integer(4, 4); number && *number >= 1000 && *number < 2100) {
    const bool long_form = c.peek(1) != nullptr && c.peek(1)->lower.size() == 2;
    const auto of_year = take_marked_month(c, "-");
    // "2010-12" is rather a pair of years
    if (!of_year || goes_on(c) || (long_form && *of_year > *number % 100 && is_number(c, -1))) return std::nullopt;
    date.year = number;
    date.month = of_year;
    return finished(date, first, c);
  }
  c = first;
  const auto number = c.take_integer(1, 2);
  date.month = number ? number : take_month_name(c);
  if (!date.month || *date.month < 1 || *date.month > 12) return std::nullopt;
  if (!(c.take_glued("/") || c.take_glued("-")) || !c.is_glued()) return std::nullopt;
  date.year = c.take_integer(4, 4);
  if (!date.year || *date.year < 1900 || *date.year > 2099 || goes_on(c)) return std::nullopt;
  return finished(date, first, c);
}

}  // namespace annalist::time_rules
