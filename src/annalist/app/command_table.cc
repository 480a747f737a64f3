#include <fmt/format.h>

#include "annalist/app/commands.h"
#include "annalist/app/question.h"
#include "annalist/app/talk.h"
#include "annalist/show/csv.h"
#include "annalist/show/dyads.h"
#include "annalist/show/table.h"

namespace annalist {
namespace {

std::string line(const Options& options, const std::vector<std::string>& fields) {
  return options.tsv ? tsv_line(fields) : csv_line(fields);
}

int print_events(const Options& options, Archive& archive, const std::vector<RecordKey>& keys) {
  std::vector<std::string> lines(keys.size());
  const auto visited = visit_by_document(archive, keys, [&](const Records& records, size_t number, size_t place) {
    lines[place] = line(options, table_fields(records, number));
  });
  if (!visited) return fail(visited.error());
  fmt::print("{}", line(options, table_columns()));
  for (const std::string& row : lines) fmt::print("{}", row);
  return kExitDone;
}

int print_dyads(const Options& options, Period period, Archive& archive, const std::vector<RecordKey>& keys) {
  DyadTable dyads(period);
  const auto visited = visit_by_document(archive, keys, [&](const Records& records, size_t number, size_t) { dyads.add(records, number); });
  if (!visited) return fail(visited.error());
  fmt::print("{}", line(options, dyad_columns()));
  for (const auto& row : dyads.rows()) fmt::print("{}", line(options, row));
  return kExitDone;
}

}  // namespace

int command_table(const Options& options) {
  const auto period = period_by_name(options.by);
  if (!period && !options.by.empty()) {
    return fail({ErrorCode::kUsage, "--by \"" + options.by + "\" is not known; it is day, month or year", ""});
  }
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto keys = find_events(*archive, complete_filter(options));
  if (!keys) return fail(keys.error());
  return period ? print_dyads(options, *period, *archive, *keys) : print_events(options, *archive, *keys);
}

}  // namespace annalist
