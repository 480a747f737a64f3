#include "annalist/base/date.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

bool month_follows(Cursor c) { return take_month_name(c).has_value(); }

// "26", "26th", "twenty-sixth". A number that goes on ("26%", "26:30", "26.5") is no day.
std::optional<int> take_day_number(Cursor& c) {
  Cursor ahead = c;
  if (const auto ordinal = ahead.take_ordinal(31)) {
    c = ahead;
    return ordinal;
  }
  auto number = ahead.take_integer(1, 2);
  if (!number) {  // "twenty-five"
    const auto numeral = ahead.take_numeral();
    if (!numeral || !numeral->spelled || numeral->scaled || !numeral->value.is_whole()) return std::nullopt;
    number = static_cast<int>(numeral->value.units());
  }
  if (*number < 1 || *number > 31) return std::nullopt;
  const bool clock = ahead.is(":") && ahead.is_glued(1) && ahead.peek(1) != nullptr && ahead.peek(1)->kind == AtomKind::kNumber;
  if (ahead.is_glued() && (ahead.is_any({"%", "$"}) || clock)) return std::nullopt;
  c = ahead;
  return number;
}

// "March 26, 2024", "March 26th", "March the 26th"
bool month_first(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const bool capital = ahead.peek() != nullptr && ahead.peek()->capital;
  const bool verb = !capital && ahead.is_any({"may", "march", "mar", "dec", "sun"});
  const auto name = take_month_name(ahead);
  if (!name || verb) return false;
  if (ahead.take("-") || ahead.take("/") || ahead.take("the")) {
    // "Mar-26", "Mar/26", "March the 26th"
  }
  const auto number = take_day_number(ahead);
  if (!number) return false;
  // "May 5 million": the number counts something.
  if (ahead.peek() != nullptr && magnitude_of(ahead.peek()->lower)) return false;
  date.month = name;
  date.day = number;
  c = ahead;
  take_year_after(c, date);
  return true;
}

// "26 March 2024", "the 26th of March", "26th day of March"
bool day_first(Cursor& c, Expression& date) {
  Cursor ahead = c;
  ahead.take("the");
  const auto number = take_day_number(ahead);
  if (!number) return false;
  if (ahead.take("day")) {
    if (!ahead.take("of")) return false;
  } else if (!ahead.take("of") && !ahead.take("-")) {
    ahead.take("/");
  }
  if (ahead.is_any({"may", "march", "mar"}) && !ahead.peek()->capital && !c.is("the")) return false;
  const auto name = take_month_name(ahead);
  if (!name) return false;
  date.month = name;
  date.day = number;
  c = ahead;
  if (c.is_glued() && (c.is("-") || c.is("/"))) {
    Cursor year_cursor = c;
    year_cursor.skip();
    if (const auto value = take_year(year_cursor, false)) {
      date.year = value;
      c = year_cursor;
      return true;
    }
  }
  take_year_after(c, date);
  return true;
}

}  // namespace

// The year after a day and month: ", 2024", "2024", "of 2024", ", of this year" (which is left to others).
void take_year_after(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const bool comma = ahead.take(",");
  const bool of = ahead.take("of");
  if (!of) ahead.take("in");
  if (const auto number = take_year(ahead, true)) {
    date.year = number;
    c = ahead;
    return;
  }
  // "15 April of 87", "30 September 420": short years, which count nothing here
  std::optional<int> number = of ? ahead.take_integer(2, 2) : std::nullopt;
  if (number) *number += *number < 40 ? 2000 : 1900;
  else if (!comma && (of || (date.day && date.month))) number = ahead.take_integer(3, 3);
  const bool counts = ahead.upos() == Upos::kNoun || ahead.upos() == Upos::kAdj || ahead.upos() == Upos::kPropn ||
                      ahead.upos() == Upos::kSym || (ahead.is_glued() && ahead.is_any({":", "%", "-", "/"})) || number == 0;
  if (!number || counts) return;
  date.year = number;
  c = ahead;
}

void take_shift_after(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const bool of = ahead.take("of") || ahead.take("in");
  if (of && ahead.take("the")) {
    if (!ahead.take("year")) return;
    date.shift = 0;
  } else if (ahead.is("year", 1) && ahead.is_any({"this", "last", "next"})) {
    date.shift = ahead.is("this") ? 0 : ahead.is("last") ? -1 : 1;
    ahead.skip(2);
  } else {
    return;
  }
  date.unit = TimeUnit::kYear;
  c = ahead;
}

Expression finished(Expression expression, const Cursor& first, const Cursor& last) {
  expression.begin = first.at();
  expression.end = last.at();
  return expression;
}

std::optional<int> take_month_name(Cursor& c) {
  const Atom* atom = c.peek();
  if (atom == nullptr || atom->kind != AtomKind::kWord) return std::nullopt;
  const int month_number = month_by_name(atom->lower);
  if (month_number == 0) return std::nullopt;
  c.skip();
  const bool whole = atom->lower == "may" || atom->lower == "june" || atom->lower == "july";
  if (atom->lower.size() <= 4 && !whole && c.is_glued() && c.is(".")) c.skip();
  return month_number;
}

std::optional<int> take_weekday_name(Cursor& c) {
  const Atom* atom = c.peek();
  if (atom == nullptr || atom->kind != AtomKind::kWord) return std::nullopt;
  const int number = weekday_by_name(atom->lower);
  if (number == 0) return std::nullopt;
  c.skip();
  if (atom->lower.size() <= 5 && c.is_glued() && c.is(".")) c.skip();
  return number;
}

std::optional<int> take_year(Cursor& c, bool spelled) {
  Cursor ahead = c;
  if (const auto number = ahead.take_integer(4, 4)) {
    if (*number < 1000 || *number > 2999) return std::nullopt;
    c = ahead;
    return number;
  }
  if (ahead.take("'")) {
    const auto number = ahead.is_glued() ? ahead.take_integer(2, 2) : std::nullopt;
    if (!number || (ahead.is_glued() && ahead.is("s"))) return std::nullopt;
    c = ahead;
    return *number + (*number < 40 ? 2000 : 1900);
  }
  if (!spelled || c.peek() == nullptr || c.peek()->kind != AtomKind::kWord) return std::nullopt;
  const auto first = ahead.take_numeral();
  if (!first || !first->spelled) return std::nullopt;
  const auto value = first->value.units();
  const bool hundreds = c.is("hundred", 1) && value >= 1100 && value < 2000;  // "nineteen hundred ninety-three"
  if (first->scaled && (hundreds || (value >= 2000 && value <= 2100 && c.is("two")))) {
    c = ahead;
    return static_cast<int>(value);
  }
  if (value < 15 || value > 20) return std::nullopt;
  const auto second = ahead.take_numeral();
  if (!second || !second->spelled || second->value.units() < 10 || second->value.units() > 99) return std::nullopt;
  c = ahead;
  return static_cast<int>(value * 100 + second->value.units());
}

Match day(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.weekday = take_weekday_name(c);
  if (date.weekday) {
    c.take(",");
    c.take("the");
  }
  if (take_numeric_day(c, date) || month_first(c, date) || day_first(c, date) || (!date.weekday && take_holiday(c, date))) {
    const bool none = date.day && date.month && *date.day > days_in_month(date.year.value_or(2024), *date.month);
    if (none && !date.year) return std::nullopt;  // "30 February 2019" is an expression whose day no calendar has
    return finished(date, first, c);
  }
  if (!date.weekday) {
    if (first.is("9") && first.is("/", 1) && first.is("11", 2) && !first.is("/", 3)) {  // the day that is called by its date
      date.year = 2001;
      date.month = 9;
      date.day = 11;
      c.skip(3);
      return finished(date, first, c);
    }
    return std::nullopt;
  }
  // "Tuesday 5/12", "Tuesday the 5th"
  if (take_slash_day(c, date)) return finished(date, first, c);
  const bool told = c.peek() != nullptr && c.peek()->kind == AtomKind::kNumber;  // not "Wednesday, the first since ..."
  if (const auto ordinal = c.take_ordinal(31); ordinal && !month_follows(c) && (told || !c.is_any({"since", "of", "to", "in"}))) {
    date.day = ordinal;
    return finished(date, first, c);
  }
  return std::nullopt;
}

bool take_position(Cursor& c) {
  Cursor ahead = c;
  ahead.take("the");
  if (ahead.take("very")) {
    // "the very beginning of"
  }
  if (ahead.take_any({"beginning", "start", "end", "middle", "close", "turn", "onset", "rest", "remainder", "remaining"})) {
    if (!ahead.take("of")) return false;
    c = ahead;
    return true;
  }
  if (!ahead.take_any({"early", "mid", "late"})) return false;
  ahead.take("-");
  if (ahead.take("to")) {
    if (!ahead.take("-") || !ahead.take_any({"mid", "late"})) return false;
    ahead.take("-");
  }
  ahead.take("in");
  c = ahead;
  return true;
}

}  // namespace annalist::time_rules
