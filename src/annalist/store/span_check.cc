#include "annalist/store/span_check.h"

#include <fmt/format.h>

namespace annalist {
namespace {

class Checker {
 public:
  explicit Checker(const std::string& text) : text_(text) {}

  void check(ByteSpan span, const char* of) {
    ++result_.count;
    if (!result_.wrong.empty()) return;
    if (span.begin <= span.end && span.end <= text_.size() && at_border(span.begin) && at_border(span.end)) return;
    result_.wrong = fmt::format("the span [{}, {}) of {} does not fit its text", span.begin, span.end, of);
  }
  void check(const std::vector<Source>& sources) {
    for (const Source& source : sources) check(source.words, "a source");
  }
  SpanCheck result() && { return std::move(result_); }

 private:
  bool at_border(uint32_t byte) const { return byte == text_.size() || (static_cast<unsigned char>(text_[byte]) & 0xC0) != 0x80; }

  const std::string& text_;
  SpanCheck result_;
};

}  // namespace

SpanCheck check_spans(const Records& records) {
  Checker spans(records.document.text);
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
  return std::move(spans).result();
}

}  // namespace annalist
