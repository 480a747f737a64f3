#include "annalist/show/csv.h"

#include <fmt/format.h>

#include "annalist/show/record_json.h"
#include "annalist/store/archive.h"

namespace annalist {
namespace {

template <class List, class Part>
std::string joined(const List& list, Part part) {
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : "; ") + std::string(part(one));
  return out;
}

std::string from(const std::optional<DateRange>& range) { return range ? to_iso(range->from) : ""; }
std::string to(const std::optional<DateRange>& range) { return range ? to_iso(range->to) : ""; }
std::string number(const std::optional<Decimal>& value) { return value ? value->to_string() : ""; }
std::string name(const Participant& one) { return one.name; }
std::string code(const Participant& one) { return one.code; }
std::string source_name(const Source& one) { return one.name; }

std::string words(const Records& records, ByteSpan span) { return std::string(words_of(records.document.text, span)); }
std::string sentence_words(const Records& records, int sentence) {
  return words(records, records.reading.sentences[static_cast<size_t>(sentence)].words);
}

void add_document(std::vector<std::string>& fields, const Document& document) {
  fields.push_back(document.id);
  fields.push_back(document.path);
  fields.push_back(document.outlet.value);
  fields.push_back(document.published ? to_iso(*document.published) : "");
}
void add_document_columns(std::vector<std::string>& columns) {
  for (const char* column : {"document", "path", "outlet", "published"}) columns.emplace_back(column);
}

}  // namespace

std::string csv_line(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) out += ',';
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      out += field;
      continue;
    }
    out += '"';
    for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  return out + "\n";
}

std::vector<std::string> event_columns() {
  std::vector<std::string> columns = {
      "id",     "date_from",   "date_to",    "date_how",        "type",    "mode",    "cameo",  "quad",        "status",
      "actors", "actor_codes", "recipients", "recipient_codes", "place",   "country", "amount", "amount_unit", "amount_per",
      "via",    "confidence",  "pattern",    "trigger",         "sentence"};
  add_document_columns(columns);
  return columns;
}

std::vector<std::string> event_fields(const Records& records, size_t index) {
  const Event& event = records.events[index];
  const Amount none;
  const Amount& amount = event.amount == kNone ? none : records.amounts[static_cast<size_t>(event.amount)];
  const EventPlace place = event.place.value_or(EventPlace{});
  std::vector<std::string> fields = {event_id(records.document, index),
                                     from(event.date),
                                     to(event.date),
                                     event.date_how,
                                     event.type,
                                     event.mode,
                                     event.cameo,
                                     std::to_string(event.quad),
                                     std::string(event_status_name(event.status)),
                                     joined(event.actors, name),
                                     joined(event.actors, code),
                                     joined(event.recipients, name),
                                     joined(event.recipients, code),
                                     place.name,
                                     place.country,
                                     number(amount.value),
                                     amount.unit,
                                     amount.per,
                                     joined(event.via, source_name),
                                     fmt::format("{:.2f}", event.confidence),
                                     event.pattern,
                                     words(records, event.trigger),
                                     sentence_words(records, event.sentence)};
  add_document(fields, records.document);
  return fields;
}

std::vector<std::string> statement_columns() {
  std::vector<std::string> columns = {"id", "source", "cue", "content", "quote", "date_from", "date_to", "via", "sentence"};
  add_document_columns(columns);
  return columns;
}

std::vector<std::string> statement_fields(const Records& records, size_t index) {
  const Statement& statement = records.statements.statements[index];
  std::vector<std::string> fields = {statement_id(records.document, index),
                                     joined(statement.source, source_name),
                                     words(records, statement.cue),
                                     joined(statement.content, [&](ByteSpan span) { return words(records, span); }),
                                     std::string(quote_kind_name(statement.quote)),
                                     from(statement.date),
                                     to(statement.date),
                                     joined(statement.via, source_name),
                                     sentence_words(records, statement.sentence)};
  add_document(fields, records.document);
  return fields;
}

std::vector<std::string> amount_columns() {
  std::vector<std::string> columns = {"words", "value", "low", "high", "unit", "per", "kind", "approximate", "events"};
  add_document_columns(columns);
  return columns;
}

std::vector<std::string> amount_fields(const Records& records, size_t index) {
  const Amount& amount = records.amounts[index];
  std::string events;
  for (size_t e = 0; e < records.events.size(); ++e) {
    if (records.events[e].amount == static_cast<int>(index)) events += (events.empty() ? "" : "; ") + event_id(records.document, e);
  }
  std::vector<std::string> fields = {words(records, amount.words),
                                     number(amount.value),
                                     number(amount.low),
                                     number(amount.high),
                                     amount.unit,
                                     amount.per,
                                     std::string(amount_kind_name(amount.kind)),
                                     amount.approximate ? "yes" : "no",
                                     events};
  add_document(fields, records.document);
  return fields;
}

}  // namespace annalist
