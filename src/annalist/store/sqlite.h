// A thin, typed hold on SQLite: a connection, prepared statements, and their errors as Result. Nothing here knows the archive.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/store/sealed_pages.h"

namespace annalist {

class Query;

class Database {
 public:
  // flags as in sqlite3_open_v2; a new file gets sealed pages. Errors: kIo or kBadConfiguration, naming the path.
  // `called`: what errors call it, where that is not the path (an URI).
  static Result<Database> open(const std::string& path, int flags, BrokenSeals broken = BrokenSeals::kRefuse,
                               const std::string& called = {});

  // Runs statements that give no rows.
  Result<void> run(const std::string& sql);
  // Prepares one statement. REQUIRES: sql is valid for this schema.
  Result<Query> prepare(std::string_view sql);
  int64_t last_row_id() const;
  bool read_only() const;
  // Pages that were read with broken seals so far (BrokenSeals::kTell).
  std::vector<uint32_t> broken_pages() const { return annalist::broken_pages(handle_.get()); }
  const std::string& path() const { return path_; }
  // The last error of this connection, with the path.
  Error error() const;

 private:
  struct Closer {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  std::unique_ptr<sqlite3, Closer> handle_;
  std::string path_;
};

// A prepared statement: bind, step through rows, reset by the next bind_all.
class Query {
 public:
  // Binds all parameters, in order, from 1.
  template <class... Values>
  Query& bind(const Values&... values) {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
    int at = 0;
    (bind_one(++at, values), ...);
    return *this;
  }
  // Binds parameter `at` (from 1) alone, without a reset.
  void bind_one(int at, std::string_view text);
  void bind_one(int at, const std::string& text) { bind_one(at, std::string_view(text)); }
  void bind_one(int at, const char* text) { bind_one(at, std::string_view(text)); }
  void bind_one(int at, int64_t number) { sqlite3_bind_int64(handle_.get(), at, number); }
  void bind_one(int at, int number) { sqlite3_bind_int64(handle_.get(), at, number); }
  void bind_one(int at, double number) { sqlite3_bind_double(handle_.get(), at, number); }
  struct Blob {
    std::string_view bytes;
  };
  void bind_one(int at, Blob blob);
  struct Null {};
  void bind_one(int at, Null) { sqlite3_bind_null(handle_.get(), at); }
  // Empty text as NULL.
  struct TextOrNull {
    std::string_view text;
  };
  void bind_one(int at, TextOrNull value);

  // True when a row is there, false at the end.
  Result<bool> step();
  // Steps a statement that gives no rows.
  Result<void> done();

  int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
  std::string text(int column) const;
  std::string blob(int column) const;
  int columns() const { return sqlite3_column_count(handle_.get()); }
  bool is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  std::unique_ptr<sqlite3_stmt, Finalizer> handle_;
  std::string path_;
};

}  // namespace annalist
