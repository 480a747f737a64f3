#include "annalist/store/sqlite.h"

#include <fmt/format.h>

namespace annalist {
namespace {

Error error_of(sqlite3* handle, const std::string& path) {
  const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_errcode(handle);
  const std::string reason = handle == nullptr ? "out of memory" : sqlite3_errmsg(handle);
  if (handle != nullptr && sqlite3_extended_errcode(handle) == SQLITE_IOERR_DATA) {
    return {ErrorCode::kBadConfiguration,
            "the archive is damaged, or another program has written to it; run: annalist verify --archive " + path, path};
  }
  switch (code) {
    case SQLITE_NOTADB:
      return {ErrorCode::kBadConfiguration, "is no annalist archive (not an SQLite file); name another with --archive", path};
    case SQLITE_CORRUPT:
      return {ErrorCode::kBadConfiguration, "the archive is damaged (" + reason + "); run: annalist verify --archive " + path, path};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::kIo, "another program is writing to this archive; try again when it is done", path};
    case SQLITE_FULL: return {ErrorCode::kIo, "the disk is full; make room and run the same command again", path};
    case SQLITE_READONLY: return {ErrorCode::kIo, "the archive or its folder can't be written to", path};
    case SQLITE_CANTOPEN: return {ErrorCode::kIo, "can't open the archive (no such file, or no right to it)", path};
    default: return {ErrorCode::kIo, fmt::format("the archive failed: {} (SQLite {})", reason, code), path};
  }
}

}  // namespace

Result<Database> Database::open(const std::string& path, int flags, BrokenSeals broken, const std::string& called) {
  Database database;
  database.path_ = called.empty() ? path : called;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, sealed_pages_vfs(broken));
  database.handle_.reset(handle);
  if (code != SQLITE_OK) return error_of(handle, database.path_);
  sqlite3_busy_timeout(handle, 10'000);
  if ((flags & SQLITE_OPEN_CREATE) != 0) seal_pages(handle);
  return database;
}

Result<void> Database::run(const std::string& sql) {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error();
  return {};
}

Result<Query> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) { return error(); }
  Query query;
  query.handle_.reset(statement);
  query.path_ = path_;
  return query;
}

int64_t Database::last_row_id() const { return sqlite3_last_insert_rowid(handle_.get()); }
bool Database::read_only() const { return sqlite3_db_readonly(handle_.get(), "main") != 0; }
Error Database::error() const { return error_of(handle_.get(), path_); }

void Query::bind_one(int at, std::string_view text) {
  sqlite3_bind_text(handle_.get(), at, text.data() == nullptr ? "" : text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}
void Query::bind_one(int at, Blob blob) { sqlite3_bind_blob64(handle_.get(), at, blob.bytes.data(), blob.bytes.size(), SQLITE_TRANSIENT); }
void Query::bind_one(int at, TextOrNull value) {
  if (value.text.empty()) return bind_one(at, Null{});
  bind_one(at, value.text);
}

Result<bool> Query::step() {
  switch (sqlite3_step(handle_.get())) {
    case SQLITE_ROW: return true;
    case SQLITE_DONE: return false;
    default: return error_of(sqlite3_db_handle(handle_.get()), path_);
  }
}

Result<void> Query::done() {
  while (true) {
    const auto row = step();
    if (!row) return row.error();
    if (!*row) return {};
  }
}

std::string Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(handle_.get(), column)));
}
std::string Query::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(handle_.get(), column)));
}

}  // namespace annalist
