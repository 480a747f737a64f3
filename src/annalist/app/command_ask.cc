#include <fmt/format.h>

#include "annalist/app/commands.h"
#include "annalist/app/question.h"
#include "annalist/app/talk.h"
#include "annalist/show/csv.h"
#include "annalist/show/listing.h"
#include "annalist/show/record_json.h"

namespace annalist {
namespace {

using Json = RecordJson::Json;

// How one kind of record is found and printed.
struct Kind {
  Result<std::vector<RecordKey>> (*find)(Archive&, const Filter&);
  Json (RecordJson::*json)(size_t) const;
  std::string (*list)(const Records&, size_t, const ListingStyle&);
  std::vector<std::string> (*columns)();
  std::vector<std::string> (*fields)(const Records&, size_t);
  const char* none;
};

std::string print_record(const Kind& kind, const Options& options, const Records& records, size_t number) {
  if (options.csv) return csv_line(kind.fields(records, number));
  if (!options.json) return kind.list(records, number, ListingStyle{wants_color(), 100}) + "\n";
  const RecordJson json(records);
  Json record = (json.*kind.json)(number);
  record["document"] = json.document_brief();
  return to_line(record) + "\n";
}

int answer(const Options& options, const Kind& kind) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto keys = kind.find(*archive, complete_filter(options));
  if (!keys) return fail(keys.error());
  if (options.csv) fmt::print("{}", csv_line(kind.columns()));
  Loader loader(*archive);
  for (const RecordKey& key : *keys) {
    const auto records = loader.load(key.document);
    if (!records) return fail(records.error());
    fmt::print("{}", print_record(kind, options, **records, key.number));
  }
  if (keys->empty() && !options.json && !options.csv) say(kind.none);
  return kExitDone;
}

constexpr Kind kEvents = {find_events,   &RecordJson::event, list_event,
                          event_columns, event_fields,       "no such events; annalist actors lists who is in the archive"};
constexpr Kind kStatements = {find_statements,   &RecordJson::statement, list_statement,
                              statement_columns, statement_fields,       "no such statements; annalist sources lists who speaks"};
constexpr Kind kAmounts = {find_amounts, &RecordJson::amount, list_amount, amount_columns, amount_fields, "no such amounts"};

}  // namespace

int command_events(const Options& options) { return answer(options, kEvents); }
int command_timeline(const Options& options) { return answer(options, kEvents); }
int command_statements(const Options& options) { return answer(options, kStatements); }
int command_amounts(const Options& options) { return answer(options, kAmounts); }

int command_search(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto hits = search_sentences(*archive, options.query, options.filter, options.limit);
  if (!hits) return fail(hits.error());
  Loader loader(*archive);
  for (const SentenceHit& hit : *hits) {
    const auto loaded = loader.load(hit.document);
    if (!loaded) return fail(loaded.error());
    const Records& records = **loaded;
    if (!options.json) {
      fmt::print("{}\n", list_sentence(records, hit.sentence, ListingStyle{wants_color(), 100}));
      continue;
    }
    const RecordJson json(records);
    const ByteSpan words = records.reading.sentences[hit.sentence].words;
    fmt::print("{}\n", to_line({{"sentence", hit.sentence},
                                {"text", std::string(words_of(records.document.text, words))},
                                {"document", json.document_brief()}}));
  }
  if (hits->empty() && !options.json) say("no sentence has all of these words");
  return kExitDone;
}

int command_actors(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto rows = list_actors(*archive, complete_filter(options));
  if (!rows) return fail(rows.error());
  if (options.csv) fmt::print("actor,name,kind,country,code,documents,mentions,events\n");
  else if (!options.json) fmt::print("{:<36} {:<14} {:<12} {:>9} {:>9} {:>7}\n", "name", "code", "kind", "documents", "mentions", "events");
  for (const ActorRow& row : *rows) {
    if (options.csv) {
      fmt::print("{}", csv_line({row.actor, row.name, row.kind, row.country, row.code, std::to_string(row.documents),
                                 std::to_string(row.mentions), std::to_string(row.events)}));
    } else if (options.json) {
      fmt::print("{}\n", to_line({{"actor", row.actor},
                                  {"name", row.name},
                                  {"kind", row.kind},
                                  {"country", row.country.empty() ? Json(nullptr) : Json(row.country)},
                                  {"code", row.code.empty() ? Json(nullptr) : Json(row.code)},
                                  {"documents", row.documents},
                                  {"mentions", row.mentions},
                                  {"events", row.events}}));
    } else {
      fmt::print("{:<36} {:<14} {:<12} {:>9} {:>9} {:>7}\n", row.name, row.code, row.kind, row.documents, row.mentions, row.events);
    }
  }
  return kExitDone;
}

int command_sources(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto rows = list_sources(*archive, complete_filter(options));
  if (!rows) return fail(rows.error());
  if (options.csv) fmt::print("name,statements,passed_on,documents\n");
  else if (!options.json) fmt::print("{:<44} {:>10} {:>10} {:>10}\n", "source", "statements", "passed on", "documents");
  for (const SourceRow& row : *rows) {
    if (options.csv) {
      fmt::print("{}", csv_line({row.name, std::to_string(row.statements), std::to_string(row.passed_on), std::to_string(row.documents)}));
    } else if (options.json) {
      fmt::print("{}\n",
                 to_line({{"name", row.name}, {"statements", row.statements}, {"passed_on", row.passed_on}, {"documents", row.documents}}));
    } else {
      fmt::print("{:<44} {:>10} {:>10} {:>10}\n", row.name, row.statements, row.passed_on, row.documents);
    }
  }
  return kExitDone;
}

int command_explain(const Options& options) {
  auto archive = Archive::open(options.archive, Archive::Access::kRead);
  if (!archive) return fail(archive.error());
  const auto found = find_record(*archive, options.query);
  if (!found) return fail(found.error());
  const auto records = archive->load(found->key.document, true);
  if (!records) return fail(records.error());
  const ListingStyle style{wants_color(), 100};
  fmt::print(
      "{}", found->kind == 'e' ? explain_event(*records, found->key.number, style) : explain_statement(*records, found->key.number, style));
  return kExitDone;
}

}  // namespace annalist
