#include <chrono>
#include <unordered_map>

#include "annalist/app/commands.h"
#include "annalist/app/ordered.h"
#include "annalist/app/pipeline.h"
#include "annalist/app/talk.h"

namespace annalist {
namespace {

// Documents are saved in batches: large ones for speed, but nothing is held back for longer than a moment.
constexpr size_t kBatch = 64;
constexpr std::chrono::milliseconds kMoment{1000};

using Known = std::unordered_map<std::string, Versions>;  // raw_sha256 -> what coded it

Result<Known> known_documents(Archive& archive) {
  auto query = archive.database().prepare("SELECT raw_sha256, program, model, codebook, knowledge FROM documents");
  if (!query) return query.error();
  Known known;
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return known;
    known.emplace(query->text(0), Versions{query->text(1), query->text(2), query->text(3), query->text(4)});
  }
}

// Collects coded documents and saves them.
class Batch {
 public:
  Batch(Archive& archive, const Versions& versions) : archive_(archive), versions_(versions) {}

  Result<void> add(Records records) {
    waiting_.push_back(std::move(records));
    const bool due = std::chrono::steady_clock::now() - saved_ > kMoment;
    return waiting_.size() >= kBatch || due ? save() : Result<void>();
  }
  Result<void> save() {
    saved_ = std::chrono::steady_clock::now();
    if (waiting_.empty()) return {};
    auto saved = archive_.save(waiting_, versions_);
    waiting_.clear();
    return saved;
  }

 private:
  Archive& archive_;
  const Versions& versions_;
  std::vector<Records> waiting_;
  std::chrono::steady_clock::time_point saved_ = std::chrono::steady_clock::now();
};

// An article after the workers: its records, or only its hash when the archive has it already.
struct Coded {
  bool skipped = false;
  Records records;
};

int read_articles(const Options& options, const Models& models, Archive& archive) {
  const auto known = known_documents(archive);
  if (!known) return fail(known.error());
  const auto has = [&](const std::string& hash) {
    const auto found = known->find(hash);
    return found != known->end() && (!options.recode || found->second == models.versions);
  };
  IngestOptions ingest = options.ingest;
  ingest.knowledge = &models.knowledge;
  ArticleStream articles(options.paths, ingest);
  Batch batch(archive, models.versions);
  Tally tally;
  Result<void> state;
  std::unordered_map<std::string, bool> seen;  // in this run: the same bytes may come twice
  run_ordered<Coded>(
      articles, options.jobs,
      [&](const RawArticle& raw) -> Result<Coded> {
        auto document = make_document(raw, ingest);
        if (!document) return document.error();
        Coded coded;
        coded.skipped = has(document->raw_sha256);
        if (coded.skipped) coded.records.document = std::move(*document);
        else coded.records = code_document(std::move(*document), models);
        return coded;
      },
      [&](Result<Coded> coded) {
        if (!coded) {
          tally.failed(coded.error());
          return true;
        }
        const Document& document = coded->records.document;
        if (coded->skipped || !seen.emplace(document.raw_sha256, true).second) {
          tally.skipped();
          return true;
        }
        if (!document.note.empty()) tally.note(document.path + ": " + document.note);
        state = batch.add(std::move(coded->records));
        if (state) tally.read();
        return state.has_value();
      });
  if (state) state = batch.save();
  const int code = tally.finish();
  return state ? code : fail(state.error());
}

// Codes again, from the archive's own texts, what other versions coded.
int recode_archive(const Models& models, Archive& archive) {
  const auto keys = archive.documents();
  if (!keys) return fail(keys.error());
  Batch batch(archive, models.versions);
  Tally tally;
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
    if (auto added = batch.add(code_document(std::move(records->document), models)); !added) return fail(added.error());
    tally.read();
  }
  if (auto saved = batch.save(); !saved) return fail(saved.error());
  return tally.finish();
}

}  // namespace

int command_read(const Options& options) {
  if (options.paths.empty() && !options.recode) {
    return fail({ErrorCode::kUsage, "read needs at least one PATH; for example: annalist read articles/ --into news.annals", ""});
  }
  const auto models = open_models(options.resources);
  if (!models) return fail(models.error());
  auto archive = Archive::open(options.archive, Archive::Access::kWrite);
  if (!archive) return fail(archive.error());
  return options.paths.empty() ? recode_archive(*models, *archive) : read_articles(options, *models, *archive);
}

}  // namespace annalist
