#include "annalist/show/written_date.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(WrittenDate, TakesTheShortestForm) {
  const struct {
    DateRange range;
    const char* text;
  } rows[] = {
      {day_range({2019, 3, 12}), "12 March 2019"},
      {month_range(2019, 2), "February 2019"},
      {year_range(2019), "2019"},
      {{{2022, 2, 21}, {2022, 2, 27}}, "21\u201327 February 2022"},
      {{{2022, 2, 28}, {2022, 3, 3}}, "28 February \u2013 3 March 2022"},
      {{{2021, 12, 30}, {2022, 1, 2}}, "30 December 2021 \u2013 2 January 2022"},
  };
  for (const auto& row : rows) EXPECT_EQ(written_date(row.range), row.text);
}

}  // namespace
}  // namespace annalist
