// Events as a table for statistics (docs/table.md): one row an event, the columns of kTableVersion, as CSV or TSV with a header row.
// Lists are joined by "; ", and lists of one side go together: the third code is the third actor's, empty when it has none.
#pragma once

#include <string>
#include <vector>

#include "annalist/understand/events/records.h"

namespace annalist {

// The version of the columns, theirs and the dyad table's (dyads.h); stands in the column `schema`.
inline constexpr int kTableVersion = 1;

std::vector<std::string> table_columns();
// REQUIRES: records hold the sentences; event is in range.
std::vector<std::string> table_fields(const Records& records, size_t event);

// "day", "month", "year", "interval" or "none".
std::string date_precision(const std::optional<DateRange>& date);

// One line of fields parted by tabs. Tabs and line ends in fields become blanks; a field with a quotation mark is quoted as in CSV,
// since the readers of R and pandas take quotation marks so in TSV too.
std::string tsv_line(const std::vector<std::string>& fields);

}  // namespace annalist
