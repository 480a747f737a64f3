// Articles into an archive: those that it has are passed over, the others coded by several threads and saved in batches, each batch whole
// or not at all.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

#include "annalist/app/options.h"
#include "annalist/app/resources.h"
#include "annalist/app/talk.h"
#include "annalist/store/archive.h"

namespace annalist {

class ArchiveIntake {
 public:
  // Everything given outlives it. Errors: the archive's.
  static Result<ArchiveIntake> open(const Options& options, const Models& models, Archive& archive);

  // Reads what the paths hold, and tells the tally of each article. Ends early, with all saved that was coded, when `stop` says so; it is
  // asked after each article. Errors: the archive's, after which nothing more is to be done.
  Result<void> read(const std::vector<std::string>& paths, Tally& tally, const std::function<bool()>& stop);

  // Says what a person should know of all that was read: documents in other languages, things that are no articles.
  void say_remarks(Tally& tally) const;

 private:
  ArchiveIntake(const Options& options, const Models& models, Archive& archive);
  Result<void> find_known();

  // The first half of a document's SHA-256, less a byte: enough to tell documents apart.
  static std::string key_of(const std::string& sha256_hex);

  IngestOptions ingest_;
  const Options* options_;
  const Models* models_;
  Archive* archive_;
  std::unordered_set<std::string> known_;  // not to be read again
  std::map<std::string, int64_t> unread_;  // by language
  LeftOut left_out_;
};

// Codes again, from the archive's own texts, what other versions coded.
Result<void> recode_archive(const Options& options, const Models& models, Archive& archive, Tally& tally);

}  // namespace annalist
