// The rules of the grammar of time expressions. Each takes a cursor at the first atom of a would-be
// expression and returns the expression, its begin and end set, or nothing. English forms after the TIMEX3
// annotation guidelines (Ferro et al. 2005; Saurí et al. 2006): determiners and modifiers belong to an
// expression ("the end of last year"), prepositions do not.
#pragma once

#include <optional>
#include <string_view>

#include "annalist/understand/times/cursor.h"
#include "annalist/understand/times/expression.h"

namespace annalist {
bool is_religious_month(std::string_view lower);  // "muharram": religious_rules.cc
}

namespace annalist::time_rules {

using Match = std::optional<Expression>;

// calendar_rules.cc: days; month_rules.cc: months, years, weekdays
Match day(Cursor c);              // "Tuesday, 26 March 2024", "March 26", "26/3/2024", "2024-03-26", "Christmas Eve"
Match holiday_weekend(Cursor c);  // "Labor Day weekend", "the weekend of Thanksgiving 2023"
Match slash_day(Cursor c);        // "on 5/12", "from 10/1 to 11/7"
Match numeric_month(Cursor c);    // "2015-03", "2015-3", "12/2015", "Dec/2018"
Match month(Cursor c);            // "March 2024", "early May"
Match sure_month(Cursor c);       // "April" where only a month can stand ("the first week of April")
Match year(Cursor c);             // "2024", "the year 1997"
Match weekday(Cursor c);          // "Tuesday"

// period_rules.cc: longer stretches of the calendar
Match era_year(Cursor c);  // "776 BC", "AD 394"
Match decade(Cursor c);    // "the 1990s", "the sixties"
Match century(Cursor c);   // "the 19th century"
// named_period_rules.cc
Match named_period(Cursor c);  // "World War II", "the Victorian era"
// religious_rules.cc
Match religious_date(Cursor c);  // "Ramadan", "the first day of Muharram", "15 Nisan"
Match season_of_year(Cursor c);  // "spring 2021", "the summer of 2012"
Match week_of(Cursor c);         // "the first week of May 2015", "the last Monday of March"
Match reckoned_year(Cursor c);   // "fiscal year 2008", "the last school year": years that are not the calendar's
Match part_of_year(Cursor c);    // "the third quarter of 2009", "Q3 2009", "the first half of the year"

// numbered_rules.cc
Match numbered_week(Cursor c);  // "week 31 of 2027"
Match numbered_part(Cursor c);  // "the third month of 2021", "the last 3 weeks of this year"

// relative_rules.cc: counted from the time of writing or of the text
Match today(Cursor c);         // "today", "the day before yesterday"
Match day_of_month(Cursor c);  // "the 15th of next month"
Match deictic(Cursor c);       // "last week", "earlier this year", "next Tuesday", "the same day", "the end of the month"
// offset_rules.cc
Match offset(Cursor c);     // "two days ago", "eight years later", "three days after 5 March"
Match reference(Cursor c);  // "now", "recently", "the future"

// quantity_rules.cc
Match duration(Cursor c);  // "three years", "the past two weeks", "11-year"
// set_rules.cc
Match set(Cursor c);  // "every day", "monthly", "Mondays"

// clock_rules.cc
Match moment(Cursor c);  // "3 p.m.", "15:00 GMT on Tuesday", "Monday night", "the evening of 5 March"

// clock_interval_rules.cc
Match clock_interval(Cursor c);  // "from 3 to 5 p.m. on Tuesday"

// interval_rules.cc
Match interval(Cursor c);  // "24 to 27 March", "between March and May 2019", "2013-2017"

// Shared among them.
// A span of time to count with: "two years", "a year and a half", "several days", "2 years and 1 month". c is
// moved past it.
std::optional<std::vector<Quantity>> take_quantities(Cursor& c);
// Modifiers of place inside a period: "early", "mid-", "late", "the end of". Moves past them; false when
// there are none.
bool take_position(Cursor& c);
// "3 p.m." -> "T15:00".
std::optional<std::string> take_clock(Cursor& c);
// A day, weekday, or "today"/"last Tuesday": what a time of day can stand with.
Match day_like(Cursor c);
// The same with a part of the day: "last night", "Monday morning".
Match day_or_part(Cursor c);
std::optional<int> take_month_name(Cursor& c);
std::optional<int> take_weekday_name(Cursor& c);
// A year of four digits, "'82", or in words ("nineteen ninety-six", when spelled).
std::optional<int> take_year(Cursor& c, bool spelled);
// The year after a day or month: ", 2024", "2024", "of 2024". Sets it and moves past it, where there is one.
void take_year_after(Cursor& c, Expression& date);
// "of this year", "last year" after a day, a part of a year and the like.
void take_shift_after(Cursor& c, Expression& date);
// "of next week", "next week", "of the following week" after a weekday.
bool take_week_after(Cursor& c, Expression& date);
// numeric_rules.cc: a whole date in figures; a day and month with a slash, to be asked only where a day must
// stand.
bool take_numeric_day(Cursor& c, Expression& date);
bool take_slash_day(Cursor& c, Expression& date);
// holiday_rules.cc: a holiday and its year, where that is said.
bool take_holiday(Cursor& c, Expression& date);
Expression finished(Expression expression, const Cursor& first, const Cursor& last);

}  // namespace annalist::time_rules
