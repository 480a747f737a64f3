// Asking an archive: which records match a filter. Answers are keys (document, number in its list); what they hold is loaded by
// Archive::load. Order: by date, then by publication date, path and place in the text, so the same archive always answers alike.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annalist/store/archive.h"

namespace annalist {

struct Filter {
  // Names or ids of actors. An actor matches when one of its names holds all words of the query (accents and case aside), when it has the
  // id, or when its CAMEO code begins with the code of the one actor so named ("Iran" finds the Iranian foreign minister).
  std::vector<std::string> actor;  // any of these takes part (alternatives for one actor: the name asked for, ids that it may have)
  std::vector<std::string> with;   // and any of these on the other side
  std::string type;                // PLOVER type, any case
  std::string status;
  std::string outlet;              // holds these words
  std::optional<DateRange> dates;  // event or statement date overlaps; a record without a date does not match
  double min_confidence = 0;
};

struct RecordKey {
  DocumentKey document = 0;
  size_t number = 0;  // in the document's events, statements, amounts
  friend bool operator==(const RecordKey&, const RecordKey&) = default;
};

// Events with their date; undated ones last.
Result<std::vector<RecordKey>> find_events(Archive& archive, const Filter& filter);
// `actor` is the speaker or one of the chain; `with` is somebody named in an event that the statement holds.
Result<std::vector<RecordKey>> find_statements(Archive& archive, const Filter& filter);
// Amounts; with an actor, only those of events that it takes part in. Largest sums of money first within a unit.
Result<std::vector<RecordKey>> find_amounts(Archive& archive, const Filter& filter);

struct SentenceHit {
  DocumentKey document = 0;
  size_t sentence = 0;
};
// Full-text search in sentences (FTS5 with Porter stemming); best first. A query of words finds sentences with all of them; "quoted words"
// a phrase. Errors: kUsage for a query that has no words.
Result<std::vector<SentenceHit>> search_sentences(Archive& archive, const std::string& query, const Filter& filter, int limit);

struct ActorRow {
  std::string actor;  // id
  std::string name;
  std::string kind;
  std::string country;
  std::string code;
  int64_t documents = 0;
  int64_t mentions = 0;
  int64_t events = 0;
};
// Every actor with its counts, most mentioned first.
Result<std::vector<ActorRow>> list_actors(Archive& archive, const Filter& filter);

struct SourceRow {
  std::string name;
  int64_t statements = 0;  // as the innermost source
  int64_t passed_on = 0;   // as a link of a chain
  int64_t documents = 0;
};
// Who speaks and who passes on, most first.
Result<std::vector<SourceRow>> list_sources(Archive& archive, const Filter& filter);

// The record with an id as written by event_id or statement_id. kind: 'e' or 's'.
struct FoundRecord {
  char kind = 'e';
  RecordKey key;
};
// Errors: kUsage when there is none.
Result<FoundRecord> find_record(Archive& archive, const std::string& id);

}  // namespace annalist
