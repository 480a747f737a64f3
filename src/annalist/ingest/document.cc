#include "annalist/ingest/document.h"

#include <algorithm>
#include <cassert>

namespace annalist {

uint64_t OffsetMap::to_raw(uint32_t clean) const {
  assert(!runs.empty());
  auto after = std::upper_bound(runs.begin(), runs.end(), clean, [](uint32_t at, const OffsetRun& run) { return at < run.clean; });
  const OffsetRun& run = after == runs.begin() ? *after : *(after - 1);
  return run.raw + (clean - std::min(clean, run.clean));
}

}  // namespace annalist
