// Sealed pages: an SQLite VFS that ends each page of an archive with a checksum (XXH3 of the page's other bytes, seeded with its place, in
// SQLite's reserved bytes) and checks it whenever a page is read, so that a byte changed on the disk gives an error and never a wrong
// answer. Archives made before there were seals, and whatever else SQLite opens, pass unchanged. Any SQLite client can read a sealed file;
// one that writes to it breaks the seals of the pages that it writes.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <vector>

namespace annalist {

enum class BrokenSeals : uint8_t {
  kRefuse,  // reading such a page gives SQLITE_IOERR_DATA
  kTell,    // it is read as it stands and remembered, for verify and salvage
};

// The VFS's name for sqlite3_open_v2; registers it when it is not yet.
const char* sealed_pages_vfs(BrokenSeals broken);
// Makes a database seal its pages. To be called before anything is written to a new file; without effect on another.
void seal_pages(sqlite3* database);
// The pages, from 1, in order, that were read with broken seals so far (kTell).
std::vector<uint32_t> broken_pages(sqlite3* database);

}  // namespace annalist
