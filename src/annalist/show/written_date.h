// Dates as an English text writes them, for pages that people read.
#pragma once

#include <string>

#include "annalist/base/date.h"

namespace annalist {

// "12 March 2019".
std::string written_date(Date date);
// The shortest exact form: "12 March 2019", "March 2019", "2019", "21-27 February 2022", "28 February - 3 March 2022" (with en dashes).
std::string written_date(DateRange range);

}  // namespace annalist
