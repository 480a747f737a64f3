#include "annalist/understand/times/holidays.h"

#include <iterator>

namespace annalist {
namespace {

constexpr Holiday fixed(std::string_view words, int month, int day, bool sure = false) {
  return {words, Holiday::Rule::kFixed, month, day, 0, 0, sure};
}

constexpr Holiday after_easter(std::string_view words, int days, bool sure = false) {
  return {words, Holiday::Rule::kEaster, 4, days, 0, 0, sure};
}

constexpr Holiday nth(std::string_view words, int month, int weekday, int nth, int days = 0, bool sure = false) {
  return {words, Holiday::Rule::kWeekday, month, days, weekday, nth, sure};
}

}  // namespace

const Holiday kHolidays[] = {
    fixed("christmas eve", 12, 24, true),
    fixed("christmas day", 12, 25, true),
    fixed("christmas", 12, 25, true),
    fixed("boxing day", 12, 26),
    fixed("saint stephens day", 12, 26),
    fixed("st stephens day", 12, 26),
    fixed("new years eve", 12, 31, true),
    fixed("new years day", 1, 1, true),
    fixed("new year day", 1, 1, true),
    fixed("new years", 1, 1),
    fixed("new year", 1, 1),
    fixed("epiphany", 1, 6),
    fixed("australia day", 1, 26),
    fixed("groundhog day", 2, 2),
    fixed("valentines day", 2, 14, true),
    fixed("international womens day", 3, 8, true),
    fixed("womens day", 3, 8),
    fixed("saint patricks day", 3, 17, true),
    fixed("st patricks day", 3, 17, true),
    fixed("april fools day", 4, 1, true),
    fixed("april fools", 4, 1),
    fixed("earth day", 4, 22, true),
    fixed("anzac day", 4, 25),
    fixed("may day", 5, 1),
    fixed("cinco de mayo", 5, 5),
    fixed("juneteenth", 6, 19),
    fixed("canada day", 7, 1),
    fixed("bastille day", 7, 14),
    fixed("halloween", 10, 31, true),
    fixed("all hallows eve", 10, 31),
    fixed("all saints day", 11, 1),
    fixed("all souls day", 11, 2),
    fixed("guy fawkes night", 11, 5),
    fixed("armistice day", 11, 11),
    fixed("veterans day", 11, 11),
    fixed("world aids day", 12, 1),
    fixed("human rights day", 12, 10),
    after_easter("shrove tuesday", -47, true),
    after_easter("mardi gras", -47),
    after_easter("ash wednesday", -46, true),
    after_easter("palm sunday", -7, true),
    after_easter("maundy thursday", -3, true),
    after_easter("good friday", -2, true),
    after_easter("holy saturday", -1),
    after_easter("easter sunday", 0, true),
    after_easter("easter monday", 1, true),
    after_easter("easter day", 0, true),
    after_easter("easter", 0, true),
    after_easter("ascension day", 39),
    after_easter("pentecost", 49),
    after_easter("whit monday", 50),
    nth("martin luther king day", 1, 1, 3),
    nth("martin luther king jr day", 1, 1, 3),
    nth("mlk day", 1, 1, 3, 0, true),
    nth("presidents day", 2, 1, 3),
    nth("mothers day", 5, 7, 2),
    nth("fathers day", 6, 7, 3),
    nth("memorial day", 5, 1, -1, 0, true),
    nth("labor day", 9, 1, 1, 0, true),
    nth("columbus day", 10, 1, 2),
    nth("thanksgiving day", 11, 4, 4, 0, true),
    nth("thanksgiving", 11, 4, 4, 0, true),
    nth("black friday", 11, 4, 4, 1, true),
    nth("cyber monday", 11, 4, 4, 4, true),
};
const int kHolidayCount = static_cast<int>(std::size(kHolidays));

Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, n / 31, n % 31 + 1};
}

Date holiday_date(int index, int year) {
  const Holiday& holiday = kHolidays[index];
  switch (holiday.rule) {
    case Holiday::Rule::kEaster: return add_days(easter(year), holiday.day);
    case Holiday::Rule::kWeekday: {
      const DateRange month = month_range(year, holiday.month);
      if (holiday.nth < 0) return add_days(month.to, -((iso_weekday(month.to) - holiday.weekday + 7) % 7) + holiday.day);
      const int lead = (holiday.weekday - iso_weekday(month.from) + 7) % 7;
      return add_days(month.from, lead + 7 * (holiday.nth - 1) + holiday.day);
    }
    case Holiday::Rule::kFixed: break;
  }
  return {year, holiday.month, holiday.day};
}

}  // namespace annalist
