#include "annalist/ingest/article_date.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* line;
  const char* date;  // "" for none
};

class FindDate : public testing::TestWithParam<Row> {};
TEST_P(FindDate, Table) {
  const auto found = find_date(GetParam().line);
  EXPECT_EQ(found ? to_iso(found->date) : "", GetParam().date);
}
INSTANTIATE_TEST_SUITE_P(Rows, FindDate,
                         testing::Values(Row{"american", "Monday, May 18, 2015", "2015-05-18"}, Row{"british", "18 May 2015", "2015-05-18"},
                                         Row{"ordinal", "the 3rd of March; 3rd March 2021", "2021-03-03"},
                                         Row{"short_month", "Dec. 23, 2018", "2018-12-23"},
                                         Row{"iso", "2024-03-26T10:00:00Z", "2024-03-26"}, Row{"slashes", "2015/05/18", "2015-05-18"},
                                         Row{"dots", "18.05.2015 12:30", "2015-05-18"}, Row{"american_slashes", "5/18/2015", "2015-05-18"},
                                         Row{"ambiguous", "5/8/2015", ""}, Row{"same_day_and_month", "5/5/2015", "2015-05-05"},
                                         Row{"rfc5322", "Mon, 18 May 2015 10:00:00 GMT", "2015-05-18"}, Row{"no_year", "May 18", ""},
                                         Row{"month_only", "May 2015", ""}, Row{"no_such_day", "February 30, 2020", ""},
                                         Row{"numbers", "killing 1,200 people and taking 250 hostages", ""},
                                         Row{"modal_may", "It may 18 2015 be", "2015-05-18"}),
                         [](const auto& row) { return row.param.name; });

TEST(ReadDateLine, TakesDatesAlone) {
  EXPECT_TRUE(read_date_line("Monday, May 18, 2015"));
  EXPECT_TRUE(read_date_line("Published: March 4, 2022, 2:15 PM EST"));
  EXPECT_TRUE(read_date_line("PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05, Tue, Nov 19, 2019"));
  EXPECT_FALSE(read_date_line("The talks on May 18, 2015 failed"));
  EXPECT_FALSE(read_date_line("By Ana Ruiz, May 18, 2015"));
  EXPECT_FALSE(read_date_line("No date at all"));
}

TEST(ReadDateLine, TellsLabels) {
  EXPECT_TRUE(read_date_line("Published May 18, 2015")->labelled);
  EXPECT_FALSE(read_date_line("May 18, 2015")->labelled);
  EXPECT_TRUE(read_date_line("Last updated: May 18, 2015")->update);
  EXPECT_FALSE(read_date_line("Published May 18, 2015, updated May 19, 2015")->update);
}

TEST(ReadDateLine, OfSeveralDatesTheOneOfPublication) {
  EXPECT_EQ(read_date_line("Updated May 19, 2015, first published May 18, 2015")->date, (Date{2015, 5, 18}));
  EXPECT_EQ(read_date_line("May 18, 2015 | Updated May 19, 2015")->date, (Date{2015, 5, 18}));
  EXPECT_FALSE(read_date_line("May 18, 2015 | Updated May 19, 2015")->update);
  EXPECT_EQ(read_date_line("Updated May 19, 2015 | May 18, 2015")->date, (Date{2015, 5, 18}));
  EXPECT_TRUE(read_date_line("Updated May 19, 2015, edited May 20, 2015")->update);
}

class DateInUrl : public testing::TestWithParam<Row> {};
TEST_P(DateInUrl, Table) {
  const auto date = date_in_url(GetParam().line);
  EXPECT_EQ(date ? to_iso(*date) : "", GetParam().date);
}
INSTANTIATE_TEST_SUITE_P(Rows, DateInUrl,
                         testing::Values(Row{"folders", "https://a.example/2019/11/18/talks", "2019-11-18"},
                                         Row{"short", "https://a.example/2019/1/8/talks", "2019-01-08"},
                                         Row{"month_name", "https://a.example/commentisfree/2019/nov/18/view", "2019-11-18"},
                                         Row{"dashes", "https://a.example/talks-2019-11-18", "2019-11-18"},
                                         Row{"run", "https://a.example/news/20191118/x", "2019-11-18"},
                                         Row{"number", "https://a.example/article/20841977", ""},
                                         Row{"none", "https://a.example/talks", ""}, Row{"empty", "", ""}),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace annalist
