#include "annalist/understand/times/timex_value.h"

#include <charconv>

#include "annalist/base/decimal.h"

namespace annalist {
namespace {

std::string padded(int value, int width) {
  std::string digits = std::to_string(value);
  return std::string(static_cast<size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0') + digits;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
  return value;
}

std::optional<DateRange> season_range(int year, std::string_view code) {
  const int first = code == "SP" ? 3 : code == "SU" ? 6 : code == "FA" ? 9 : code == "WI" ? 12 : 0;
  if (first == 0) return std::nullopt;
  const Date begin{year, first, 1};
  return DateRange{begin, add_days(add_months(begin, 3), -1)};
}

std::optional<DateRange> week_of(int year, std::string_view rest) {
  const auto week = number(rest.substr(0, 2));
  if (!week || *week < 1 || *week > 53) return std::nullopt;
  // 4 January lies in week 1 (ISO 8601).
  const Date monday = add_days(week_range({year, 1, 4}).from, (*week - 1) * 7);
  if (rest.size() == 2) return week_range(monday);
  if (rest.substr(2) == "-WE") return DateRange{add_days(monday, 5), add_days(monday, 6)};
  return std::nullopt;
}

}  // namespace

std::string year_value(int year) { return year < 0 ? "-" + padded(-year, 4) : padded(year, 4); }

std::string month_value(int year, int month) { return year_value(year) + "-" + padded(month, 2); }

std::string week_value(Date date) {
  const IsoWeek week = iso_week(date);
  return year_value(week.year) + "-W" + padded(week.week, 2);
}

std::string duration_value(const std::vector<Quantity>& quantities) {
  std::string value = "P";
  bool timed = false;
  for (const Quantity& quantity : quantities) {
    if (quantity.unit < TimeUnit::kDay && !timed) {
      value += "T";
      timed = true;
    }
    std::string count = quantity.number;
    const auto exact = Decimal::parse(count);
    const auto scaled = [&](int64_t years) { return exact ? exact->times(Decimal(years)).value_or(*exact).to_string() : count; };
    switch (quantity.unit) {
      case TimeUnit::kSecond: value += count + "S"; break;
      case TimeUnit::kMinute: value += count + "M"; break;
      case TimeUnit::kHour: value += count + "H"; break;
      case TimeUnit::kDay: value += count + "D"; break;
      case TimeUnit::kWeek: value += count + "W"; break;
      case TimeUnit::kMonth: value += count + "M"; break;
      case TimeUnit::kQuarter: value += (exact ? exact->times(Decimal(3)).value_or(*exact).to_string() : count) + "M"; break;
      case TimeUnit::kYear: value += count + "Y"; break;
      case TimeUnit::kDecade: value += exact ? scaled(10) + "Y" : count + "DE"; break;
      case TimeUnit::kCentury: value += exact ? scaled(100) + "Y" : count + "CE"; break;
      case TimeUnit::kMillennium: value += exact ? scaled(1000) + "Y" : count + "ML"; break;
    }
  }
  return value;
}

std::optional<DateRange> range_of_value(std::string_view value) {
  if (const size_t slash = value.find('/'); slash != std::string_view::npos) {
    const auto from = range_of_value(value.substr(0, slash));
    const auto to = range_of_value(value.substr(slash + 1));
    if (!from || !to || to->to < from->from) return std::nullopt;
    return DateRange{from->from, to->to};
  }
  if (value.empty() || value[0] < '0' || value[0] > '9') return std::nullopt;
  value = value.substr(0, value.find('T'));
  const std::string_view head = value.substr(0, value.find('-'));
  const auto leading = number(head);
  if (!leading) return std::nullopt;
  if (head.size() == 2 || head.size() == 3) {  // a century, a decade
    if (value.size() != head.size()) return std::nullopt;
    const int years = head.size() == 2 ? 100 : 10;
    return DateRange{{*leading * years, 1, 1}, {*leading * years + years - 1, 12, 31}};
  }
  if (head.size() != 4 || *leading < 1) return std::nullopt;
  const int year = *leading;
  if (value.size() == 4) return year_range(year);
  const std::string_view rest = value.substr(5);
  if (rest.starts_with('W') && rest.size() > 2 && rest[1] != 'I') return week_of(year, rest.substr(1));
  if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'H')) {
    const int months = rest[0] == 'Q' ? 3 : 6;
    const int first = (rest[1] - '1') * months + 1;
    if (first < 1 || first > 12) return std::nullopt;
    return DateRange{{year, first, 1}, {year, first + months - 1, days_in_month(year, first + months - 1)}};
  }
  const auto month = number(rest.substr(0, 2));
  if (!month) return season_range(year, rest);
  if (*month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 2) return month_range(year, *month);
  const auto day = rest.size() == 5 ? number(rest.substr(3)) : std::nullopt;
  if (!day || !is_valid({year, *month, *day})) return std::nullopt;
  return day_range({year, *month, *day});
}

}  // namespace annalist
