// The indented lines of a .kb record ("  role minister.foreign IRN 2013-08-15..2021-08-24"), read into the record. Used by parse_kb.h.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "annalist/kb/record.h"

namespace annalist {

struct FieldLine {
  std::string_view name;
  Position name_at;
  std::string_view value;  // trimmed, not empty
  Position value_at;
};
using FaultSink = std::function<void(Position, std::string)>;

void read_kb_field(const FieldLine& field, Record& record, const FaultSink& fault);

}  // namespace annalist
