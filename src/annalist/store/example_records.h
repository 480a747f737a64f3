// A small document with every kind of record, made by hand, for the tests of store/ and show/.
#pragma once

#include <string>

#include "annalist/understand/events/records.h"

namespace annalist {
namespace example {

inline ByteSpan find(const std::string& text, const std::string& words) {
  const size_t at = text.find(words);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

inline Document example_document(int number) {
  Document document;
  document.id = "doc" + std::to_string(number);
  document.path = "news/" + std::to_string(number) + ".txt";
  document.raw_sha256 = std::string(63, 'a') + std::to_string(number);
  document.text = "\u00c9lan News reported that Ruritania paid $70 million to the Front in May 2019.";
  document.offsets.runs = {{0, 0}, {2, 3}};
  document.blocks = {{{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph}};
  document.title = {"Ruritania pays", "og:title"};
  document.authors = {{"A. Writer", "byline"}};
  document.outlet = {"The Courier", "option"};
  document.published = Date{2019, 6, number};
  document.published_how = "option";
  document.genre = Genre::kAnalysis;
  document.note = "encoding guessed";
  return document;
}

inline Reading example_reading(const Document& document) {
  Reading reading;
  const ByteSpan all{0, static_cast<uint32_t>(document.text.size())};
  Token token;
  token.words = find(document.text, "paid");
  token.form = "paid";
  token.lemma = "pay";
  token.upos = Upos::kVerb;
  token.feats = "Tense=Past";
  token.deprel = "root";
  token.factuality = 2.31F;
  reading.tokens = {token};
  reading.sentences = {{{0, 1}, all, 0}};
  reading.entities = {{{0, 1}, find(document.text, "Ruritania"), EntityKind::kPlace}};
  return reading;
}

}  // namespace example

// "Élan News reported that Ruritania paid $70 million to the Front in May 2019." with its parts; `number` makes the documents differ.
inline Records example_records(int number) {
  Records records;
  using example::find;
  records.document = example::example_document(number);
  const std::string& text = records.document.text;
  records.reading = example::example_reading(records.document);
  records.actors.actors = {{"RUR", "Ruritania", EntityKind::kPlace, "RUR", "RUR", true, false, {}},
                           {"front", "Liberation Front", EntityKind::kOrganization, "", "RURREB", true, false, {0}},
                           {"text:\u00c9lan News", "\u00c9lan News", EntityKind::kOrganization, "", "", false, true, {}}};
  records.actors.mentions = {{find(text, "\u00c9lan News"), {0, 1}, 0, EntityKind::kOrganization, MentionHow::kName, false, 2},
                             {find(text, "Ruritania"), {0, 1}, 0, EntityKind::kPlace, MentionHow::kName, false, 0},
                             {find(text, "the Front"), {0, 1}, 0, EntityKind::kOrganization, MentionHow::kDescription, false, 1}};
  records.actors.ties = {{1, "movement", 0, find(text, "the Front")}};
  records.times = {{find(text, "May 2019"), {0, 1}, TimexType::kDate, "2019-05", month_range(2019, 5), TimeAnchor::kUnanchored}};
  records.amounts = {
      {find(text, "$70 million"), {0, 1}, Decimal(70'000'000), {}, Decimal::parse("70000000.5"), "USD", "year", AmountKind::kRate, true}};
  Statement statement;
  statement.source = {{find(text, "\u00c9lan News"), 2, "\u00c9lan News"}};
  statement.cue = find(text, "reported");
  statement.content = {find(text, "Ruritania paid $70 million to the Front in May 2019")};
  statement.stance = true;
  records.statements.statements = {statement};
  Event event;
  event.type = "AID";
  event.mode = "economic";
  event.contexts = {"military"};
  event.cameo = "071";
  event.quad = 2;
  event.trigger = find(text, "paid");
  event.actors = {{find(text, "Ruritania"), 1, 0, "Ruritania", "RUR"}};
  event.recipients = {{find(text, "the Front"), 2, 1, "Liberation Front", "RURREB"}};
  event.date = month_range(2019, 5);
  event.date_how = "timex in clause";
  event.place = EventPlace{find(text, "Ruritania"), "Strelsau", "RUR", 50.5, 14.25};
  event.status = EventStatus::kActual;
  event.amount = 0;
  event.statement = 0;
  event.via = statement.source;
  event.pattern = "pay";
  event.pattern_file = "aid.codebook";
  event.pattern_line = 12;
  event.confidence = 0.75;
  records.events = {event};
  return records;
}

}  // namespace annalist
