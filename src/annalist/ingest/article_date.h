// Publication dates as articles and pages write them: ISO 8601 (also with a time), "May 18, 2015", "18 May
// 2015", "Mon, 18 May 2015 10:00:00 GMT" (RFC 5322), "2015/05/18", "18.05.2015". A numeric date whose day and
// month can't be told apart gives none.
#pragma once

#include <optional>
#include <string_view>

#include "annalist/base/date.h"
#include "annalist/base/span.h"

namespace annalist {

struct FoundDate {
  Date date;
  ByteSpan words;
};

// The first date with day, month and year in a line.
std::optional<FoundDate> find_date(std::string_view line);

// A line that says a date and nothing else of weight: weekday, time of day, "Published", "Updated", "min
// read".
struct DateLine {
  Date date;
  bool labelled = false;  // it says that it is the date of publication
  bool update = false;    // it says only when the article was changed
};
std::optional<DateLine> read_date_line(std::string_view line);

// The date that an address carries as /2019/11/18/ or /2019-11-18 or /20191118.
std::optional<Date> date_in_url(std::string_view url);

}  // namespace annalist
