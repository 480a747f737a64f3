#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>

#include "annalist/app/archive_intake.h"
#include "annalist/app/commands.h"
#include "annalist/app/watched_files.h"

namespace annalist {
namespace {

// SIGTERM and SIGINT, held back from the whole process and asked for when it suits.
class StopSignals {
 public:
  // REQUIRES: no other thread yet, so that all inherit the mask
  StopSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    sigprocmask(SIG_BLOCK, &signals_, nullptr);
  }
  // Whether one has come, or comes within so many seconds.
  bool came(double seconds) {
    timespec time{};
    time.tv_sec = static_cast<time_t>(seconds);
    time.tv_nsec = static_cast<long>((seconds - static_cast<double>(time.tv_sec)) * 1e9);
    came_ = came_ || sigtimedwait(&signals_, nullptr, &time) > 0;
    return came_;
  }

 private:
  sigset_t signals_;
  bool came_ = false;
};

double seconds_now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

int command_follow(const Options& options) {
  for (const std::string& path : options.paths) {
    std::error_code error;
    if (path == "-" || !std::filesystem::exists(path, error))
      return fail({ErrorCode::kUsage, "nothing to follow here; name a folder or a feed's file that exists", path});
  }
  StopSignals signals;
  const auto models = open_models(options.resources);
  if (!models) return fail(models.error());
  auto archive = Archive::open(options.archive, Archive::Access::kWrite);
  if (!archive) return fail(archive.error());
  auto intake = ArchiveIntake::open(options, *models, *archive);
  if (!intake) return fail(intake.error());
  Tally tally(0, options.progress);
  WatchedFiles files(options.paths, options.ingest);
  say("following; Ctrl-C or SIGTERM ends it");
  Result<void> state;
  do {
    const std::vector<std::string> found = files.look(seconds_now());
    if (found.empty()) continue;
    state = intake->read(found, tally, [&] { return signals.came(0); });
    if (state && !signals.came(0)) tally.note(tally.counts());
  } while (state && !signals.came(options.every));
  intake->say_remarks(tally);
  const int code = tally.finish();
  return state ? code : fail(state.error());
}

}  // namespace annalist
