#include "annalist/store/verify.h"

#include <fmt/format.h>

#include "annalist/base/sha256.h"
#include "annalist/store/codec.h"

namespace annalist {
namespace {

// Counts spans and remembers the first that is not a stretch of whole characters.
class SpanCheck {
 public:
  explicit SpanCheck(const std::string& text) : text_(text) {}

  void check(ByteSpan span, const char* of) {
    ++count_;
    if (!wrong_.empty()) return;
    if (span.begin <= span.end && span.end <= text_.size() && at_border(span.begin) && at_border(span.end)) return;
    wrong_ = fmt::format("the span [{}, {}) of {} does not fit its text", span.begin, span.end, of);
  }
  void check(const std::vector<Source>& sources) {
    for (const Source& source : sources) check(source.words, "a source");
  }
  int64_t count() const { return count_; }
  const std::string& wrong() const { return wrong_; }

 private:
  bool at_border(uint32_t byte) const { return byte == text_.size() || (static_cast<unsigned char>(text_[byte]) & 0xC0) != 0x80; }

  const std::string& text_;
  int64_t count_ = 0;
  std::string wrong_;
};

void check_spans(SpanCheck& spans, const Records& records) {
  for (const Block& block : records.document.blocks) spans.check(block.words, "a block");
  for (const Sentence& sentence : records.reading.sentences) spans.check(sentence.words, "a sentence");
  for (const Token& token : records.reading.tokens) spans.check(token.words, "a token");
  for (const Mention& mention : records.actors.mentions) spans.check(mention.words, "a mention");
  for (const Tie& tie : records.actors.ties) spans.check(tie.words, "a tie");
  for (const Timex& timex : records.times) spans.check(timex.words, "a time");
  for (const Amount& amount : records.amounts) spans.check(amount.words, "an amount");
  for (const Statement& statement : records.statements.statements) {
    spans.check(statement.cue, "a cue");
    for (const ByteSpan content : statement.content) spans.check(content, "a statement's content");
    spans.check(statement.source);
    spans.check(statement.via);
  }
  for (const Event& event : records.events) {
    spans.check(event.trigger, "a trigger");
    for (const Participant& actor : event.actors) spans.check(actor.words, "an actor");
    for (const Participant& recipient : event.recipients) spans.check(recipient.words, "a recipient");
    if (event.place) spans.check(event.place->words, "a place");
    spans.check(event.via);
  }
}

// What is wrong with one document's row, or empty.
std::string wrong_with(Query& row, int64_t& span_count) {
  const std::string text = row.text(1);
  if (sha256_hex(text) != row.text(2)) return "its text is not the text that was read";
  const std::string encoded = row.blob(3);
  const std::string encoded_reading = row.blob(4);
  if (sha256_hex(encoded + encoded_reading) != row.text(5)) return "its records are damaged";
  auto records = decode_records(encoded);
  if (!records) return "its records can't be decoded";
  auto reading = decode_reading(encoded_reading);
  if (!reading) return "its reading can't be decoded";
  records->document.text = text;
  records->reading = std::move(*reading);
  SpanCheck spans(text);
  check_spans(spans, *records);
  span_count += spans.count();
  if (!spans.wrong().empty()) return spans.wrong();
  const struct {
    int column;
    size_t count;
    const char* of;
  } counts[] = {{6, records->events.size(), "events"},
                {7, records->statements.statements.size(), "statements"},
                {8, records->amounts.size(), "amounts"},
                {9, records->reading.sentences.size(), "sentences"}};
  for (const auto& count : counts) {
    if (row.integer(count.column) != static_cast<int64_t>(count.count)) {
      return fmt::format("{} rows stand for its {} {}", row.integer(count.column), count.count, count.of);
    }
  }
  return {};
}

Result<void> check_database(Database& database, Verification& result) {
  auto query = database.prepare("PRAGMA integrity_check(20)");
  if (!query) return query.error();
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) break;
    if (query->text(0) != "ok") result.damage.push_back({"", query->text(0)});
  }
  if (auto index = database.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"); !index) {
    result.damage.push_back({"", "the full-text index does not fit the sentences: " + index.error().message});
  }
  return {};
}

}  // namespace

Result<Verification> verify_archive(Archive& archive) {
  Verification result;
  if (auto checked = check_database(archive.database(), result); !checked) return checked.error();
  auto query = archive.database().prepare(
      "SELECT path, text, text_sha256, records, reading, records_sha256, (SELECT count(*) FROM events e WHERE e.doc = d.doc), "
      "(SELECT count(*) FROM statements s WHERE s.doc = d.doc), (SELECT count(*) FROM amounts a WHERE a.doc = d.doc), "
      "(SELECT count(*) FROM sentences t WHERE t.doc = d.doc) FROM documents d ORDER BY doc");
  if (!query) return query.error();
  while (true) {
    const auto row = query->step();
    if (!row) return row.error();
    if (!*row) return result;
    ++result.documents;
    if (std::string wrong = wrong_with(*query, result.spans); !wrong.empty()) result.damage.push_back({query->text(0), std::move(wrong)});
  }
}

}  // namespace annalist
