#include <fmt/format.h>

#include <algorithm>

#include "annalist/app/commands.h"
#include "annalist/app/ordered.h"
#include "annalist/app/pipeline.h"
#include "annalist/app/talk.h"
#include "annalist/understand/events/check_codebook.h"
#include "annalist/understand/events/gaps.h"

namespace annalist {
namespace {

// Says what was found; the exit code.
int report(const std::vector<Diagnostic>& diagnostics, const std::string& sound) {
  for (const Diagnostic& diagnostic : diagnostics) say(diagnostic.where + ": " + diagnostic.message);
  if (diagnostics.empty()) {
    fmt::print("{}\n", sound);
    return kExitDone;
  }
  say(fmt::format("{} faults", diagnostics.size()));
  return kExitFailed;
}

}  // namespace

int command_codebook_check(const Options& options) {
  const auto reader = open_reader(options.resources);
  if (!reader) return fail(reader.error());
  const auto knowledge = open_knowledge(options.resources);
  if (!knowledge) return fail(knowledge.error());
  const auto diagnostics = check_codebook(codebook_paths(options.resources), *reader, *knowledge);
  if (!diagnostics.empty()) return report(diagnostics, "");
  const auto codebook = open_codebook(options.resources);
  if (!codebook) return fail(codebook.error());
  size_t examples = 0;
  for (const Pattern& pattern : codebook->patterns()) examples += pattern.examples.size();
  return report(
      {}, fmt::format("{} patterns of {} types, {} examples: all sound", codebook->patterns().size(), codebook->types().size(), examples));
}

int command_codebook_gaps(const Options& options) {
  const auto models = open_models(options.resources);
  if (!models) return fail(models.error());
  ArticleStream articles(options.paths, options.ingest);
  Tally tally;
  std::map<std::string, Gap> gaps;
  run_ordered<Records>(
      articles, options.jobs, options.ingest.limits.documents,
      [&](const RawArticle& raw) -> Result<Records> {
        auto document = make_document(raw, options.ingest);
        if (!document) return document.error();
        return code_document(std::move(*document), *models);
      },
      [&](Result<Records> records) {
        if (!records) {
          tally.failed(records.error());
          return true;
        }
        count_gaps(*records, models->codebook, models->knowledge, gaps);
        tally.read();
        return true;
      });
  std::vector<std::pair<std::string, Gap>> sorted(gaps.begin(), gaps.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  for (const auto& [words, gap] : sorted) fmt::print("{:>6}  {:<24} {}\n", gap.count, words, gap.example);
  return tally.finish();
}

int command_knowledge_check(const Options& options) {
  const std::string index = options.alone ? "" : options.resources.home + "/knowledge.index";
  return report(check_knowledge(options.paths, index), "all sound");
}

int command_version(const Options& options) {
  const auto versions = read_versions(options.resources);
  if (!versions) return fail(versions.error());
  fmt::print("annalist program {}\nmodel {}\ncodebook {}\nknowledge {}\n", versions->program, versions->model, versions->codebook,
             versions->knowledge);
  return kExitDone;
}

}  // namespace annalist
