#include "annalist/base/date.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(Date, RoundTripsThroughDays) {
  for (int days = -800000; days < 800000; days += 97) EXPECT_EQ(to_days(from_days(days)), days);
  EXPECT_EQ(to_days({1970, 1, 1}), 0);
  EXPECT_EQ(to_days({2000, 3, 1}), 11017);
}

TEST(Date, Validity) {
  EXPECT_TRUE(is_valid({2024, 2, 29}));
  EXPECT_FALSE(is_valid({2023, 2, 29}));
  EXPECT_FALSE(is_valid({2023, 13, 1}));
  EXPECT_FALSE(is_valid({2023, 4, 31}));
}

TEST(Date, WeekdaysAndWeeks) {
  EXPECT_EQ(iso_weekday({2024, 3, 26}), 2);
  EXPECT_EQ(iso_week({2021, 1, 3}).week, 53);
  EXPECT_EQ(iso_week({2021, 1, 3}).year, 2020);
  EXPECT_EQ(iso_week({2024, 12, 30}).year, 2025);
  EXPECT_EQ(iso_week({2024, 12, 30}).week, 1);
  EXPECT_EQ(week_range({2024, 3, 26}), (DateRange{{2024, 3, 25}, {2024, 3, 31}}));
}

TEST(Date, AddsMonthsCuttingTheDay) {
  EXPECT_EQ(add_months({2024, 1, 31}, 1), (Date{2024, 2, 29}));
  EXPECT_EQ(add_months({2024, 1, 15}, -1), (Date{2023, 12, 15}));
  EXPECT_EQ(add_months({2024, 1, 15}, -13), (Date{2022, 12, 15}));
  EXPECT_EQ(add_years({2024, 2, 29}, 1), (Date{2025, 2, 28}));
}

TEST(Date, RangesRoundTripThroughIso) {
  for (const DateRange range : {day_range({2024, 3, 26}), month_range(2024, 2), year_range(2013), DateRange{{2024, 3, 24}, {2024, 3, 27}},
                                DateRange{{2013, 1, 1}, {2017, 12, 31}}}) {
    EXPECT_EQ(parse_iso_range(to_iso(range)), range) << to_iso(range);
  }
  EXPECT_EQ(to_iso(month_range(2024, 2)), "2024-02");
  EXPECT_EQ(to_iso(year_range(2013)), "2013");
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text : {"", "2024-13-01", "2023-02-29", "24-01-01", "2024/01/01", "2024-1-1", "2024-01-01x"}) {
    EXPECT_EQ(parse_iso_date(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_iso_date("2024-03-26T10:00:00Z"), (Date{2024, 3, 26}));
}

TEST(Date, Names) {
  EXPECT_EQ(month_by_name("March"), 3);
  EXPECT_EQ(month_by_name("Sept."), 9);
  EXPECT_EQ(month_by_name("marching"), 0);
  EXPECT_EQ(weekday_by_name("Thurs."), 4);
  EXPECT_EQ(weekday_by_name("wed"), 3);
  EXPECT_EQ(weekday_by_name("someday"), 0);
}

}  // namespace
}  // namespace annalist
