// A disk that fails when it is told to: an SQLite VFS over the real one that counts writes, truncations, syncs and deletions and breaks at
// the one asked for. While a FaultyDisk lives, all databases are opened on it. One at a time, one thread.
#pragma once

#include <cstdint>

namespace annalist::fault {

enum class Fault : uint8_t {
  kFull,     // SQLITE_FULL, nothing written
  kShort,    // half of the bytes are written, then SQLITE_FULL
  kIoError,  // SQLITE_IOERR
  kDeath,    // the process is killed before the operation
  kHalfway,  // the process is killed in the middle of a write
};

class FaultyDisk {
 public:
  // Breaks at the `at`-th operation (from 1), and with `for_good` at every one after it.
  FaultyDisk(Fault fault, int at, bool for_good);
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  // Whether it came to the operation at all.
  bool broke() const;
};

}  // namespace annalist::fault
