// One document of an archive that may be damaged, read with every check that there is; for verify and salvage.
#pragma once

#include <string>
#include <vector>

#include "annalist/store/archive.h"

namespace annalist {

// The keys of all documents that any part of the archive still tells of, in order: a damaged page may hide a document from one list and
// not from another. What can't be read is passed over.
std::vector<DocumentKey> all_documents(Archive& archive);

struct Inspected {
  std::string name;   // its path; where that can't be read its id, else "document N"
  std::string wrong;  // what is wrong with it; empty when it is whole
  Records records;    // whole, with its reading, when nothing is wrong
  Versions versions;
  int64_t spans = 0;  // checked
};

class Inspector {
 public:
  static Result<Inspector> open(Archive& archive);
  // Text and records against their hashes, every span on the borders of characters in its text, every index row against the records.
  // `with_index` false leaves the last out.
  Inspected inspect(DocumentKey key, bool with_index);

 private:
  Inspector(Archive& archive, Database expected) : archive_(archive), expected_(std::move(expected)) {}
  std::string wrong_index(DocumentKey key, const Records& records);

  Archive& archive_;
  Database expected_;  // in memory: the index rows that the records give
};

}  // namespace annalist
