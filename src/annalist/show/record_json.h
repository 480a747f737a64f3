// Records as the JSON of `annalist code` (docs/json.md), one object a document. All offsets are half-open and in Unicode code points of
// `document.text`; spans are [begin, end].
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/understand/events/records.h"

namespace annalist {

inline constexpr int kJsonSchema = 1;

// The names that stand in JSON, tables and filters alike.
std::string_view genre_name(Genre genre);
std::string_view block_kind_name(BlockKind kind);
std::string_view quote_kind_name(QuoteKind kind);
std::string_view amount_kind_name(AmountKind kind);

// One document's records, with the offsets computed once. `records` must outlive it.
class RecordJson {
 public:
  using Json = nlohmann::ordered_json;

  explicit RecordJson(const Records& records) : records_(records), offsets_(records.document.text) {}

  // The whole line of `annalist code`.
  Json all() const;
  // {"document": {...}}: the line of `annalist extract`.
  Json extract() const;
  // One record as it stands in all(). REQUIRES: i is in range.
  Json event(size_t i) const;
  Json statement(size_t i) const;
  Json amount(size_t i) const;
  // {"id","path","title","outlet","published"}: whose record it is, in the answers of an archive.
  Json document_brief() const;

 private:
  Json span(ByteSpan words) const;
  Json document() const;
  Json mention(const Mention& mention) const;
  Json time(const Timex& timex) const;
  Json tie(const Tie& tie) const;
  Json source(const Source& source) const;
  Json sources(const std::vector<Source>& list) const;
  Json participant(const Participant& participant) const;
  Json actor_id(ActorIndex actor) const;

  const Records& records_;
  CodePointOffsets offsets_;
};

// One JSON value on one line, UTF-8 as it is.
std::string to_line(const RecordJson::Json& value);

}  // namespace annalist
