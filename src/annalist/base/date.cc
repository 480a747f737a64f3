#include "annalist/base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <chrono>

namespace annalist {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

year_month_day civil(Date date) {
  return year{date.year} / month{static_cast<unsigned>(date.month)} / day{static_cast<unsigned>(date.day)};
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || text[0] == '-') return std::nullopt;
  return value;
}

// 1 + the position of the name in the table, by whole name or a known abbreviation.
template <size_t N>
int position(std::string_view name, const std::array<std::string_view, N>& names, std::string_view four_letters) {
  std::string lower;
  for (const char c : name) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (!lower.empty() && lower.back() == '.') lower.pop_back();
  if (lower == four_letters) lower.resize(3);
  if (lower == "tues" || lower == "thur" || lower == "thurs") lower.resize(3);
  for (size_t i = 0; i < N; ++i) {
    if (lower == names[i] || (lower.size() == 3 && names[i].substr(0, 3) == lower)) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace

bool is_leap_year(int y) { return year{y}.is_leap(); }

int days_in_month(int y, int m) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (m < 1 || m > 12) return 0;
  return m == 2 && is_leap_year(y) ? 29 : kDays[static_cast<size_t>(m - 1)];
}

bool is_valid(Date date) {
  return date.year > -32768 && date.year < 32767 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int to_days(Date date) { return static_cast<int>(sys_days{civil(date)}.time_since_epoch().count()); }

Date from_days(int days) {
  const year_month_day date{sys_days{std::chrono::days{days}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

int iso_weekday(Date date) { return static_cast<int>(std::chrono::weekday{sys_days{civil(date)}}.iso_encoding()); }

IsoWeek iso_week(Date date) {
  const Date thursday = add_days(date, 4 - iso_weekday(date));
  return {thursday.year, (to_days(thursday) - to_days({thursday.year, 1, 1})) / 7 + 1};
}

Date add_days(Date date, int days) { return from_days(to_days(date) + days); }

Date add_months(Date date, int months) {
  const int index = date.year * 12 + (date.month - 1) + months;
  const int y = index >= 0 ? index / 12 : (index - 11) / 12;
  const int m = index - y * 12 + 1;
  return {y, m, std::min(date.day, days_in_month(y, m))};
}

Date add_years(Date date, int years) { return add_months(date, years * 12); }

DateRange day_range(Date date) { return {date, date}; }
DateRange month_range(int y, int m) { return {{y, m, 1}, {y, m, days_in_month(y, m)}}; }
DateRange year_range(int y) { return {{y, 1, 1}, {y, 12, 31}}; }
DateRange week_range(Date date) {
  const Date monday = add_days(date, 1 - iso_weekday(date));
  return {monday, add_days(monday, 6)};
}

std::string to_iso(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

std::string to_iso(DateRange range) {
  if (range.from == range.to) return to_iso(range.from);
  if (range == year_range(range.from.year)) return fmt::format("{:04}", range.from.year);
  if (range == month_range(range.from.year, range.from.month)) { return fmt::format("{:04}-{:02}", range.from.year, range.from.month); }
  return to_iso(range.from) + "/" + to_iso(range.to);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != ' ') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d || !is_valid({*y, *m, *d})) return std::nullopt;
  return Date{*y, *m, *d};
}

std::optional<DateRange> parse_iso_range(std::string_view text) {
  if (const size_t slash = text.find('/'); slash != std::string_view::npos) {
    const auto from = parse_iso_range(text.substr(0, slash));
    const auto to = parse_iso_range(text.substr(slash + 1));
    if (!from || !to || to->to < from->from) return std::nullopt;
    return DateRange{from->from, to->to};
  }
  if (const auto date = parse_iso_date(text)) return day_range(*date);
  if (text.size() == 7 && text[4] == '-') {
    const auto y = digits(text.substr(0, 4));
    const auto m = digits(text.substr(5, 2));
    if (y && m && *m >= 1 && *m <= 12) return month_range(*y, *m);
  }
  if (text.size() == 4) {
    if (const auto y = digits(text)) return year_range(*y);
  }
  return std::nullopt;
}

int month_by_name(std::string_view name) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                               "july",    "august",   "september", "october", "november", "december"};
  return position(name, kMonths, "sept");
}

int weekday_by_name(std::string_view name) {
  static constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  return position(name, kDays, "weds");
}

}  // namespace annalist
