#include "annalist/store/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "annalist/base/utf8.h"
#include "annalist/store/actor_match.h"

namespace annalist {
namespace {

// A WHERE clause that grows, with its parameters.
struct Where {
  std::string sql = "1";
  std::vector<std::string> parameters;

  void add(const std::string& condition, const std::vector<std::string>& values = {}) {
    sql += " AND (" + condition + ")";
    parameters.insert(parameters.end(), values.begin(), values.end());
  }
};

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

void add_document_filter(Where& where, const Filter& filter) {
  if (filter.outlet.empty()) return;
  where.add("instr(lower(coalesce(documents.outlet, '')), lower(?)) > 0", {filter.outlet});
}

void add_date_filter(Where& where, const Filter& filter, const std::string& table) {
  if (!filter.dates) return;
  where.add(table + ".date_from IS NOT NULL AND " + table + ".date_from <= ? AND " + table + ".date_to >= ?",
            {to_iso(filter.dates->to), to_iso(filter.dates->from)});
}

// "EXISTS (a row of `from` that matches)"; `from` names its rows {t}.
Result<void> add_actor_filter(Where& where, Database& database, const std::vector<std::string>& queries, const std::string& from) {
  if (queries.empty()) return {};
  const auto matched = match_actors(database, queries);
  if (!matched) return matched.error();
  where.add("EXISTS (" + with_table(from, "p") + " AND (" + matched->on("p") + "))", matched->parameters);
  return {};
}

constexpr const char* kTakesPart =
    "SELECT 1 FROM participants {t} WHERE {t}.doc = events.doc AND {t}.event = events.number AND {t}.role <> 'via'";

// Two different participants: one matches the first, the other the second.
Result<void> add_pair_filter(Where& where, Database& database, const Filter& filter) {
  const auto first = match_actors(database, filter.actor);
  if (!first) return first.error();
  const auto second = match_actors(database, filter.with);
  if (!second) return second.error();
  std::vector<std::string> parameters = first->parameters;
  parameters.insert(parameters.end(), second->parameters.begin(), second->parameters.end());
  where.add("EXISTS (" + with_table(kTakesPart, "a") + " AND (" + first->on("a") + ") AND EXISTS (" + with_table(kTakesPart, "b") +
                " AND (a.role <> b.role OR a.position <> b.position) AND (" + second->on("b") + ")))",
            parameters);
  return {};
}

Result<void> add_event_filter(Where& where, Archive& archive, const Filter& filter) {
  if (!filter.type.empty()) where.add("events.type = ?", {upper(filter.type)});
  if (!filter.status.empty()) where.add("events.status = ?", {filter.status});
  if (filter.min_confidence > 0) where.add(fmt::format("events.confidence >= {}", filter.min_confidence));
  add_date_filter(where, filter, "events");
  add_document_filter(where, filter);
  if (!filter.actor.empty() && !filter.with.empty()) return add_pair_filter(where, archive.database(), filter);
  return add_actor_filter(where, archive.database(), filter.actor.empty() ? filter.with : filter.actor, kTakesPart);
}

Result<Query> prepare(Archive& archive, const std::string& sql, const std::vector<std::string>& parameters) {
  auto query = archive.database().prepare(sql);
  if (!query) return query;
  int at = 0;
  for (const std::string& value : parameters) query->bind_one(++at, value);
  return query;
}

Result<std::vector<RecordKey>> keys(Archive& archive, const std::string& sql, const std::vector<std::string>& parameters) {
  auto query = prepare(archive, sql, parameters);
  if (!query) return query.error();
  std::vector<RecordKey> found;
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return found;
    found.push_back({query->integer(0), static_cast<size_t>(query->integer(1))});
  }
}

constexpr const char* kInTextOrder = "coalesce(documents.published, '9999'), documents.path, documents.doc";

// The user's words as an FTS5 query: quoted stretches are phrases, all other words are required.
std::string fts_query(const std::string& text) {
  std::string out;
  std::string word;
  bool quoted = false;
  const auto close = [&] {
    if (!trim(word).empty()) out += '"' + word + "\" ";
    word.clear();
  };
  for (const char c : text) {
    const bool inside = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (inside || (quoted && c != '"')) {
      word += c == '\0' ? ' ' : c;  // at a NUL, SQLite would take the text to end
      continue;
    }
    close();
    if (c == '"') quoted = !quoted;
  }
  close();
  return out;
}

}  // namespace

Result<std::vector<RecordKey>> find_events(Archive& archive, const Filter& filter) {
  Where where;
  if (auto added = add_event_filter(where, archive, filter); !added) return added.error();
  return keys(archive,
              "SELECT events.doc, events.number FROM events JOIN documents USING(doc) WHERE " + where.sql +
                  " ORDER BY coalesce(events.date_from, '9999'), coalesce(events.date_to, '9999'), " + kInTextOrder + ", events.number",
              where.parameters);
}

Result<std::vector<RecordKey>> find_statements(Archive& archive, const Filter& filter) {
  Where where;
  add_date_filter(where, filter, "statements");
  add_document_filter(where, filter);
  constexpr const char* kSpeaks = "SELECT 1 FROM speakers {t} WHERE {t}.doc = statements.doc AND {t}.statement = statements.number";
  if (auto added = add_actor_filter(where, archive.database(), filter.actor, kSpeaks); !added) return added.error();
  constexpr const char* kNamed =
      "SELECT 1 FROM events JOIN participants {t} ON {t}.doc = events.doc AND {t}.event = events.number WHERE events.doc = statements.doc "
      "AND events.sentence = statements.sentence";
  if (auto added = add_actor_filter(where, archive.database(), filter.with, kNamed); !added) return added.error();
  return keys(archive,
              "SELECT statements.doc, statements.number FROM statements JOIN documents USING(doc) WHERE " + where.sql + " ORDER BY " +
                  kInTextOrder + ", statements.number",
              where.parameters);
}

Result<std::vector<RecordKey>> find_amounts(Archive& archive, const Filter& filter) {
  Where where;
  add_document_filter(where, filter);
  if (!filter.actor.empty() || !filter.with.empty() || !filter.type.empty() || !filter.status.empty() || filter.dates) {
    Where events;
    if (auto added = add_event_filter(events, archive, filter); !added) return added.error();
    where.add("EXISTS (SELECT 1 FROM events WHERE events.doc = amounts.doc AND events.amount = amounts.number AND " + events.sql + ")",
              events.parameters);
  }
  return keys(archive,
              "SELECT amounts.doc, amounts.number FROM amounts JOIN documents USING(doc) WHERE " + where.sql +
                  " ORDER BY length(amounts.unit) <> 3, amounts.unit, " + kInTextOrder + ", amounts.number",
              where.parameters);
}

Result<std::vector<SentenceHit>> search_sentences(Archive& archive, const std::string& text, const Filter& filter, int limit) {
  const std::string match = fts_query(text);
  if (match.empty()) return Error{ErrorCode::kUsage, "a search needs at least one word", ""};
  Where where;
  where.add("search MATCH ?", {match});
  add_document_filter(where, filter);
  auto found = keys(archive,
                    "SELECT sentences.doc, sentences.number FROM search JOIN sentences ON sentences.sentence = search.rowid JOIN documents "
                    "USING(doc) WHERE " +
                        where.sql + " ORDER BY bm25(search), " + kInTextOrder + ", sentences.number LIMIT " + std::to_string(limit),
                    where.parameters);
  if (!found) return found.error();
  std::vector<SentenceHit> hits;
  for (const RecordKey& key : *found) hits.push_back({key.document, key.number});
  return hits;
}

Result<std::vector<ActorRow>> list_actors(Archive& archive, const Filter& filter) {
  Where where;
  add_document_filter(where, filter);
  if (!filter.actor.empty()) {
    auto matched = match_actors(archive.database(), filter.actor);
    if (!matched) return matched.error();
    where.add(matched->on("actors"), matched->parameters);
  }
  auto query = prepare(archive,
                       "SELECT actor, min(name), min(kind), min(country), min(code), count(DISTINCT doc), sum(mentions), "
                       "(SELECT count(DISTINCT participants.doc || '.' || participants.event) FROM participants WHERE "
                       "participants.actor = actors.actor AND participants.role <> 'via') AS event_count "
                       "FROM actors JOIN documents USING(doc) WHERE mentions > 0 AND " +
                           where.sql + " GROUP BY actor ORDER BY sum(mentions) DESC, min(name), actor",
                       where.parameters);
  if (!query) return query.error();
  std::vector<ActorRow> rows;
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return rows;
    rows.push_back({query->text(0), query->text(1), query->text(2), query->text(3), query->text(4), query->integer(5), query->integer(6),
                    query->integer(7)});
  }
}

Result<std::vector<SourceRow>> list_sources(Archive& archive, const Filter& filter) {
  Where where;
  add_document_filter(where, filter);
  if (!filter.actor.empty()) {
    auto matched = match_actors(archive.database(), filter.actor);
    if (!matched) return matched.error();
    where.add(matched->on("speakers"), matched->parameters);
  }
  auto query = prepare(archive,
                       "SELECT name, sum(role = 'source'), sum(role = 'via'), count(DISTINCT doc) FROM speakers JOIN documents USING(doc) "
                       "WHERE " +
                           where.sql + " GROUP BY name ORDER BY count(*) DESC, name",
                       where.parameters);
  if (!query) return query.error();
  std::vector<SourceRow> rows;
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return rows;
    rows.push_back({query->text(0), query->integer(1), query->integer(2), query->integer(3)});
  }
}

Result<FoundRecord> find_record(Archive& archive, const std::string& id) {
  for (const char kind : {'e', 's'}) {
    const std::string table = kind == 'e' ? "events" : "statements";
    auto found = keys(archive, "SELECT doc, number FROM " + table + " WHERE id = ? ORDER BY doc, number", {id});
    if (!found) return found.error();
    if (!found->empty()) return FoundRecord{kind, found->front()};
  }
  return Error{ErrorCode::kUsage, "no record has the id \"" + id + "\"; `annalist events` and `annalist statements` print the ids", ""};
}

}  // namespace annalist
