#include "annalist/app/archive_intake.h"
#include "annalist/app/commands.h"

namespace annalist {
namespace {

int read_articles(const Options& options, const Models& models, Archive& archive) {
  auto intake = ArchiveIntake::open(options, models, archive);
  if (!intake) return fail(intake.error());
  Tally tally = tally_of(options);
  const auto state = intake->read(options.paths, tally, [] { return false; });
  intake->say_remarks(tally);
  const int code = tally.finish();
  return state ? code : fail(state.error());
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
  if (!options.paths.empty()) return read_articles(options, *models, *archive);
  Tally tally(0, options.progress);
  if (const auto state = recode_archive(options, *models, *archive, tally); !state) return fail(state.error());
  return tally.finish();
}

}  // namespace annalist
