#include "annalist/store/inspect.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "annalist/base/sha256.h"
#include "annalist/store/codec.h"
#include "annalist/store/index.h"
#include "annalist/store/schema.h"
#include "annalist/store/span_check.h"

namespace annalist {
namespace {

// The index rows of one document, a table each, without what only the archive knows (its own keys).
struct IndexTable {
  const char* name;
  const char* rows;
};
constexpr std::array<IndexTable, 8> kIndex = {{
    {"events",
     "SELECT number, id, type, mode, cameo, quad, status, date_from, date_to, date_how, words, sentence, place, country, latitude, "
     "longitude, amount, pattern, confidence FROM events WHERE doc = ? ORDER BY number"},
    {"participants", "SELECT event, role, position, actor, name, code FROM participants WHERE doc = ? ORDER BY event, role, position"},
    {"statements", "SELECT number, id, cue, quote, sentence, date_from, date_to FROM statements WHERE doc = ? ORDER BY number"},
    {"speakers", "SELECT statement, role, position, actor, name, code FROM speakers WHERE doc = ? ORDER BY statement, role, position"},
    {"amounts", "SELECT number, value, low, high, unit, per, kind, approximate, words FROM amounts WHERE doc = ? ORDER BY number"},
    {"actors", "SELECT number, actor, name, kind, country, code, mentions FROM actors WHERE doc = ? ORDER BY number"},
    {"ties", "SELECT number, who, role, of, words FROM ties WHERE doc = ? ORDER BY number"},
    {"sentences", "SELECT number, words FROM sentences WHERE doc = ? ORDER BY number"},
}};

// A table's rows as one text, each value with its length before it.
Result<std::string> rows_of(Database& database, const IndexTable& table, DocumentKey key) {
  auto query = database.prepare(table.rows);
  if (!query) return query.error();
  query->bind(key);
  std::string rows;
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return rows;
    for (int column = 0; column < query->columns(); ++column) {
      const std::string value = query->is_null(column) ? "null" : query->text(column);
      rows += fmt::format("{}:{};", value.size(), value);
    }
  }
}

// Adds the keys that one list has, up to where it can't be read.
void add_keys(Database& database, const char* sql, std::set<DocumentKey>& keys) {
  auto query = database.prepare(sql);
  if (!query) return;
  while (true) {
    const auto row = query->step();
    if (!row || !*row) return;
    keys.insert(query->integer(0));
  }
}

// The first column of the first row, or empty.
std::string text_of(Database& database, const char* sql, DocumentKey key) {
  auto query = database.prepare(sql);
  if (!query) return {};
  const auto row = query->bind(key).step();
  return row && *row ? query->text(0) : std::string();
}

std::string name_of(Database& database, DocumentKey key) {
  if (std::string path = text_of(database, "SELECT path FROM documents WHERE doc = ?", key); !path.empty()) return path;
  // The ids of its records begin with its own.
  for (const char* sql : {"SELECT id FROM events WHERE doc = ? LIMIT 1", "SELECT id FROM statements WHERE doc = ? LIMIT 1"}) {
    const std::string id = text_of(database, sql, key);
    if (const size_t dot = id.rfind('.'); dot != std::string::npos) return id.substr(0, dot);
  }
  return fmt::format("document {}", key);
}

// Reads the row of `documents`; what is wrong, or empty.
std::string read_row(Database& database, DocumentKey key, Inspected& found) {
  auto query = database.prepare(
      "SELECT text, text_sha256, records, reading, records_sha256, program, model, codebook, knowledge, path, raw_sha256 FROM documents "
      "WHERE doc = ?");
  if (!query) return "can't be read: " + query.error().message;
  const auto row = query->bind(key).step();
  if (!row) return "can't be read: " + row.error().message;
  if (!*row) return "is gone; only index rows speak of it";
  const std::string text = query->text(0);
  if (sha256_hex(text) != query->text(1)) return "its text is not the text that was read";
  const std::string encoded = query->blob(2);
  const std::string encoded_reading = query->blob(3);
  if (sha256_hex(encoded + encoded_reading) != query->text(4)) return "its records are damaged";
  auto records = decode_records(encoded);
  if (!records) return "its records can't be decoded";
  auto reading = decode_reading(encoded_reading);
  if (!reading) return "its reading can't be decoded";
  records->document.text = text;
  records->reading = std::move(*reading);
  if (records->document.path != query->text(9) || records->document.raw_sha256 != query->text(10)) {
    return "its path or hash is not that of its records";
  }
  found.records = std::move(*records);
  found.versions = {query->text(5), query->text(6), query->text(7), query->text(8)};
  return {};
}

}  // namespace

std::vector<DocumentKey> all_documents(Archive& archive) {
  std::set<DocumentKey> keys;
  for (const char* sql : {"SELECT doc FROM documents NOT INDEXED ORDER BY doc", "SELECT doc FROM documents NOT INDEXED ORDER BY doc DESC",
                          "SELECT doc FROM documents INDEXED BY sqlite_autoindex_documents_1 ORDER BY raw_sha256",
                          "SELECT doc FROM documents INDEXED BY sqlite_autoindex_documents_1 ORDER BY raw_sha256 DESC",
                          "SELECT DISTINCT doc FROM actors", "SELECT DISTINCT doc FROM sentences"}) {
    add_keys(archive.database(), sql, keys);
  }
  return {keys.begin(), keys.end()};
}

Result<Inspector> Inspector::open(Archive& archive) {
  auto expected = Database::open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  if (!expected) return expected.error();
  if (auto made = bring_schema_forward(*expected); !made) return made.error();
  if (auto set = expected->run("DROP TRIGGER sentences_in; DROP TRIGGER sentences_out"); !set) return set.error();
  return Inspector(archive, std::move(*expected));
}

std::string Inspector::wrong_index(DocumentKey key, const Records& records) {
  if (auto indexed = index_records(expected_, key, records); !indexed) return "its records can't be indexed: " + indexed.error().message;
  std::string wrong;
  for (const IndexTable& table : kIndex) {
    const auto expected = rows_of(expected_, table, key);
    const auto there = rows_of(archive_.database(), table, key);
    (void)expected_.run(fmt::format("DELETE FROM {}", table.name)).has_value();
    if (!wrong.empty()) continue;
    if (!there) wrong = fmt::format("its {} can't be read: {}", table.name, there.error().message);
    else if (!expected || *there != *expected) wrong = fmt::format("the index of its {} does not fit its records", table.name);
  }
  return wrong;
}

Inspected Inspector::inspect(DocumentKey key, bool with_index) {
  Inspected found;
  found.name = name_of(archive_.database(), key);
  found.wrong = read_row(archive_.database(), key, found);
  if (!found.wrong.empty()) return found;
  SpanCheck spans = check_spans(found.records);
  found.spans = spans.count;
  found.wrong = std::move(spans.wrong);
  if (found.wrong.empty() && with_index) found.wrong = wrong_index(key, found.records);
  return found;
}

}  // namespace annalist
