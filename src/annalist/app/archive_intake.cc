#include "annalist/app/archive_intake.h"

#include <algorithm>
#include <chrono>

#include "annalist/app/ordered.h"
#include "annalist/app/pipeline.h"
#include "annalist/base/sha256.h"
#include "annalist/ingest/language.h"

namespace annalist {
namespace {

// Documents are saved in batches: large ones for speed, but nothing is held back for longer than a moment, and no more text than so much.
constexpr std::chrono::milliseconds kMoment{1000};
constexpr size_t kBatchBytes = size_t{4} << 20;

// Collects coded documents and saves them.
class Batch {
 public:
  Batch(Archive& archive, const Versions& versions, uint64_t most) : archive_(archive), versions_(versions), most_(most) {}

  Result<void> add(Records records) {
    bytes_ += records.document.text.size();
    waiting_.push_back(std::move(records));
    const bool due = std::chrono::steady_clock::now() - saved_ > kMoment;
    return waiting_.size() >= most_ || bytes_ >= kBatchBytes || due ? save() : Result<void>();
  }
  Result<void> save() {
    saved_ = std::chrono::steady_clock::now();
    if (waiting_.empty()) return {};
    auto saved = archive_.save(waiting_, versions_);
    waiting_.clear();
    bytes_ = 0;
    return saved;
  }

 private:
  Archive& archive_;
  const Versions& versions_;
  uint64_t most_;
  size_t bytes_ = 0;
  std::vector<Records> waiting_;
  std::chrono::steady_clock::time_point saved_ = std::chrono::steady_clock::now();
};

// An article after the workers: its records, or only that the archive has it already.
struct Coded {
  bool known = false;
  std::string key;
  Records records;
};

}  // namespace

ArchiveIntake::ArchiveIntake(const Options& options, const Models& models, Archive& archive)
    : ingest_(options.ingest), options_(&options), models_(&models), archive_(&archive) {
  ingest_.knowledge = &models.knowledge;
}

Result<ArchiveIntake> ArchiveIntake::open(const Options& options, const Models& models, Archive& archive) {
  ArchiveIntake intake(options, models, archive);
  if (auto found = intake.find_known(); !found) return found.error();
  return intake;
}

std::string ArchiveIntake::key_of(const std::string& sha256_hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string key;
  for (size_t i = 0; i + 1 < std::min<size_t>(sha256_hex.size(), 30); i += 2)
    key += static_cast<char>(digit(sha256_hex[i]) * 16 + digit(sha256_hex[i + 1]));
  return key;  // 15 bytes, which a string holds without memory of its own
}

Result<void> ArchiveIntake::find_known() {
  auto query = archive_->database().prepare("SELECT raw_sha256, program, model, codebook, knowledge FROM documents");
  if (!query) return query.error();
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return {};
    const Versions versions{query->text(1), query->text(2), query->text(3), query->text(4)};
    if (!options_->recode || versions == models_->versions) known_.insert(key_of(query->text(0)));
  }
}

Result<void> ArchiveIntake::read(const std::vector<std::string>& paths, Tally& tally, const std::function<bool()>& stop) {
  ArticleStream articles(paths, ingest_);
  Batch batch(*archive_, models_->versions, ingest_.limits.documents);
  Result<void> state;
  std::unordered_set<std::string> seen;  // in this run: the same bytes may come twice; `known_` is the workers' to read
  run_ordered<Coded>(
      articles, options_->jobs, ingest_.limits.documents,
      [&](const RawArticle& raw) -> Result<Coded> {
        Coded coded;
        coded.key = key_of(sha256_hex(raw.bytes));
        coded.known = known_.contains(coded.key);
        if (coded.known) return coded;
        auto document = make_document(raw, ingest_);
        if (!document) return document.error();
        coded.records = code_document(std::move(*document), *models_);
        return coded;
      },
      [&](Result<Coded> coded) {
        tally.at_byte(articles.bytes_read());
        if (!coded) {
          tally.failed(coded.error());
        } else if (coded->known || !seen.insert(coded->key).second) {
          tally.skipped();
        } else {
          const Document& document = coded->records.document;
          if (!document.note.empty()) tally.note(document.path + ": " + document.note);
          if (const size_t parts = models_->reader.sentences_in_parts(coded->records.reading); parts > 0)
            tally.note(document.path + ": " + in_parts_note(parts));
          if (!is_english(document.language)) ++unread_[document.language];
          state = batch.add(std::move(coded->records));
          if (state) tally.read();
        }
        return state.has_value() && !stop();
      });
  if (state) state = batch.save();
  known_.merge(seen);
  for (const auto& [what, count] : articles.left_out()) left_out_[what] += count;
  return state;
}

void ArchiveIntake::say_remarks(Tally& tally) const {
  std::string unread;
  for (const auto& [language, count] : unread_) unread += (unread.empty() ? "" : ", ") + language + " " + std::to_string(count);
  if (!unread.empty()) tally.note("not in English, kept unread: " + unread);
  tally.left_out(left_out_);
}

Result<void> recode_archive(const Options& options, const Models& models, Archive& archive, Tally& tally) {
  const auto keys = archive.documents();
  if (!keys) return keys.error();
  Batch batch(archive, models.versions, options.ingest.limits.documents);
  for (const DocumentKey key : *keys) {
    const auto versions = archive.versions(key);
    if (versions && *versions == models.versions) {
      tally.skipped();
      continue;
    }
    auto records = archive.load(key);
    if (!records) {
      tally.failed(records.error());
      continue;
    }
    if (auto added = batch.add(code_document(std::move(records->document), models)); !added) return added;
    tally.read();
  }
  return batch.save();
}

}  // namespace annalist
