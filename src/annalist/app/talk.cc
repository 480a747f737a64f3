#include "annalist/app/talk.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "annalist/app/options.h"
#include "annalist/ingest/article_files.h"

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
  if (!terminal_ && !lines_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < (terminal_ ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10000))) return;
  shown_ = now;
  progress_.update(std::chrono::duration<double>(now - start_).count(), static_cast<uint64_t>(done()), bytes_);
  if (!terminal_) return say(progress_.line());
  fmt::print(stderr, "\r\x1b[K{}", progress_.line());
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

std::string Tally::counts() const { return fmt::format("read {}, skipped {}, failed {}", read_, skipped_, failed_); }

void Tally::left_out(const LeftOut& counts) {
  std::string list;
  for (const auto& [what, count] : counts) list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", what, count);
  if (!list.empty()) note("left out, no articles: " + list);
}

int Tally::finish() {
  note(counts());
  return failed_ > 0 ? kExitSomeFailed : kExitDone;
}

Tally tally_of(const Options& options) {
  const bool seen = options.progress || is_terminal(2);
  return Tally(seen ? total_size(options.paths, options.ingest) : 0, options.progress);
}

}  // namespace annalist
