// Another program run as a child for one job: bytes in by its standard input, bytes out by its standard output, no shell, no environment to
// speak of, no files of ours open in it, and limits on its time, memory and output, past which it is killed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/limits.h"

namespace annalist {

// Where a program lies in PATH; nullopt when it is not installed.
std::optional<std::string> find_program(const std::string& name);

struct ChildResult {
  enum class End : uint8_t {
    kExit,       // by itself, with `code`
    kSignal,     // died of signal `code`
    kTime,       // killed: processor time or time by the clock ran out
    kOutput,     // killed: gave more than it may
    kNotStarted  // the system refused
  };
  End end = End::kNotStarted;
  int code = 0;
  std::string output;
  std::string errors;  // the first bytes of its standard error
};

// `arguments` without the program's own name. Thread safe.
ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                      const IngestLimits& limits);

}  // namespace annalist
