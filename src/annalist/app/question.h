// What the commands that ask an archive share: the filter that the command line means, and documents loaded as answers need them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "annalist/app/options.h"
#include "annalist/store/archive.h"
#include "annalist/store/query.h"

namespace annalist {

// The filter with the names asked for and the ids of those whom the knowledge calls so ("Tehran" finds Iran). Without the knowledge,
// which is said on stderr, the names alone.
Filter complete_filter(const Options& options);

// Documents of an answer come in runs, so the last one loaded is kept.
class Loader {
 public:
  explicit Loader(Archive& archive) : archive_(archive) {}
  // Good until the next call.
  Result<const Records*> load(DocumentKey key);

 private:
  Archive& archive_;
  DocumentKey key_ = 0;
  Records records_;
};

// Visits every record of an answer, document by document so that each is loaded once; `place` is the record's place in the answer.
using Visit = std::function<void(const Records& records, size_t number, size_t place)>;
Result<void> visit_by_document(Archive& archive, const std::vector<RecordKey>& answer, const Visit& visit);

}  // namespace annalist
