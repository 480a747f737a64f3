#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "annalist/app/commands.h"
#include "annalist/app/question.h"
#include "annalist/app/talk.h"
#include "annalist/base/files.h"
#include "annalist/show/report.h"

namespace annalist {
namespace {

// What of one document goes on the page.
struct Chosen {
  std::map<size_t, size_t> events;  // index -> number on the page
  std::set<size_t> statements;
  std::vector<size_t> amounts;  // in the order of the answer
};
using Choice = std::map<DocumentKey, Chosen>;

Result<Choice> choose(Archive& archive, const Filter& filter) {
  const auto events = find_events(archive, filter);
  if (!events) return events.error();
  const auto amounts = find_amounts(archive, filter);
  if (!amounts) return amounts.error();
  Choice choice;
  for (size_t place = 0; place < events->size(); ++place) choice[(*events)[place].document].events[(*events)[place].number] = place + 1;
  for (const RecordKey& key : *amounts) choice[key.document].amounts.push_back(key.number);
  // A question for kinds of events asks for what was said of these events, not for all that somebody said.
  if (!filter.type.empty() || !filter.status.empty() || filter.min_confidence > 0) return choice;
  const auto statements = find_statements(archive, filter);
  if (!statements) return statements.error();
  for (const RecordKey& key : *statements) choice[key.document].statements.insert(key.number);
  return choice;
}

// The statements that were found, and those that hold the events of the page.
ReportParts parts_of(const Records& records, const Chosen& chosen) {
  std::set<size_t> statements = chosen.statements;
  for (const auto& [event, number] : chosen.events) {
    const int holder = records.events[event].statement;
    if (holder != kNone) statements.insert(static_cast<size_t>(holder));
  }
  return {{statements.begin(), statements.end()}, chosen.amounts};
}

ReportQuestion question_of(const Options& options) {
  ReportQuestion question{options.actor, options.with, {}, options.filter.dates.has_value()};
  std::vector<std::string>& conditions = question.conditions;
  if (!options.filter.type.empty()) conditions.push_back("events of type " + options.filter.type);
  if (!options.filter.status.empty()) conditions.push_back("events with the status " + options.filter.status);
  if (!options.from.empty()) conditions.push_back("what is dated from " + options.from + " on");
  if (!options.to.empty()) conditions.push_back("what is dated up to " + options.to);
  if (!options.filter.outlet.empty()) conditions.push_back("outlets with \u201c" + options.filter.outlet + "\u201d in their name");
  const double confidence = options.filter.min_confidence;
  if (confidence > 0) conditions.push_back(fmt::format("events with a confidence of {} or more", confidence));
  return question;
}

Result<std::string> make_page(const Options& options, Archive& archive, const Choice& choice) {
  const auto documents = archive.documents();
  if (!documents) return documents.error();
  Report report(question_of(options));
  size_t number = 0;
  for (const DocumentKey key : *documents) {
    const auto chosen = choice.find(key);
    if (chosen == choice.end()) continue;
    const auto records = archive.load(key);
    if (!records) return records.error();
    const auto versions = archive.versions(key);
    if (!versions) return versions.error();
    report.add({*records, ++number, chosen->second.events}, *versions, parts_of(*records, chosen->second));
  }
  return report.page();
}

}  // namespace

int command_report(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto choice = choose(*archive, complete_filter(options));
  if (!choice) return fail(choice.error());
  const auto page = make_page(options, *archive, *choice);
  if (!page) return fail(page.error());
  if (options.out == "-") {
    fmt::print("{}", *page);
    return kExitDone;
  }
  if (const auto written = write_file(options.out, *page); !written) return fail(written.error());
  say(choice->empty() ? options.out + ": the archive has nothing on this question" : "wrote " + options.out);
  return kExitDone;
}

}  // namespace annalist
