// Brings the whole documents of a damaged archive into a new one, as they are, each with the versions that coded it. The damaged archive is
// only read; what it lost is named, so that those articles can be read again.
#pragma once

#include <string>
#include <vector>

#include "annalist/store/verify.h"

namespace annalist {

struct Salvage {
  int64_t saved = 0;
  std::vector<Damage> lost;
};

// Errors: kUsage when there is a file at `out` already; what Archive::open gives; kIo when `out` can't be written.
Result<Salvage> salvage_archive(const std::string& path, const std::string& out);

}  // namespace annalist
