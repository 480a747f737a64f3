// What one input may cost, so that no file, however made, can take all memory, all time or all disk. docs/intake.md lists them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "annalist/base/result.h"

namespace annalist {

struct IngestLimits {
  uint64_t file_bytes = uint64_t{64} << 20;     // one article, unpacked
  uint64_t line_bytes = uint64_t{64} << 20;     // a JSONL line
  uint64_t page_depth = 400;                    // elements of a page within one another; deeper tags are passed over, their text stays
  uint64_t documents = 64;                      // held at a time: in work (four a thread at most), and as many waiting to be saved
  uint64_t unpacked_bytes = uint64_t{1} << 40;  // all that one archive unpacks to
  uint64_t ratio = 300;                         // unpacked to packed bytes, once 64 MB are unpacked
  uint64_t items = 10'000'000;                  // in one archive
  uint64_t depth = 6;                           // containers within one another
  uint64_t child_seconds = 60;                  // a child process (pdftotext): processor time; twice that by the clock
  uint64_t child_memory = uint64_t{1} << 30;    // its address space
  uint64_t child_output = uint64_t{64} << 20;   // what it may give
};

// Sets one by "NAME=VALUE": file, line, page-depth, documents, unpacked, items, ratio, depth, child-seconds, child-memory, child-output;
// sizes with K, M, G or T. Errors: kUsage
Result<void> set_limit(IngestLimits& limits, std::string_view setting);

// "64 MB", for messages.
std::string size_text(uint64_t bytes);

}  // namespace annalist
