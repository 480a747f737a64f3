// Records as CSV (RFC 4180): one flat row each, a header row first, the columns named in csv.cc. Lists are joined by "; ".
#pragma once

#include <string>
#include <vector>

#include "annalist/understand/events/records.h"

namespace annalist {

// One line of fields, quoted where they need it, with a line end.
std::string csv_line(const std::vector<std::string>& fields);

std::vector<std::string> event_columns();
std::vector<std::string> event_fields(const Records& records, size_t event);
std::vector<std::string> statement_columns();
std::vector<std::string> statement_fields(const Records& records, size_t statement);
std::vector<std::string> amount_columns();
std::vector<std::string> amount_fields(const Records& records, size_t amount);

}  // namespace annalist
