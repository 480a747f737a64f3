// What the program says to a person: messages and progress on stderr, exit codes.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "annalist/base/result.h"

namespace annalist {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitSomeFailed = 3;

bool is_terminal(int descriptor);
// Whether to colour stdout: a terminal, and NO_COLOR unset or empty.
bool wants_color();

void say(const std::string& line);
// Says the error and gives the exit code that it means.
int fail(const Error& error);

// Counts of documents, with a progress line on a terminal, and the last line of talk.
class Tally {
 public:
  void read() {
    ++read_;
    show();
  }
  void skipped() {
    ++skipped_;
    show();
  }
  // Says what is wrong, and counts.
  void failed(const Error& error);
  // Says a note about a document that was read.
  void note(const std::string& line);
  // "read N, skipped N, failed N"; gives the exit code.
  int finish();

 private:
  void show();
  void clear();

  int64_t read_ = 0;
  int64_t skipped_ = 0;
  int64_t failed_ = 0;
  bool terminal_ = is_terminal(2);
  bool line_shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_{};
};

}  // namespace annalist
