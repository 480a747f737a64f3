// Civil dates of the proleptic Gregorian calendar (ISO 8601), and inclusive ranges of them. A date here is a day; coarser knowledge
// (a month, a year, "spring") is a DateRange. No clock and no time zone.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace annalist {

struct Date {
  int year = 0;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct DateRange {  // both ends belong to it
  Date from;
  Date to;
  friend auto operator<=>(const DateRange&, const DateRange&) = default;
};

bool is_valid(Date date);
int days_in_month(int year, int month);
bool is_leap_year(int year);

// Days since 1970-01-01 (negative before), and back.
int to_days(Date date);
Date from_days(int days);

// 1 = Monday ... 7 = Sunday (ISO 8601).
int iso_weekday(Date date);
struct IsoWeek {
  int year = 0;
  int week = 0;  // 1..53
};
IsoWeek iso_week(Date date);

Date add_days(Date date, int days);
// The day is cut to the new month's last: 2024-01-31 + 1 month = 2024-02-29.
Date add_months(Date date, int months);
Date add_years(Date date, int years);

DateRange day_range(Date date);
DateRange month_range(int year, int month);
DateRange year_range(int year);
// Monday to Sunday of the date's week.
DateRange week_range(Date date);

// "2024-03-26".
std::string to_iso(Date date);
// The shortest exact form: "2024-03-26", "2024-03", "2024", else "2024-03-24/2024-03-27".
std::string to_iso(DateRange range);
// Reads the forms that to_iso writes, and a date with a time after it ("2024-03-26T10:00:00Z" -> the day). nullopt when malformed or no
// such day.
std::optional<Date> parse_iso_date(std::string_view text);
std::optional<DateRange> parse_iso_range(std::string_view text);

// English month by name or abbreviation, any case, with or without a full stop: 1..12, or 0.
int month_by_name(std::string_view name);
// English weekday by name or abbreviation: 1 = Monday ... 7, or 0.
int weekday_by_name(std::string_view name);

}  // namespace annalist
