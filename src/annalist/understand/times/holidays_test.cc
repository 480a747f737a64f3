#include "annalist/understand/times/holidays.h"

#include <gtest/gtest.h>

#include <string>

namespace annalist {
namespace {

std::string day_of(std::string_view words, int year) {
  for (int i = 0; i < kHolidayCount; ++i) {
    if (kHolidays[i].words == words) return to_iso(holiday_date(i, year));
  }
  return "none";
}

TEST(Holidays, EasterByTheGregorianRule) {
  EXPECT_EQ(to_iso(easter(1961)), "1961-04-02");
  EXPECT_EQ(to_iso(easter(2000)), "2000-04-23");
  EXPECT_EQ(to_iso(easter(2008)), "2008-03-23");  // nearly the earliest
  EXPECT_EQ(to_iso(easter(2024)), "2024-03-31");
  EXPECT_EQ(to_iso(easter(2038)), "2038-04-25");  // the latest
}

TEST(Holidays, MoveWithTheYear) {
  EXPECT_EQ(day_of("good friday", 2024), "2024-03-29");
  EXPECT_EQ(day_of("ash wednesday", 2024), "2024-02-14");
  EXPECT_EQ(day_of("thanksgiving", 2023), "2023-11-23");
  EXPECT_EQ(day_of("black friday", 2010), "2010-11-26");
  EXPECT_EQ(day_of("memorial day", 2021), "2021-05-31");
  EXPECT_EQ(day_of("christmas eve", 1999), "1999-12-24");
}

TEST(Holidays, LongerNamesStandBeforeTheirBeginnings) {
  for (int i = 0; i < kHolidayCount; ++i) {
    for (int later = i + 1; later < kHolidayCount; ++later) {
      EXPECT_FALSE(kHolidays[later].words.starts_with(kHolidays[i].words)) << kHolidays[later].words;
    }
  }
}

}  // namespace
}  // namespace annalist
