// Writes resolved records as an index (index_format.h). Deterministic: the same records give the same bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/kb/record.h"

namespace annalist::kb {

struct LowerIds {
  uint32_t first_actor = 0;  // the number of actors below
  std::function<uint32_t(std::string_view)> actor = [](std::string_view) { return UINT32_MAX; };
  // Sector and whether single, of a role that is defined below.
  std::function<std::optional<std::pair<std::string, bool>>(std::string_view)> role = [](std::string_view) { return std::nullopt; };
};

// REQUIRES: records come from resolve_kb without faults.
std::string write_index(const std::vector<Record>& records, const LowerIds& lower = {});

// The plural of a noun phrase, by its head: "foreign ministers", "ministers of defence".
std::string plural_of(std::string_view phrase);

}  // namespace annalist::kb
