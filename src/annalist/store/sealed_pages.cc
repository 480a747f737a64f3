#include "annalist/store/sealed_pages.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <set>
#include <string>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace annalist {
namespace {

constexpr int kSealBytes = 8;
constexpr int kHeaderBytes = 100;     // of an SQLite file
constexpr int kReservedAt = 20;       // in it: bytes reserved at the end of each page
constexpr int kBrokenPages = 0x414E;  // our opcode of xFileControl

// What is known of a file beside what the disk below knows.
struct State {
  std::unique_ptr<char[]> below;  // the disk's own sqlite3_file
  bool is_database = false;
  bool known = false;  // whether sealed and page_size have been read
  bool sealed = false;
  int page_size = 0;
  BrokenSeals broken = BrokenSeals::kRefuse;
  std::set<uint32_t> broken_pages;
  std::string scratch;  // a page on its way out
};
struct File {
  sqlite3_file base;
  State* state;
};

State& state_of(sqlite3_file* file) { return *reinterpret_cast<File*>(file)->state; }
sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(state_of(file).below.get()); }
// Found at each call, as a test may put another disk below.
sqlite3_vfs* disk() { return sqlite3_vfs_find(nullptr); }

uint64_t seal_of(const char* page, int size, sqlite3_int64 at) {
  return XXH3_64bits_withSeed(page, static_cast<size_t>(size - kSealBytes), static_cast<uint64_t>(at));
}
bool is_whole(const char* page, int size, sqlite3_int64 at) {
  uint64_t seal = 0;
  std::memcpy(&seal, page + size - kSealBytes, sizeof seal);
  return seal == seal_of(page, size, at);
}

// From a database's header: its page size, and whether its pages are sealed.
void learn(State& state, const char* header) {
  const int size = static_cast<unsigned char>(header[16]) << 8 | static_cast<unsigned char>(header[17]);
  state.page_size = size == 1 ? 65536 : size;
  state.sealed = header[kReservedAt] == kSealBytes;
  state.known = true;
}
void learn_from_disk(sqlite3_file* file) {
  State& state = state_of(file);
  if (state.known || !state.is_database) return;
  char header[kHeaderBytes];
  if (below(file)->pMethods->xRead(below(file), header, kHeaderBytes, 0) != SQLITE_OK) return;
  learn(state, header);
  if (state.sealed || state.page_size < 512 || state.page_size > 65536) return;
  // A sealed file whose very byte that says so is damaged.
  std::string page(static_cast<size_t>(state.page_size), '\0');
  if (below(file)->pMethods->xRead(below(file), page.data(), state.page_size, 0) != SQLITE_OK) return;
  page[kReservedAt] = kSealBytes;
  state.sealed = is_whole(page.data(), state.page_size, 0);
}

bool is_sealed_page(const State& state, int size, sqlite3_int64 at) { return state.sealed && size == state.page_size && at % size == 0; }

int x_close(sqlite3_file* file) {
  const int result = below(file)->pMethods->xClose(below(file));
  delete reinterpret_cast<File*>(file)->state;
  return result;
}
int x_read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  const int result = below(file)->pMethods->xRead(below(file), to, size, at);
  if (result != SQLITE_OK) return result;
  learn_from_disk(file);
  State& state = state_of(file);
  if (!is_sealed_page(state, size, at) || is_whole(static_cast<const char*>(to), size, at)) return result;
  if (state.broken == BrokenSeals::kRefuse) return SQLITE_IOERR_DATA;
  state.broken_pages.insert(static_cast<uint32_t>(at / size) + 1);
  return result;
}
int x_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
  State& state = state_of(file);
  const auto* bytes = static_cast<const char*>(from);
  if (state.is_database && at == 0 && size >= kHeaderBytes) learn(state, bytes);
  else learn_from_disk(file);
  if (!is_sealed_page(state, size, at)) return below(file)->pMethods->xWrite(below(file), from, size, at);
  state.scratch.assign(bytes, static_cast<size_t>(size));
  const uint64_t seal = seal_of(bytes, size, at);
  std::memcpy(state.scratch.data() + size - kSealBytes, &seal, sizeof seal);
  return below(file)->pMethods->xWrite(below(file), state.scratch.data(), size, at);
}
int x_truncate(sqlite3_file* file, sqlite3_int64 size) { return below(file)->pMethods->xTruncate(below(file), size); }
int x_sync(sqlite3_file* file, int flags) { return below(file)->pMethods->xSync(below(file), flags); }
int x_size(sqlite3_file* file, sqlite3_int64* size) { return below(file)->pMethods->xFileSize(below(file), size); }
int x_lock(sqlite3_file* file, int lock) { return below(file)->pMethods->xLock(below(file), lock); }
int x_unlock(sqlite3_file* file, int lock) { return below(file)->pMethods->xUnlock(below(file), lock); }
int x_check_lock(sqlite3_file* file, int* out) { return below(file)->pMethods->xCheckReservedLock(below(file), out); }
int x_control(sqlite3_file* file, int operation, void* argument) {
  if (operation == kBrokenPages) {
    const std::set<uint32_t>& pages = state_of(file).broken_pages;
    static_cast<std::vector<uint32_t>*>(argument)->assign(pages.begin(), pages.end());
    return SQLITE_OK;
  }
  return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
int x_sector(sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); }
int x_device(sqlite3_file* file) { return below(file)->pMethods->xDeviceCharacteristics(below(file)); }
int x_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return below(file)->pMethods->xShmMap(below(file), page, size, extend, out);
}
int x_shm_lock(sqlite3_file* file, int offset, int n, int flags) { return below(file)->pMethods->xShmLock(below(file), offset, n, flags); }
void x_shm_barrier(sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); }
int x_shm_unmap(sqlite3_file* file, int remove) { return below(file)->pMethods->xShmUnmap(below(file), remove); }

// Version 2: pages are never mapped, so that all of them come by x_read.
constexpr sqlite3_io_methods kMethods = {2,          x_close,       x_read,       x_write,   x_truncate, x_sync,   x_size,
                                         x_lock,     x_unlock,      x_check_lock, x_control, x_sector,   x_device, x_shm_map,
                                         x_shm_lock, x_shm_barrier, x_shm_unmap,  nullptr,   nullptr};

int open_below(sqlite3_file* file, const char* name, int flags, int* out_flags, BrokenSeals broken) {
  file->pMethods = nullptr;
  sqlite3_vfs* const real = disk();
  auto state = std::make_unique<State>();
  state->below = std::make_unique<char[]>(static_cast<size_t>(real->szOsFile));
  state->is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  state->broken = broken;
  auto* const opened = reinterpret_cast<sqlite3_file*>(state->below.get());
  const int result = real->xOpen(real, name, opened, flags, out_flags);
  if (opened->pMethods == nullptr) return result;
  reinterpret_cast<File*>(file)->state = state.release();
  file->pMethods = &kMethods;
  return result;
}
int x_open_refusing(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  return open_below(file, name, flags, out_flags, BrokenSeals::kRefuse);
}
int x_open_telling(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  return open_below(file, name, flags, out_flags, BrokenSeals::kTell);
}
int x_delete(sqlite3_vfs*, const char* name, int sync) { return disk()->xDelete(disk(), name, sync); }

// SQLite keeps a pointer to it, and links it into its list.
struct Registered {
  sqlite3_vfs vfs{};
  Registered(const char* name, int (*open)(sqlite3_vfs*, const char*, sqlite3_file*, int, int*)) {
    vfs = *disk();
    vfs.zName = name;
    vfs.pNext = nullptr;
    vfs.szOsFile = sizeof(File);
    vfs.xOpen = open;
    vfs.xDelete = x_delete;
    sqlite3_vfs_register(&vfs, 0);
  }
};

}  // namespace

const char* sealed_pages_vfs(BrokenSeals broken) {
  static Registered refusing("annalist", x_open_refusing);
  static Registered telling("annalist-telling", x_open_telling);
  return broken == BrokenSeals::kRefuse ? refusing.vfs.zName : telling.vfs.zName;
}

void seal_pages(sqlite3* database) {
  int bytes = kSealBytes;
  sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

std::vector<uint32_t> broken_pages(sqlite3* database) {
  std::vector<uint32_t> pages;
  sqlite3_file_control(database, "main", kBrokenPages, &pages);
  return pages;
}

}  // namespace annalist
