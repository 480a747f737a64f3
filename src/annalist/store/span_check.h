// Whether every span of a document's records is a stretch of whole characters of its text.
#pragma once

#include <cstdint>
#include <string>

#include "annalist/understand/events/records.h"

namespace annalist {

struct SpanCheck {
  int64_t count = 0;
  std::string wrong;  // the first that is not; empty when all are
};
SpanCheck check_spans(const Records& records);

}  // namespace annalist
