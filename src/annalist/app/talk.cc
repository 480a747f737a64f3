#include "annalist/app/talk.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace annalist {

bool is_terminal(int descriptor) { return ::isatty(descriptor) != 0; }

bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  return is_terminal(1) && (no_color == nullptr || *no_color == '\0');
}

void say(const std::string& line) { fmt::print(stderr, "{}\n", line); }

int fail(const Error& error) {
  say("annalist: " + error.text());
  return error.code == ErrorCode::kUsage ? kExitUsage : kExitFailed;
}

void Tally::clear() {
  if (line_shown_) fmt::print(stderr, "\r\x1b[K");
  line_shown_ = false;
}

void Tally::show() {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < std::chrono::milliseconds(200)) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const int64_t done = read_ + skipped_ + failed_;
  fmt::print(stderr, "\r\x1b[K{} documents, {:.0f} a second", done, static_cast<double>(done) / (seconds > 0 ? seconds : 1));
  std::fflush(stderr);
  line_shown_ = true;
}

void Tally::failed(const Error& error) {
  ++failed_;
  note(error.text());
}

void Tally::note(const std::string& line) {
  clear();
  say(line);
}

int Tally::finish() {
  clear();
  say(fmt::format("read {}, skipped {}, failed {}", read_, skipped_, failed_));
  return failed_ > 0 ? kExitSomeFailed : kExitDone;
}

}  // namespace annalist
