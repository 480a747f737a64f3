#include "annalist/kb/interval.h"

#include <cstdio>

namespace annalist {
namespace {

bool all_digits(std::string_view text) {
  for (char c : text) {
    if (c < '0' || c > '9') return false;
  }
  return !text.empty();
}

int number(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::string padded(int value, int width) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%0*d", width, value);
  return buffer;
}

// A first day of a year or month is written as that year or month alone; reading it back gives the same first day.
std::string first_day_text(Date day) {
  std::string text = padded(day.year, 4);
  if (day.month == 1 && day.day == 1) return text;
  text += "-" + padded(day.month, 2);
  return day.day == 1 ? text : text + "-" + padded(day.day, 2);
}

std::string last_day_text(Date day) {
  std::string text = padded(day.year, 4);
  if (day.month == 12 && day.day == 31) return text;
  text += "-" + padded(day.month, 2);
  return day.day == days_in_month(day.year, day.month) ? text : text + "-" + padded(day.day, 2);
}

}  // namespace

std::optional<DateRange> parse_coarse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (!all_digits(text.substr(0, 4))) return std::nullopt;
  const int year = number(text.substr(0, 4));
  if (year == 0) return std::nullopt;
  if (text.size() == 4) return year_range(year);
  if (text[4] != '-' || !all_digits(text.substr(5, 2))) return std::nullopt;
  const int month = number(text.substr(5, 2));
  if (month < 1 || month > 12) return std::nullopt;
  if (text.size() == 7) return month_range(year, month);
  if (text[7] != '-' || !all_digits(text.substr(8, 2))) return std::nullopt;
  const Date day{year, month, number(text.substr(8, 2))};
  if (!is_valid(day)) return std::nullopt;
  return day_range(day);
}

IntervalReading parse_interval(std::string_view text) {
  IntervalReading reading;
  const size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    reading.fault = IntervalFault::kShape;
    return reading;
  }
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  std::optional<DateRange> from_range, to_range;
  if (!from.empty() && !(from_range = parse_coarse_date(from))) {
    reading.fault = IntervalFault::kFrom;
    return reading;
  }
  if (!to.empty() && to != "?" && !(to_range = parse_coarse_date(to))) {
    reading.fault = IntervalFault::kTo;
    return reading;
  }
  if (from_range) reading.interval.from = from_range->from;
  if (to_range) reading.interval.to = to_range->to;
  reading.interval.open = to == "?";
  if (from_range && to_range && from_range->from > to_range->to) reading.fault = IntervalFault::kReversed;
  return reading;
}

std::string interval_text(const Interval& interval) {
  std::string text = interval.from == kEarliest ? "" : first_day_text(interval.from);
  text += "..";
  if (interval.open) return text + "?";
  return interval.to == kLatest ? text : text + last_day_text(interval.to);
}

}  // namespace annalist
