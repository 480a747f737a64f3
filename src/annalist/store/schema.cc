#include "annalist/store/schema.h"

#include <fmt/format.h>

#include <array>

namespace annalist {
namespace {

// Step i leads from schema version i to i + 1.
constexpr std::array<const char*, kSchemaVersion> kSteps = {R"sql(
CREATE TABLE documents(
  doc INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, raw_sha256 TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL, text_sha256 TEXT NOT NULL, title TEXT, outlet TEXT, published TEXT, genre TEXT NOT NULL, language TEXT NOT NULL,
  url TEXT, program TEXT NOT NULL, model TEXT NOT NULL, codebook TEXT NOT NULL, knowledge TEXT NOT NULL,
  records BLOB NOT NULL, reading BLOB NOT NULL, records_sha256 TEXT NOT NULL) STRICT;
CREATE TABLE events(
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, mode TEXT,
  cameo TEXT, quad INTEGER NOT NULL, status TEXT NOT NULL, date_from TEXT, date_to TEXT, date_how TEXT, words TEXT NOT NULL,
  sentence INTEGER NOT NULL, place TEXT, country TEXT, latitude REAL, longitude REAL, amount INTEGER, pattern TEXT NOT NULL,
  confidence REAL NOT NULL, PRIMARY KEY(doc, number)) STRICT;
CREATE INDEX events_by_id ON events(id);
CREATE INDEX events_by_date ON events(date_from);
CREATE INDEX events_by_type ON events(type);
CREATE TABLE participants(
  doc INTEGER NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, actor TEXT, name TEXT NOT NULL, code TEXT,
  PRIMARY KEY(doc, event, role, position), FOREIGN KEY(doc, event) REFERENCES events(doc, number) ON DELETE CASCADE) STRICT;
CREATE INDEX participants_by_name ON participants(name);
CREATE TABLE statements(
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, id TEXT NOT NULL, cue TEXT NOT NULL,
  quote TEXT NOT NULL, sentence INTEGER NOT NULL, date_from TEXT, date_to TEXT, PRIMARY KEY(doc, number)) STRICT;
CREATE INDEX statements_by_id ON statements(id);
CREATE TABLE speakers(
  doc INTEGER NOT NULL, statement INTEGER NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, actor TEXT, name TEXT NOT NULL,
  code TEXT, PRIMARY KEY(doc, statement, role, position),
  FOREIGN KEY(doc, statement) REFERENCES statements(doc, number) ON DELETE CASCADE) STRICT;
CREATE INDEX speakers_by_name ON speakers(name);
CREATE TABLE amounts(
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, value TEXT, low TEXT, high TEXT,
  unit TEXT NOT NULL, per TEXT, kind TEXT NOT NULL, approximate INTEGER NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY(doc, number)) STRICT;
CREATE TABLE actors(
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL,
  kind TEXT NOT NULL, country TEXT, code TEXT, mentions INTEGER NOT NULL, PRIMARY KEY(doc, number)) STRICT;
CREATE INDEX actors_by_actor ON actors(actor);
CREATE TABLE ties(
  doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL, who TEXT NOT NULL, role TEXT NOT NULL, of TEXT,
  words TEXT NOT NULL, PRIMARY KEY(doc, number)) STRICT;
CREATE TABLE sentences(
  sentence INTEGER PRIMARY KEY, doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE, number INTEGER NOT NULL,
  words TEXT NOT NULL) STRICT;
CREATE INDEX sentences_by_doc ON sentences(doc);
CREATE VIRTUAL TABLE search USING fts5(words, content='sentences', content_rowid='sentence',
                                       tokenize="porter unicode61 remove_diacritics 2");
CREATE TRIGGER sentences_in AFTER INSERT ON sentences BEGIN
  INSERT INTO search(rowid, words) VALUES (new.sentence, new.words);
END;
CREATE TRIGGER sentences_out AFTER DELETE ON sentences BEGIN
  INSERT INTO search(search, rowid, words) VALUES ('delete', old.sentence, old.words);
END;
)sql"};

Result<int64_t> number_of(Database& database, const char* pragma) {
  auto query = database.prepare(pragma);
  if (!query) return query.error();
  const auto row = query->step();
  if (!row) return row.error();
  return query->integer(0);
}

Error newer(const std::string& path, int64_t version) {
  return {ErrorCode::kBadConfiguration,
          fmt::format("the archive has schema {}, this program knows up to {}; use a newer annalist", version, kSchemaVersion), path};
}

// The file's schema version; 0 for an empty file. Errors: not ours, or newer.
Result<int64_t> known_version(Database& database) {
  const auto application = number_of(database, "PRAGMA application_id");
  if (!application) return application.error();
  const auto version = number_of(database, "PRAGMA user_version");
  if (!version) return version.error();
  const auto tables = number_of(database, "SELECT count(*) FROM sqlite_master");
  if (!tables) return tables.error();
  if (*application != kApplicationId && (*tables > 0 || *application != 0 || *version != 0)) {
    return Error{ErrorCode::kBadConfiguration, "is a database of another program, no annalist archive; name another with --archive",
                 database.path()};
  }
  if (*version > kSchemaVersion) return newer(database.path(), *version);
  return *version;
}

}  // namespace

Result<void> bring_schema_forward(Database& database) {
  const auto version = known_version(database);
  if (!version) return version.error();
  if (*version == kSchemaVersion) return {};
  if (auto begun = database.run("BEGIN IMMEDIATE"); !begun) return begun;
  // Another writer may have brought it forward while this one waited for the lock.
  const auto now = known_version(database);
  if (!now) return now.error();
  for (auto step = static_cast<size_t>(*now); step < kSteps.size(); ++step) {
    if (auto done = database.run(kSteps[step]); !done) return done;
  }
  return database.run(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}; COMMIT", kApplicationId, kSchemaVersion));
}

Result<void> check_schema(Database& database) {
  const auto version = known_version(database);
  if (!version) return version.error();
  if (*version == 0) {
    return Error{ErrorCode::kBadConfiguration, "holds no archive yet; make one with: annalist read PATH... --into FILE", database.path()};
  }
  if (*version < kSchemaVersion) {
    return Error{ErrorCode::kBadConfiguration, "the archive is of an older schema; any annalist read into it brings it forward",
                 database.path()};
  }
  return {};
}

}  // namespace annalist
