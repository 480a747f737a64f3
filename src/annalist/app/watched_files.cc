#include "annalist/app/watched_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "annalist/ingest/article_files.h"

namespace annalist {
namespace {

// Whether some process has the file open for writing, as far as the system tells: a read lease is refused then (fcntl(2)).
bool is_being_written(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool refused = ::fcntl(file, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
  if (!refused) ::fcntl(file, F_SETLEASE, F_UNLCK);
  ::close(file);
  return refused;
}

}  // namespace

bool WatchedFiles::find_state(const std::string& path, State& state) {
  struct stat about;
  if (::stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return false;
  state = {static_cast<uint64_t>(about.st_size), int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec, about.st_ino};
  return true;
}

std::vector<std::string> WatchedFiles::look(double now) {
  std::vector<std::string> out;
  for (auto& [path, file] : files_) file.here = false;
  for (const std::string& watched : paths_) {
    for (const Result<std::string>& path : article_files(watched, options_)) {
      State state;
      if (!path || !find_state(*path, state)) continue;
      const auto [at, is_new] = files_.try_emplace(*path);
      Watched& file = at->second;
      file.here = true;
      if (is_new || state != file.state) {
        file.state = state;
        file.since = now;
        file.taken = false;
        continue;
      }
      if (file.taken || now <= file.since || state.size == 0) continue;
      if (now - file.since < kOpenSeconds && is_being_written(*path)) continue;
      file.taken = true;
      out.push_back(*path);
    }
  }
  std::erase_if(files_, [](const auto& entry) { return !entry.second.here; });
  return out;
}

}  // namespace annalist
