#include "faulty_disk.h"

#include <sqlite3.h>

#include <csignal>

namespace annalist::fault {
namespace {

struct Plan {
  Fault fault = Fault::kFull;
  int at = 0;
  bool for_good = false;
  int count = 0;
  bool broke = false;
};
// SQLite calls back without a place for state of ours; tests are one thread.
Plan plan;
sqlite3_vfs faulty;
sqlite3_vfs* real_disk = nullptr;

struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

// Counts an operation; SQLITE_OK, or how it fails.
int operation(bool write = false) {
  ++plan.count;
  if (plan.count < plan.at || (plan.count > plan.at && !plan.for_good)) return SQLITE_OK;
  plan.broke = true;
  if (plan.fault == Fault::kDeath || (plan.fault == Fault::kHalfway && !write)) std::raise(SIGKILL);
  return plan.fault == Fault::kIoError ? SQLITE_IOERR : SQLITE_FULL;
}

int x_close(sqlite3_file* f) { return methods(f)->xClose(real(f)); }
int x_read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) { return methods(f)->xRead(real(f), to, size, at); }
int x_write(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
  const int state = operation(true);
  if (state == SQLITE_OK) return methods(f)->xWrite(real(f), from, size, at);
  if (plan.fault == Fault::kShort || plan.fault == Fault::kHalfway) methods(f)->xWrite(real(f), from, size / 2, at);
  if (plan.fault == Fault::kHalfway) std::raise(SIGKILL);
  return state == SQLITE_IOERR ? SQLITE_IOERR_WRITE : state;
}
int x_truncate(sqlite3_file* f, sqlite3_int64 size) {
  const int state = operation();
  return state == SQLITE_OK ? methods(f)->xTruncate(real(f), size) : SQLITE_IOERR_TRUNCATE;
}
int x_sync(sqlite3_file* f, int flags) {
  const int state = operation();
  return state == SQLITE_OK ? methods(f)->xSync(real(f), flags) : SQLITE_IOERR_FSYNC;
}
int x_size(sqlite3_file* f, sqlite3_int64* size) { return methods(f)->xFileSize(real(f), size); }
int x_lock(sqlite3_file* f, int lock) { return methods(f)->xLock(real(f), lock); }
int x_unlock(sqlite3_file* f, int lock) { return methods(f)->xUnlock(real(f), lock); }
int x_check_lock(sqlite3_file* f, int* out) { return methods(f)->xCheckReservedLock(real(f), out); }
int x_control(sqlite3_file* f, int operation, void* argument) { return methods(f)->xFileControl(real(f), operation, argument); }
int x_sector(sqlite3_file* f) { return methods(f)->xSectorSize(real(f)); }
int x_device(sqlite3_file* f) { return methods(f)->xDeviceCharacteristics(real(f)); }
int x_shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return methods(f)->xShmMap(real(f), page, size, extend, out);
}
int x_shm_lock(sqlite3_file* f, int offset, int n, int flags) { return methods(f)->xShmLock(real(f), offset, n, flags); }
void x_shm_barrier(sqlite3_file* f) { methods(f)->xShmBarrier(real(f)); }
int x_shm_unmap(sqlite3_file* f, int remove) { return methods(f)->xShmUnmap(real(f), remove); }

constexpr sqlite3_io_methods kMethods = {2,          x_close,       x_read,       x_write,   x_truncate, x_sync,   x_size,
                                         x_lock,     x_unlock,      x_check_lock, x_control, x_sector,   x_device, x_shm_map,
                                         x_shm_lock, x_shm_barrier, x_shm_unmap,  nullptr,   nullptr};

int x_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  const int state = real_disk->xOpen(real_disk, name, real(file), flags, out_flags);
  if (real(file)->pMethods != nullptr) file->pMethods = &kMethods;
  return state;
}
int x_delete(sqlite3_vfs*, const char* name, int sync) {
  const int state = operation();
  return state == SQLITE_OK ? real_disk->xDelete(real_disk, name, sync) : SQLITE_IOERR_DELETE;
}

}  // namespace

FaultyDisk::FaultyDisk(Fault fault, int at, bool for_good) {
  plan = {fault, at, for_good, 0, false};
  real_disk = sqlite3_vfs_find(nullptr);
  faulty = *real_disk;
  faulty.zName = "annalist-faulty";
  faulty.pNext = nullptr;
  faulty.szOsFile = static_cast<int>(sizeof(File)) + real_disk->szOsFile;
  faulty.xOpen = x_open;
  faulty.xDelete = x_delete;
  sqlite3_vfs_register(&faulty, 1);
}
FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&faulty);
  sqlite3_vfs_register(real_disk, 1);
}
bool FaultyDisk::broke() const { return plan.broke; }

}  // namespace annalist::fault
