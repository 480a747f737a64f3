#include "annalist/show/dyads.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "annalist/store/example_records.h"

namespace annalist {
namespace {

// Ruritania paid the Liberation Front, in May 2019.
Records one_event() {
  Records records = example_records(1);
  records.actors.actors[1].members.clear();
  return records;
}

// One row as "period actor>recipient events actual quads intensity".
std::string row_text(const std::vector<std::string>& row) {
  std::string out = row[0] + " " + row[1] + ":" + row[2] + ">" + row[3] + ":" + row[4];
  for (size_t i = 5; i <= 11; ++i) out += " " + row[i];
  return out;
}

std::vector<std::string> count(const Records& records, Period period) {
  DyadTable dyads(period);
  for (size_t i = 0; i < records.events.size(); ++i) dyads.add(records, i);
  std::vector<std::string> out;
  for (const auto& row : dyads.rows()) {
    EXPECT_EQ(row.size(), dyad_columns().size());
    out.push_back(row_text(row));
  }
  return out;
}

using Rows = std::vector<std::string>;

TEST(Dyads, CountsByPeriodAndDyad) {
  Records records = one_event();
  Event other = records.events[0];
  other.status = EventStatus::kDenied;
  other.cameo = "190";
  other.quad = 4;
  records.events.push_back(other);
  EXPECT_EQ(count(records, Period::kMonth), Rows{"2019-05 RUR:RUR>:RURREB 2 1 0 1 0 1 -1.300"});
  EXPECT_EQ(count(records, Period::kYear), Rows{"2019 RUR:RUR>:RURREB 2 1 0 1 0 1 -1.300"});
}

TEST(Dyads, ADateThatDoesNotFixThePeriodIsNotGuessed) {
  EXPECT_EQ(count(one_event(), Period::kDay), Rows{" RUR:RUR>:RURREB 1 1 0 1 0 0 7.400"});
  EXPECT_EQ(period_of(DateRange{{2019, 5, 3}, {2019, 5, 9}}, Period::kDay), "");
  EXPECT_EQ(period_of(DateRange{{2019, 5, 3}, {2019, 5, 9}}, Period::kMonth), "2019-05");
  EXPECT_EQ(period_of(DateRange{{2019, 5, 30}, {2019, 6, 2}}, Period::kMonth), "");
  EXPECT_EQ(period_of(DateRange{{2019, 12, 30}, {2020, 1, 2}}, Period::kYear), "");
  EXPECT_EQ(period_of({}, Period::kYear), "");
}

TEST(Dyads, RowsWithoutAPeriodComeLast) {
  Records records = one_event();
  records.events.push_back(records.events[0]);
  records.events[0].date.reset();
  const Rows rows = count(records, Period::kYear);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].substr(0, 4), "2019");
  EXPECT_EQ(rows[1].substr(0, 1), " ");
}

TEST(Dyads, TwoThatMeetCountForEachOther) {
  Records records = one_event();
  Event& event = records.events[0];
  event.actors.push_back(event.recipients[0]);
  event.recipients.clear();
  EXPECT_EQ(count(records, Period::kYear).size(), 2u);  // two who each gave to nobody named
  EXPECT_EQ(count(records, Period::kYear)[0], "2019 :RURREB>: 1 1 0 1 0 0 7.400");
  event.type = "CONSULT";
  event.cameo = "040";
  event.quad = 1;
  EXPECT_EQ(count(records, Period::kYear), (Rows{"2019 :RURREB>RUR:RUR 1 1 1 0 0 0 1.000", "2019 RUR:RUR>:RURREB 1 1 1 0 0 0 1.000"}));
}

TEST(Dyads, AnActorThatStandsForSeveralCountsAsThese) {
  Records records = one_event();
  records.actors.actors[1].members = {0, 2};
  EXPECT_EQ(count(records, Period::kYear),
            (Rows{"2019 RUR:RUR>:\u00c9lan News 1 1 0 1 0 0 7.400", "2019 RUR:RUR>RUR:RUR 1 1 0 1 0 0 7.400"}));
}

TEST(Dyads, AnEventCountsOnceInADyad) {
  Records records = one_event();
  records.events[0].actors.push_back(records.events[0].actors[0]);
  EXPECT_EQ(count(records, Period::kYear), Rows{"2019 RUR:RUR>:RURREB 1 1 0 1 0 0 7.400"});
}

}  // namespace
}  // namespace annalist
