#include <fmt/format.h>

#include "annalist/app/commands.h"
#include "annalist/app/talk.h"
#include "annalist/show/record_json.h"
#include "annalist/store/salvage.h"
#include "annalist/store/stats.h"
#include "annalist/store/verify.h"

namespace annalist {

int command_stats(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto stats = count_archive(*archive);
  if (!stats) return fail(stats.error());
  if (options.json) {
    RecordJson::Json out;
    for (const Count& count : *stats) out[count.group][count.name] = count.number;
    fmt::print("{}\n", to_line(out));
    return kExitDone;
  }
  std::string group;
  for (const Count& count : *stats) {
    if (count.group != group) fmt::print("{}{}\n", group.empty() ? "" : "\n", count.group);
    group = count.group;
    fmt::print("  {:<44} {:>10}\n", count.name, count.number);
  }
  return kExitDone;
}

int command_verify(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kInspect);
  if (!archive) return fail(archive.error());
  const auto result = verify_archive(*archive);
  if (!result) return fail(result.error());
  for (const Damage& damage : result->damage) {
    say(damage.document.empty() ? options.archive + ": " + damage.what : damage.document + ": " + damage.what);
  }
  if (!result->left_out.empty()) say(options.archive + ": " + result->left_out);
  fmt::print("{} documents, {} spans: {}\n", result->documents, result->spans,
             result->damage.empty() ? "all sound" : fmt::format("{} damaged", result->damage.size()));
  if (!result->damage.empty()) {
    say(fmt::format("bring the whole documents into a new archive: annalist salvage {} --out NEW; then read the others again",
                    options.archive));
  }
  return result->damage.empty() ? kExitDone : kExitFailed;
}

int command_salvage(const Options& options) {
  const auto result = salvage_archive(options.archive, options.out);
  if (!result) return fail(result.error());
  for (const Damage& lost : result->lost) say(lost.document + ": " + lost.what);
  say(fmt::format("saved {}, lost {}", result->saved, result->lost.size()));
  return result->lost.empty() ? kExitDone : kExitSomeFailed;
}

}  // namespace annalist
