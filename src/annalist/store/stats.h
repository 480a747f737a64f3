// Counts over an archive.
#pragma once

#include <string>
#include <vector>

#include "annalist/store/archive.h"

namespace annalist {

struct Count {
  std::string group;  // "records", "events by type", "events by status", "documents by outlet", "documents by language",
                      // "documents by year", "coded by"
  std::string name;
  int64_t number = 0;
};

// Grouped, in the order above; most first within a group, years in order.
Result<std::vector<Count>> count_archive(Archive& archive);

}  // namespace annalist
