// Which files under watched paths are new or changed, and whole: a file is taken when it stood still from one look to the next and nobody
// has it open for writing. What is half written waits for a later look.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "annalist/ingest/articles.h"

namespace annalist {

class WatchedFiles {
 public:
  // REQUIRES: `options` outlives it
  WatchedFiles(std::vector<std::string> paths, const IngestOptions& options) : paths_(std::move(paths)), options_(options) {}

  // The files to read now, in the order of paths and names. `now`: seconds on a clock that never goes back; a file that somebody has open
  // for writing is taken after standing still for kOpenSeconds. A path that is gone gives nothing.
  std::vector<std::string> look(double now);

  static constexpr double kOpenSeconds = 30;

 private:
  struct State {
    uint64_t size = 0;
    int64_t changed = 0;  // nanoseconds since 1970, by the file system
    uint64_t number = 0;  // inode: a file that is put in another's place is new
    friend bool operator==(const State&, const State&) = default;
  };
  struct Watched {
    State state;
    double since = 0;  // stands as it is
    bool taken = false;
    bool here = false;  // in this look
  };
  static bool find_state(const std::string& path, State& state);

  std::vector<std::string> paths_;
  const IngestOptions& options_;
  std::map<std::string, Watched> files_;
};

}  // namespace annalist
