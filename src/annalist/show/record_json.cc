#include "annalist/show/record_json.h"

#include <array>

#include "annalist/store/archive.h"

namespace annalist {
namespace {

using Json = RecordJson::Json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json number_or_null(const std::optional<Decimal>& number) {
  if (!number) return nullptr;
  return number->is_whole() ? Json(number->units()) : Json(number->to_double());
}

Json date_or_null(const std::optional<DateRange>& range) { return range ? Json(to_iso(*range)) : Json(nullptr); }

}  // namespace

std::string_view genre_name(Genre genre) {
  constexpr std::array<std::string_view, 5> kNames = {"news", "analysis", "opinion", "advocacy", "other"};
  return kNames[static_cast<size_t>(genre)];
}
std::string_view block_kind_name(BlockKind kind) {
  constexpr std::array<std::string_view, 5> kNames = {"paragraph", "heading", "caption", "quote", "list"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view quote_kind_name(QuoteKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"direct", "indirect", "mixed"};
  return kNames[static_cast<size_t>(kind)];
}
std::string_view amount_kind_name(AmountKind kind) {
  constexpr std::array<std::string_view, 3> kNames = {"total", "rate", "change"};
  return kNames[static_cast<size_t>(kind)];
}

Json RecordJson::span(ByteSpan words) const { return Json::array({offsets_.at(words.begin), offsets_.at(words.end)}); }

Json RecordJson::actor_id(ActorIndex actor) const {
  return actor == kNone ? Json(nullptr) : Json(records_.actors.actors[static_cast<size_t>(actor)].id);
}

Json RecordJson::document_brief() const {
  const Document& document = records_.document;
  return {{"id", document.id},
          {"path", document.path},
          {"title", text_or_null(document.title.value)},
          {"outlet", text_or_null(document.outlet.value)},
          {"published", document.published ? Json(to_iso(*document.published)) : Json(nullptr)}};
}

Json RecordJson::document() const {
  const Document& document = records_.document;
  Json authors = Json::array();
  for (const Metadatum& author : document.authors) authors.push_back(author.value);
  Json blocks = Json::array();
  for (const Block& block : document.blocks) { blocks.push_back({{"words", span(block.words)}, {"kind", block_kind_name(block.kind)}}); }
  Json out = document_brief();
  out["authors"] = std::move(authors);
  out["published_how"] = text_or_null(document.published_how);
  out["genre"] = genre_name(document.genre);
  out["language"] = document.language;
  out["encoding"] = document.encoding;
  out["url"] = text_or_null(document.url);
  out["note"] = text_or_null(document.note);
  out["text"] = document.text;
  out["blocks"] = std::move(blocks);
  return out;
}

Json RecordJson::mention(const Mention& mention) const {
  constexpr std::array<std::string_view, 3> kHow = {"name", "pronoun", "description"};
  const Json name = mention.actor == kNone ? Json(nullptr) : Json(records_.actors.actors[static_cast<size_t>(mention.actor)].name);
  return {{"words", span(mention.words)},
          {"kind", entity_kind_name(mention.kind)},
          {"how", kHow[static_cast<size_t>(mention.how)]},
          {"actor", actor_id(mention.actor)},
          {"name", name}};
}

Json RecordJson::time(const Timex& timex) const {
  constexpr std::array<std::string_view, 3> kAnchors = {"none", "published", "text"};
  return {{"words", span(timex.words)},
          {"value", timex.value},
          {"from", timex.range ? Json(to_iso(timex.range->from)) : Json(nullptr)},
          {"to", timex.range ? Json(to_iso(timex.range->to)) : Json(nullptr)},
          {"anchor", kAnchors[static_cast<size_t>(timex.anchor)]}};
}

Json RecordJson::amount(size_t i) const {
  const Amount& amount = records_.amounts[i];
  return {{"words", span(amount.words)},
          {"value", number_or_null(amount.value)},
          {"low", number_or_null(amount.low)},
          {"high", number_or_null(amount.high)},
          {"unit", amount.unit},
          {"per", text_or_null(amount.per)},
          {"kind", amount_kind_name(amount.kind)},
          {"approximate", amount.approximate}};
}

Json RecordJson::source(const Source& source) const {
  return {{"words", span(source.words)}, {"name", source.name}, {"actor", actor_id(source.actor)}};
}

Json RecordJson::sources(const std::vector<Source>& list) const {
  Json out = Json::array();
  for (const Source& one : list) out.push_back(source(one));
  return out;
}

Json RecordJson::participant(const Participant& participant) const {
  return {{"words", span(participant.words)},
          {"name", participant.name},
          {"actor", actor_id(participant.actor)},
          {"code", text_or_null(participant.code)}};
}

Json RecordJson::event(size_t i) const {
  const Event& event = records_.events[i];
  const auto participants = [&](const std::vector<Participant>& list) {
    Json out = Json::array();
    for (const Participant& one : list) out.push_back(participant(one));
    return out;
  };
  Json place = nullptr;
  if (event.place) {
    place = {{"words", span(event.place->words)},
             {"name", event.place->name},
             {"country", text_or_null(event.place->country)},
             {"lat", event.place->latitude ? Json(*event.place->latitude) : Json(nullptr)},
             {"lon", event.place->longitude ? Json(*event.place->longitude) : Json(nullptr)}};
  }
  return {{"id", event_id(records_.document, i)},
          {"type", event.type},
          {"mode", text_or_null(event.mode)},
          {"contexts", event.contexts},
          {"cameo", text_or_null(event.cameo)},
          {"quad", event.quad},
          {"trigger", span(event.trigger)},
          {"sentence", event.sentence},
          {"actors", participants(event.actors)},
          {"recipients", participants(event.recipients)},
          {"date", date_or_null(event.date)},
          {"date_how", text_or_null(event.date_how)},
          {"place", std::move(place)},
          {"status", event_status_name(event.status)},
          {"amount", event.amount == kNone ? Json(nullptr) : Json(event.amount)},
          {"via", sources(event.via)},
          {"pattern", event.pattern},
          {"confidence", event.confidence}};
}

Json RecordJson::statement(size_t i) const {
  const Statement& statement = records_.statements.statements[i];
  Json content = Json::array();
  for (const ByteSpan words : statement.content) content.push_back(span(words));
  Json events = Json::array();
  for (size_t e = 0; e < records_.events.size(); ++e) {
    if (records_.events[e].statement == static_cast<int>(i)) events.push_back(event_id(records_.document, e));
  }
  return {{"id", statement_id(records_.document, i)},
          {"source", sources(statement.source)},
          {"cue", span(statement.cue)},
          {"content", std::move(content)},
          {"quote", quote_kind_name(statement.quote)},
          {"sentence", statement.sentence},
          {"date", date_or_null(statement.date)},
          {"via", sources(statement.via)},
          {"events", std::move(events)}};
}

Json RecordJson::tie(const Tie& tie) const {
  const auto name = [&](ActorIndex actor) {
    return actor == kNone ? Json(nullptr) : Json(records_.actors.actors[static_cast<size_t>(actor)].name);
  };
  const Document& document = records_.document;
  return {{"who", name(tie.who)},
          {"role", tie.role},
          {"of", name(tie.of)},
          {"words", span(tie.words)},
          {"date", document.published ? Json(to_iso(*document.published)) : Json(nullptr)}};
}

Json RecordJson::extract() const { return {{"document", document()}}; }

Json RecordJson::all() const {
  Json out = {{"schema", kJsonSchema}, {"document", document()}};
  const auto list = [&](const char* name, size_t count, auto make) {
    Json values = Json::array();
    for (size_t i = 0; i < count; ++i) values.push_back(make(i));
    out[name] = std::move(values);
  };
  list("sentences", records_.reading.sentences.size(), [&](size_t i) { return span(records_.reading.sentences[i].words); });
  list("mentions", records_.actors.mentions.size(), [&](size_t i) { return mention(records_.actors.mentions[i]); });
  list("times", records_.times.size(), [&](size_t i) { return time(records_.times[i]); });
  list("amounts", records_.amounts.size(), [&](size_t i) { return amount(i); });
  list("events", records_.events.size(), [&](size_t i) { return event(i); });
  list("statements", records_.statements.statements.size(), [&](size_t i) { return statement(i); });
  list("ties", records_.actors.ties.size(), [&](size_t i) { return tie(records_.actors.ties[i]); });
  return out;
}

std::string to_line(const Json& value) { return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

}  // namespace annalist
