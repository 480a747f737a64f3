// Resolving: the records of several .kb files made into one consistent set. Duplicate ids, unknown roles, actors and countries, and
// overlapping terms are faults. With a lower layer (the compiled index), ids known there count as known, `amend` takes the layer's record
// and changes it, `drop` hides it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/kb/record.h"

namespace annalist {

struct LowerLayer {
  std::function<bool(std::string_view)> has_actor = [](std::string_view) { return false; };
  std::function<bool(std::string_view)> has_role = [](std::string_view) { return false; };
  std::function<std::optional<Record>(std::string_view)> actor_record = [](std::string_view) { return std::nullopt; };
};

struct ResolvedKb {
  std::vector<Record> records;      // no amend, no drop; actors first, sorted by id, then the rest in file order
  std::vector<std::string> hidden;  // ids of the lower layer that are replaced or dropped
  std::vector<Diagnostic> faults;
};

ResolvedKb resolve_kb(std::vector<Record> records, const LowerLayer& lower = {});

// Whether a record stands for an actor (actor, outlet, country).
bool is_actor_record(const Record& record);

}  // namespace annalist
