// What the program says to a person: messages and progress on stderr, exit codes.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "annalist/app/progress.h"
#include "annalist/base/result.h"
#include "annalist/ingest/item_stream.h"

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

// Counts of documents, with their progress (in place on a terminal; else, when asked for, a line every ten seconds), and the last line of
// talk.
class Tally {
 public:
  // The input's size in bytes, 0 when it is not known; `lines`: show progress although stderr is no terminal.
  explicit Tally(uint64_t total_bytes = 0, bool lines = false) : progress_(total_bytes), lines_(lines) {}

  // How much of the input has been read.
  void at_byte(uint64_t bytes) { bytes_ = bytes; }
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
  int64_t done() const { return read_ + skipped_ + failed_; }
  // Says what was passed over and is no article; nothing when there is nothing.
  void left_out(const LeftOut& counts);
  // "read N, skipped N, failed N".
  std::string counts() const;
  // Says the counts; gives the exit code.
  int finish();

 private:
  void show();
  void clear();

  int64_t read_ = 0;
  int64_t skipped_ = 0;
  int64_t failed_ = 0;
  uint64_t bytes_ = 0;
  Progress progress_;
  bool lines_;
  bool terminal_ = is_terminal(2);
  bool line_shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_ = start_;
};

struct Options;
// A tally that knows the input's size, where somebody sees the progress.
Tally tally_of(const Options& options);

}  // namespace annalist
