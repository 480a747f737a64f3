// The archive: many documents' records in one SQLite file (schema.h). One writer at a time, any number of readers. A document is saved
// whole or not at all; killed at any moment, the archive opens again with whole documents only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/store/sqlite.h"
#include "annalist/understand/events/records.h"

namespace annalist {

// What coded a document.
struct Versions {
  std::string program;
  std::string model;
  std::string codebook;
  std::string knowledge;
  friend bool operator==(const Versions&, const Versions&) = default;
};

using DocumentKey = int64_t;  // a row of `documents`

// "ID.e3", "ID.s2": how records are named outside, from the document's id and the place in its list (from 1).
std::string event_id(const Document& document, size_t index);
std::string statement_id(const Document& document, size_t index);

class Archive {
 public:
  // kInspect reads damaged pages as they stand (verify, salvage); the others give an error for them (sealed_pages.h).
  enum class Access { kRead, kWrite, kInspect };
  // kWrite makes a missing file. Errors: kIo, kBadConfiguration (no archive, damaged, newer schema), naming the path.
  static Result<Archive> open(const std::string& path, Access access);

  // The versions that coded the document with these raw bytes, when the archive has it.
  Result<std::optional<Versions>> versions_of(const std::string& raw_sha256);
  // Saves documents in one transaction; one with the raw_sha256 of another replaces it.
  Result<void> save(std::span<const Records> documents, const Versions& versions);
  Result<void> remove(DocumentKey key);

  Result<std::vector<DocumentKey>> documents();
  // All records; of the reading the sentences alone, the whole of it with `with_reading`. Errors: kBadConfiguration, naming the document,
  // when its text or records are not what was saved.
  Result<Records> load(DocumentKey key, bool with_reading = false);
  Result<Versions> versions(DocumentKey key);

  Database& database() { return database_; }

 private:
  Database database_;
};

}  // namespace annalist
