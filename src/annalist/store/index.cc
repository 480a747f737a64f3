#include "annalist/store/index.h"

#include <array>

namespace annalist {
namespace {

using TextOrNull = Query::TextOrNull;

constexpr std::array<const char*, 3> kQuotes = {"direct", "indirect", "mixed"};
constexpr std::array<const char*, 3> kAmountKinds = {"total", "rate", "change"};

struct Days {
  std::string from;
  std::string to;
};
Days days_of(const std::optional<DateRange>& range) { return range ? Days{to_iso(range->from), to_iso(range->to)} : Days{}; }

std::string actor_id(const Records& records, ActorIndex actor) {
  return actor == kNone ? std::string() : records.actors.actors[static_cast<size_t>(actor)].id;
}
std::string actor_code(const Records& records, ActorIndex actor) {
  return actor == kNone ? std::string() : records.actors.actors[static_cast<size_t>(actor)].code;
}

// One prepared insert used for all rows of a table; the first error stays.
class Rows {
 public:
  Rows(Database& database, const char* sql) : query_(database.prepare(sql)) {
    if (!query_) state_ = query_.error();
  }
  template <class... Values>
  void add(const Values&... values) {
    if (state_) state_ = query_->bind(values...).done();
  }
  const Result<void>& state() const { return state_; }

 private:
  Result<Query> query_;
  Result<void> state_;
};

Result<void> index_events(Database& database, DocumentKey key, const Records& records) {
  Rows events(database,
              "INSERT INTO events(doc, number, id, type, mode, cameo, quad, status, date_from, date_to, date_how, words, sentence, place, "
              "country, latitude, longitude, amount, pattern, confidence) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
  Rows participants(database, "INSERT INTO participants(doc, event, role, position, actor, name, code) VALUES (?,?,?,?,?,?,?)");
  Rows located(database, "UPDATE events SET latitude = ?, longitude = ? WHERE doc = ? AND number = ?");
  for (size_t i = 0; i < records.events.size(); ++i) {
    const Event& event = records.events[i];
    const auto number = static_cast<int64_t>(i);
    const Days days = days_of(event.date);
    const EventPlace place = event.place.value_or(EventPlace{});
    events.add(key, number, event_id(records.document, i), event.type, TextOrNull{event.mode}, TextOrNull{event.cameo}, event.quad,
               std::string(event_status_name(event.status)), TextOrNull{days.from}, TextOrNull{days.to}, TextOrNull{event.date_how},
               words_of(records.document.text, event.trigger), event.sentence, TextOrNull{place.name}, TextOrNull{place.country},
               Query::Null{}, Query::Null{}, event.amount, event.pattern, event.confidence);
    if (place.latitude && place.longitude) located.add(*place.latitude, *place.longitude, key, number);
    int position = 0;
    const auto add = [&](const char* role, const std::vector<Participant>& list) {
      position = 0;
      for (const Participant& p : list) {
        participants.add(key, number, role, position++, TextOrNull{actor_id(records, p.actor)}, p.name, TextOrNull{p.code});
      }
    };
    add("actor", event.actors);
    add("recipient", event.recipients);
    position = 0;
    for (const Source& source : event.via) {
      participants.add(key, number, "via", position++, TextOrNull{actor_id(records, source.actor)}, source.name,
                       TextOrNull{actor_code(records, source.actor)});
    }
  }
  if (!events.state()) return events.state();
  if (!located.state()) return located.state();
  return participants.state();
}

Result<void> index_statements(Database& database, DocumentKey key, const Records& records) {
  Rows statements(database, "INSERT INTO statements(doc, number, id, cue, quote, sentence, date_from, date_to) VALUES (?,?,?,?,?,?,?,?)");
  Rows speakers(database, "INSERT INTO speakers(doc, statement, role, position, actor, name, code) VALUES (?,?,?,?,?,?,?)");
  const auto& list = records.statements.statements;
  for (size_t i = 0; i < list.size(); ++i) {
    const Statement& statement = list[i];
    const auto number = static_cast<int64_t>(i);
    const Days days = days_of(statement.date);
    statements.add(key, number, statement_id(records.document, i), words_of(records.document.text, statement.cue),
                   kQuotes[static_cast<size_t>(statement.quote)], statement.sentence, TextOrNull{days.from}, TextOrNull{days.to});
    const auto add = [&](const char* role, const std::vector<Source>& sources) {
      int position = 0;
      for (const Source& source : sources) {
        speakers.add(key, number, role, position++, TextOrNull{actor_id(records, source.actor)}, source.name,
                     TextOrNull{actor_code(records, source.actor)});
      }
    };
    add("source", statement.source);
    add("via", statement.via);
  }
  if (!statements.state()) return statements.state();
  return speakers.state();
}

Result<void> index_amounts(Database& database, DocumentKey key, const Records& records) {
  Rows rows(database,
            "INSERT INTO amounts(doc, number, value, low, high, unit, per, kind, approximate, words) VALUES (?,?,?,?,?,?,?,?,?,?)");
  const auto print = [](const std::optional<Decimal>& number) { return number ? number->to_string() : std::string(); };
  for (size_t i = 0; i < records.amounts.size(); ++i) {
    const Amount& amount = records.amounts[i];
    rows.add(key, static_cast<int64_t>(i), TextOrNull{print(amount.value)}, TextOrNull{print(amount.low)}, TextOrNull{print(amount.high)},
             amount.unit, TextOrNull{amount.per}, kAmountKinds[static_cast<size_t>(amount.kind)], amount.approximate ? 1 : 0,
             words_of(records.document.text, amount.words));
  }
  return rows.state();
}

Result<void> index_actors(Database& database, DocumentKey key, const Records& records) {
  const Actors& actors = records.actors;
  std::vector<int> mentions(actors.actors.size());
  for (const Mention& mention : actors.mentions) {
    if (mention.actor != kNone) ++mentions[static_cast<size_t>(mention.actor)];
  }
  Rows rows(database, "INSERT INTO actors(doc, number, actor, name, kind, country, code, mentions) VALUES (?,?,?,?,?,?,?,?)");
  for (size_t i = 0; i < actors.actors.size(); ++i) {
    const Actor& actor = actors.actors[i];
    rows.add(key, static_cast<int64_t>(i), actor.id, actor.name, std::string(entity_kind_name(actor.kind)), TextOrNull{actor.country},
             TextOrNull{actor.code}, mentions[i]);
  }
  Rows ties(database, "INSERT INTO ties(doc, number, who, role, of, words) VALUES (?,?,?,?,?,?)");
  const auto name = [&](ActorIndex actor) { return actor == kNone ? std::string() : actors.actors[static_cast<size_t>(actor)].name; };
  for (size_t i = 0; i < actors.ties.size(); ++i) {
    const Tie& tie = actors.ties[i];
    ties.add(key, static_cast<int64_t>(i), name(tie.who), tie.role, TextOrNull{name(tie.of)}, words_of(records.document.text, tie.words));
  }
  if (!rows.state()) return rows.state();
  return ties.state();
}

Result<void> index_sentences(Database& database, DocumentKey key, const Records& records) {
  Rows rows(database, "INSERT INTO sentences(doc, number, words) VALUES (?,?,?)");
  for (size_t i = 0; i < records.reading.sentences.size(); ++i) {
    rows.add(key, static_cast<int64_t>(i), words_of(records.document.text, records.reading.sentences[i].words));
  }
  return rows.state();
}

}  // namespace

Result<void> index_records(Database& database, DocumentKey key, const Records& records) {
  for (const auto write : {index_events, index_statements, index_amounts, index_actors, index_sentences}) {
    if (auto written = write(database, key, records); !written) return written;
  }
  return {};
}

}  // namespace annalist
