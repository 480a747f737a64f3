// Re-reads an archive and re-checks what provenance rests on: SQLite's own integrity, each text against its hash, each document's records
// against theirs, every span inside its text and on character borders, every index row against the records.
#pragma once

#include <string>
#include <vector>

#include "annalist/store/archive.h"

namespace annalist {

struct Damage {
  std::string document;  // path (inspect.h says what where that can't be read), or empty for the file as a whole
  std::string what;
};

struct Verification {
  int64_t documents = 0;
  int64_t spans = 0;
  std::vector<Damage> damage;
  std::string left_out;  // what could not be checked, and why; empty when nothing
};

// The archive is best opened with Access::kInspect, so that damaged pages do not hide what else is wrong.
Result<Verification> verify_archive(Archive& archive);

}  // namespace annalist
