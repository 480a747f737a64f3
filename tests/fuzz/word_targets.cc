#include <cctype>

#include "annalist/app/pipeline.h"
#include "annalist/read/conllu.h"
#include "annalist/read/segmenter.h"
#include "annalist/read/tokenizer.h"
#include "annalist/show/record_json.h"
#include "annalist/store/codec.h"
#include "annalist/understand/amounts/find_amounts.h"
#include "annalist/understand/times/find_times.h"
#include "check_document.h"
#include "targets.h"

namespace annalist::fuzz {
namespace {

// A part of speech and features by the word's looks, so that rules that ask for them are tried.
void guess_tag(Token& token) {
  const auto first = static_cast<unsigned char>(token.form[0]);
  token.upos = std::isdigit(first) != 0   ? Upos::kNum
               : std::isupper(first) != 0 ? Upos::kPropn
               : std::isalpha(first) != 0 ? Upos::kNoun
                                          : Upos::kSym;
  if (token.form.ends_with("ed")) {
    token.upos = Upos::kVerb;
    token.feats = "Tense=Past|VerbForm=Fin";
  } else if (token.form.ends_with("s") && token.upos == Upos::kNoun) {
    token.feats = "Number=Plur";
  }
}

// Tokens by rule, a sentence a line, each word hanging on the first.
Reading plain_reading(const Document& document) {
  Reading reading;
  for (uint32_t b = 0; b < document.blocks.size(); ++b) {
    const auto first = static_cast<TokenIndex>(reading.tokens.size());
    for (const SurfaceToken& surface : tokenize(document.text, document.blocks[b].words)) {
      Token token;
      token.words = surface.words;
      token.form = token.lemma = words_of(document.text, surface.words);
      token.space_after = surface.after != Spacing::kNone;
      const auto here = static_cast<TokenIndex>(reading.tokens.size());
      if (here > first) token.head = first;
      guess_tag(token);
      if (here > first && token.upos == Upos::kNum) token.deprel = "nummod";
      reading.tokens.push_back(std::move(token));
    }
    const auto end = static_cast<TokenIndex>(reading.tokens.size());
    if (end > first) reading.sentences.push_back({{first, end}, span_of(reading, {first, end}), b});
  }
  check_reading(document, reading);
  return reading;
}

const Segmenter& segmenter() {
  static const Segmenter kSegmenter = [] {
    auto opened = Segmenter::open(std::string(ANNALIST_SOURCE_DIR) + "/models/segmenter.weights");
    require(opened.has_value(), "the segmenter opens");
    return std::move(*opened);
  }();
  return kSegmenter;
}

const Models& models() {
  static const Models kModels = [] {
    ResourcePaths paths;
    paths.home = std::string(ANNALIST_BINARY_DIR) + "/share/annalist";
    auto opened = open_models(paths);
    require(opened.has_value(), "the models open");
    return std::move(*opened);
  }();
  return kModels;
}

const Knowledge& money() {
  static const Knowledge kMoney = [] {
    auto made = Knowledge::from_text(
        "currency EUR\n  name euro\n  usual euros; €\n\ncurrency KWD\n  name Kuwaiti dinar\n  usual dinars\n\n"
        "currency USD\n  name US dollar\n  usual dollars; $; US$; cents\n");
    require(made.has_value(), "the currencies are sound");
    return std::move(*made);
  }();
  return kMoney;
}

}  // namespace

void conllu(std::string_view bytes) {
  const auto documents = read_conllu(bytes, "fuzz.conllu");
  if (!documents) {
    require(documents.error().where.starts_with("fuzz.conllu"), "an error names the file");
    return;
  }
  std::string written;
  for (const ConlluDocument& document : *documents) {
    check_reading(document.document, document.reading);
    written += write_conllu(document.document, document.reading);
  }
  const auto again = read_conllu(written, "again.conllu");
  require(again.has_value() && again->size() == documents->size(), "what is written can be read");
  for (size_t i = 0; i < documents->size(); ++i) {
    require((*again)[i].document.text == (*documents)[i].document.text, "the text comes back");
    require((*again)[i].reading == (*documents)[i].reading, "the reading comes back");
  }
}

void segments(std::string_view bytes) {
  const Document document = document_of(bytes);
  check_reading(document, segmenter().segment(document));
}

void times(std::string_view bytes) {
  Document document = document_of(bytes);
  if (!bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 1U) != 0) document.published.reset();
  const Reading reading = plain_reading(document);
  for (const Timex& timex : find_times(document, reading)) {
    check_span(document, timex.words, "a time lies in the text");
    require(!timex.value.empty(), "a time has a value");
    if (timex.range) require(is_valid(timex.range->from) && is_valid(timex.range->to), "a time's days are days");
    if (timex.range) require(timex.range->from <= timex.range->to, "a time does not end before it begins");
  }
}

void amounts(std::string_view bytes) {
  const Document document = document_of(bytes);
  uint32_t end = 0;
  for (const Amount& amount : find_amounts(document, plain_reading(document), money())) {
    check_span(document, amount.words, "an amount lies in the text");
    require(amount.words.begin >= end, "amounts do not overlap");
    end = amount.words.end;
    if (amount.value) require(Decimal::parse(amount.value->to_string()) == amount.value, "a number is written as it is read");
  }
  if (const auto number = Decimal::parse(bytes)) {
    require(Decimal::parse(number->to_string()) == number, "a number is written as it is read");
    (void)number->times(*number);
    (void)number->plus(*number);
  }
}

// The whole pipeline, and the records' way into and out of the archive's form.
void records(std::string_view bytes) {
  Document document = document_of(bytes.substr(0, 4096));
  if (document.blocks.empty()) return;
  const Records made = code_document(std::move(document), models());
  check_reading(made.document, made.reading);
  for (const Mention& mention : made.actors.mentions) check_span(made.document, mention.words, "a mention lies in the text");
  for (const Statement& statement : made.statements.statements) {
    check_span(made.document, statement.cue, "a cue lies in the text");
    for (const ByteSpan content : statement.content) check_span(made.document, content, "content lies in the text");
  }
  for (const Event& event : made.events) check_span(made.document, event.trigger, "a trigger lies in the text");
  const auto back = decode_records(encode_records(made));
  require(back && back->events == made.events && back->statements == made.statements && back->actors == made.actors, "records come back");
  require(!to_line(RecordJson(made).all()).empty(), "records can be written");
}

}  // namespace annalist::fuzz
