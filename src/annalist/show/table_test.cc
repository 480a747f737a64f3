#include "annalist/show/table.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "annalist/store/example_records.h"

namespace annalist {
namespace {

std::string cell(const Records& records, const std::string& column) {
  const auto columns = table_columns();
  const auto at = std::find(columns.begin(), columns.end(), column);
  EXPECT_NE(at, columns.end()) << column;
  return table_fields(records, 0)[static_cast<size_t>(at - columns.begin())];
}

TEST(Table, FillsEveryColumn) {
  const Records records = example_records(1);
  EXPECT_EQ(table_fields(records, 0).size(), table_columns().size());
  const struct {
    const char* column;
    const char* value;
  } rows[] = {{"id", "doc1.e1"},
              {"date_from", "2019-05-01"},
              {"date_to", "2019-05-31"},
              {"date_precision", "month"},
              {"date_how", "timex in clause"},
              {"type", "AID"},
              {"mode", "economic"},
              {"contexts", "military"},
              {"quad", "2"},
              {"cameo", "071"},
              {"intensity", "7.4"},
              {"status", "actual"},
              {"actors", "Ruritania"},
              {"actor_codes", "RUR"},
              {"actor_countries", "RUR"},
              {"recipients", "Liberation Front"},
              {"recipient_codes", "RURREB"},
              {"recipient_countries", ""},
              {"place", "Strelsau"},
              {"place_country", "RUR"},
              {"latitude", "50.5000"},
              {"longitude", "14.2500"},
              {"amount", "70000000"},
              {"amount_unit", "USD"},
              {"amount_per", "year"},
              {"chain", "\u00c9lan News"},
              {"document", "doc1"},
              {"outlet", "The Courier"},
              {"published", "2019-06-01"},
              {"genre", "analysis"},
              {"trigger", "paid"},
              {"confidence", "0.75"},
              {"pattern", "pay"},
              {"schema", "1"}};
  EXPECT_EQ(std::size(rows) + 1, table_columns().size());  // and the sentence
  for (const auto& row : rows) EXPECT_EQ(cell(records, row.column), row.value) << row.column;
  EXPECT_EQ(cell(records, "sentence"), records.document.text);
}

TEST(Table, LeavesEmptyWhatTheRecordDoesNotHave) {
  Records records = example_records(1);
  records.events[0] = Event{};
  for (const char* column : {"date_from", "date_to", "intensity", "actors", "actor_codes", "place", "latitude", "amount", "chain"}) {
    EXPECT_EQ(cell(records, column), "") << column;
  }
  EXPECT_EQ(cell(records, "date_precision"), "none");
}

TEST(Table, ListsOfOneSideGoTogether) {
  Records records = example_records(1);
  Participant unknown;
  unknown.name = "a man; his brother";
  records.events[0].actors = {unknown, records.events[0].actors[0]};
  EXPECT_EQ(cell(records, "actors"), "a man, his brother; Ruritania");
  EXPECT_EQ(cell(records, "actor_codes"), "; RUR");
  EXPECT_EQ(cell(records, "actor_countries"), "; RUR");
}

TEST(Table, NamesTheDatesPrecision) {
  EXPECT_EQ(date_precision({}), "none");
  EXPECT_EQ(date_precision(day_range({2019, 2, 1})), "day");
  EXPECT_EQ(date_precision(month_range(2019, 2)), "month");
  EXPECT_EQ(date_precision(year_range(2019)), "year");
  EXPECT_EQ(date_precision(DateRange{{2019, 2, 1}, {2019, 2, 2}}), "interval");
}

TEST(Table, TsvHoldsNoTabOrLineEndInsideAField) {
  EXPECT_EQ(tsv_line({"a\tb", "c\r\nd", "", "e"}), "a b\tc  d\t\te\n");
  EXPECT_EQ(tsv_line({"\"No,\" he said", "x"}), "\"\"\"No,\"\" he said\"\tx\n");
}

}  // namespace
}  // namespace annalist
