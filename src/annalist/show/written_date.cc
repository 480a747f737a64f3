#include "annalist/show/written_date.h"

#include <array>

namespace annalist {
namespace {

std::string month_name(int month) {
  constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};
  return kMonths[static_cast<size_t>(month - 1)];
}

std::string day_and_month(Date date) { return std::to_string(date.day) + " " + month_name(date.month); }

}  // namespace

std::string written_date(Date date) { return day_and_month(date) + " " + std::to_string(date.year); }

std::string written_date(DateRange range) {
  if (range.from == range.to) return written_date(range.from);
  if (range == year_range(range.from.year)) return std::to_string(range.from.year);
  if (range == month_range(range.from.year, range.from.month)) return month_name(range.from.month) + " " + std::to_string(range.from.year);
  if (range.from.year != range.to.year) return written_date(range.from) + " \u2013 " + written_date(range.to);
  if (range.from.month != range.to.month) return day_and_month(range.from) + " \u2013 " + written_date(range.to);
  return std::to_string(range.from.day) + "\u2013" + written_date(range.to);
}

}  // namespace annalist
