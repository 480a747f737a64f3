#include "annalist/store/archive.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <filesystem>

#include "annalist/base/sha256.h"
#include "annalist/store/codec.h"
#include "annalist/store/index.h"
#include "annalist/store/schema.h"

namespace annalist {
namespace {

constexpr const char* kInsert =
    "INSERT INTO documents(id, path, raw_sha256, text, text_sha256, title, outlet, published, genre, language, url, program, model, "
    "codebook, knowledge, records, reading, records_sha256) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

constexpr std::array<const char*, 5> kGenres = {"news", "analysis", "opinion", "advocacy", "other"};

Result<void> insert_document(Database& database, const Records& records, const Versions& versions) {
  auto insert = database.prepare(kInsert);
  if (!insert) return insert.error();
  const Document& document = records.document;
  const std::string encoded = encode_records(records);
  const std::string reading = encode_reading(records.reading);
  const std::string published = document.published ? to_iso(*document.published) : "";
  using TextOrNull = Query::TextOrNull;
  insert->bind(document.id, document.path, document.raw_sha256, document.text, sha256_hex(document.text), TextOrNull{document.title.value},
               TextOrNull{document.outlet.value}, TextOrNull{published}, kGenres[static_cast<size_t>(document.genre)], document.language,
               TextOrNull{document.url}, versions.program, versions.model, versions.codebook, versions.knowledge, Query::Blob{encoded},
               Query::Blob{reading}, sha256_hex(encoded + reading));
  return insert->done();
}

Result<void> save_one(Database& database, const Records& records, const Versions& versions) {
  auto drop = database.prepare("DELETE FROM documents WHERE raw_sha256 = ?");
  if (!drop) return drop.error();
  if (auto dropped = drop->bind(records.document.raw_sha256).done(); !dropped) return dropped;
  if (auto inserted = insert_document(database, records, versions); !inserted) return inserted;
  return index_records(database, database.last_row_id(), records);
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}
bool can_be_written(const std::string& folder) { return ::access(folder.c_str(), W_OK) == 0; }

// An archive in a folder where SQLite can't put its side files, so that nobody can be writing to it: read as a file that never changes.
// Errors: what a run that was stopped left beside it has to be taken in first, which needs a folder that can be written to.
Result<Database> open_unwritable(const std::string& path, BrokenSeals broken) {
  struct stat info {};
  if (::stat((path + "-wal").c_str(), &info) == 0 && info.st_size > 0) {
    return Error{ErrorCode::kIo,
                 "its last read was stopped, and its folder can't be written to; copy it with its -wal file to one that can", path};
  }
  std::string uri = "file:";
  for (const char c : path) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' || c == '.' || c == '-' || c == '_';
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return Database::open(uri + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, broken, path);
}

}  // namespace

std::string event_id(const Document& document, size_t index) { return fmt::format("{}.e{}", document.id, index + 1); }
std::string statement_id(const Document& document, size_t index) { return fmt::format("{}.s{}", document.id, index + 1); }

Result<Archive> Archive::open(const std::string& path, Access access) {
  struct stat info {};
  const bool writes = access == Access::kWrite;
  if (!writes && ::stat(path.c_str(), &info) != 0) {
    return Error{ErrorCode::kIo, "no such archive; make one with: annalist read PATH... --into FILE", path};
  }
  const BrokenSeals broken = access == Access::kInspect ? BrokenSeals::kTell : BrokenSeals::kRefuse;
  auto database = writes                            ? Database::open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, broken)
                  : can_be_written(folder_of(path)) ? Database::open(path, SQLITE_OPEN_READWRITE, broken)
                                                    : open_unwritable(path, broken);
  if (!database && !writes) database = Database::open(path, SQLITE_OPEN_READONLY, broken);
  if (!database) return database.error();
  Archive archive;
  archive.database_ = std::move(*database);
  if (auto set = archive.database_.run("PRAGMA foreign_keys=ON; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000"); !set)
    return set.error();
  if (!writes) {
    if (auto checked = check_schema(archive.database_); !checked) return checked.error();
    return archive;
  }
  if (auto wal = archive.database_.run("PRAGMA journal_mode=WAL"); !wal) return wal.error();
  if (auto forward = bring_schema_forward(archive.database_); !forward) return forward.error();
  return archive;
}

Result<std::optional<Versions>> Archive::versions_of(const std::string& raw_sha256) {
  auto query = database_.prepare("SELECT program, model, codebook, knowledge FROM documents WHERE raw_sha256 = ?");
  if (!query) return query.error();
  const auto row = query->bind(raw_sha256).step();
  if (!row) return row.error();
  if (!*row) return std::optional<Versions>();
  return std::optional(Versions{query->text(0), query->text(1), query->text(2), query->text(3)});
}

Result<void> Archive::save(std::span<const Records> documents, const Versions& versions) {
  if (auto begun = database_.run("BEGIN IMMEDIATE"); !begun) return begun;
  for (const Records& records : documents) {
    if (auto saved = save_one(database_, records, versions); !saved) {
      (void)database_.run("ROLLBACK").has_value();
      return saved;
    }
  }
  return database_.run("COMMIT");
}

Result<void> Archive::remove(DocumentKey key) {
  auto drop = database_.prepare("DELETE FROM documents WHERE doc = ?");
  if (!drop) return drop.error();
  return drop->bind(key).done();
}

Result<std::vector<DocumentKey>> Archive::documents() {
  auto query = database_.prepare("SELECT doc FROM documents ORDER BY coalesce(published, '9999'), path, doc");
  if (!query) return query.error();
  std::vector<DocumentKey> keys;
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return keys;
    keys.push_back(query->integer(0));
  }
}

Result<Records> Archive::load(DocumentKey key, bool with_reading) {
  auto query = database_.prepare(with_reading ? "SELECT path, text, text_sha256, records, reading FROM documents WHERE doc = ?"
                                              : "SELECT path, text, text_sha256, records FROM documents WHERE doc = ?");
  if (!query) return query.error();
  const auto row = query->bind(key).step();
  if (!row) return row.error();
  if (!*row) return Error{ErrorCode::kUsage, fmt::format("the archive has no document {}", key), database_.path()};
  const std::string path = query->text(0);
  const std::string text = query->text(1);
  if (sha256_hex(text) != query->text(2)) {
    return Error{ErrorCode::kBadConfiguration, "a document's text is damaged; run: annalist verify", path};
  }
  auto records = decode_records(query->blob(3));
  if (!records) return Error{records.error().code, records.error().message, path};
  records->document.text = text;
  if (with_reading) {
    auto reading = decode_reading(query->blob(4));
    if (!reading) return Error{reading.error().code, reading.error().message, path};
    records->reading = std::move(*reading);
  }
  return records;
}

Result<Versions> Archive::versions(DocumentKey key) {
  auto query = database_.prepare("SELECT program, model, codebook, knowledge FROM documents WHERE doc = ?");
  if (!query) return query.error();
  const auto row = query->bind(key).step();
  if (!row) return row.error();
  return Versions{query->text(0), query->text(1), query->text(2), query->text(3)};
}

}  // namespace annalist
