// How far a run is, how fast, and how long it still takes: from the bytes of the input that were read and the documents that were done. The
// rates are those of the last two minutes, so that a slow start or a change of pace is soon forgotten. Times are seconds since the start.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace annalist {

class Progress {
 public:
  // `total_bytes`: of the whole input, 0 when it is not known.
  explicit Progress(uint64_t total_bytes = 0) : total_(total_bytes) {}

  // What stands at a time. REQUIRES: nothing goes back
  void update(double seconds, uint64_t documents, uint64_t bytes);

  double documents_a_second() const;
  // nullopt when the total is not known or nothing has been read yet.
  std::optional<double> seconds_left() const;
  // "1,200 documents, 67 a second, 45%, 3 min left"
  std::string line() const;

 private:
  struct Mark {
    double seconds = 0;
    uint64_t documents = 0;
    uint64_t bytes = 0;
  };
  uint64_t total_;
  Mark now_;
  std::deque<Mark> marks_{Mark{}};  // a second apart at least, oldest first
};

// "40 s", "3 min", "2 h 10 min".
std::string duration_text(double seconds);

}  // namespace annalist
