// For tests: a sentence with its tree written by hand, and a little knowledge, coded by a codebook; independent of the reader's weights.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "annalist/kb/knowledge.h"
#include "annalist/read/conllu.h"
#include "annalist/understand/events/find_events.h"

namespace annalist {

// Tokens as "form/lemma/UPOS/head/deprel", optionally "/FEATS" and "/B-place"; "-" for no features. Parted by blanks, sentences by "||".
inline ConlluDocument sentence_of_text(const std::string& tokens) {
  std::istringstream in(tokens);
  std::string out;
  int number = 0;
  for (std::string token; in >> token;) {
    if (token == "||") {
      out += "\n";
      number = 0;
      continue;
    }
    std::vector<std::string> fields;
    std::istringstream parts(token);
    for (std::string field; std::getline(parts, field, '/');) fields.push_back(field);
    fields.resize(7);
    const std::string feats = fields[5].empty() || fields[5] == "-" ? "_" : fields[5];
    const std::string misc = fields[6].empty() ? "_" : "Entity=" + fields[6];
    out += std::to_string(++number) + "\t" + fields[0] + "\t" + fields[1] + "\t" + fields[2] + "\t_\t" + feats + "\t" + fields[3] + "\t" +
           fields[4] + "\t_\t" + misc + "\n";
  }
  auto documents = read_conllu(out + "\n", "test");
  EXPECT_TRUE(documents.has_value());
  return documents->front();
}

// One mention and actor a named entity; places are states of their first three letters.
inline Actors actors_of(const ConlluDocument& document) {
  Actors out;
  for (const Entity& entity : document.reading.entities) {
    Mention mention;
    mention.words = entity.words;
    mention.tokens = entity.tokens;
    mention.kind = entity.kind;
    mention.head = entity.tokens.begin;
    mention.actor = static_cast<ActorIndex>(out.actors.size());
    Actor actor;
    actor.name = std::string(words_of(document.document.text, entity.words));
    actor.id = "test:" + actor.name;
    actor.kind = entity.kind;
    actor.known = true;
    if (entity.kind == EntityKind::kPlace) actor.country = actor.code = actor.name.substr(0, 3);
    out.actors.push_back(actor);
    out.mentions.push_back(mention);
  }
  return out;
}

// The first words in the text that stand there as "word ... word".
inline TokenRange tokens_of(const ConlluDocument& document, const std::string& words) {
  std::istringstream in(words);
  std::vector<std::string> forms;
  for (std::string form; in >> form;) forms.push_back(form);
  const auto& tokens = document.reading.tokens;
  for (size_t t = 0; t + forms.size() <= tokens.size(); ++t) {
    bool same = true;
    for (size_t k = 0; k < forms.size(); ++k) same = same && tokens[t + k].form == forms[k];
    if (same) return {static_cast<TokenIndex>(t), static_cast<TokenIndex>(t + forms.size())};
  }
  ADD_FAILURE() << "no words " << words;
  return {};
}

// "TYPE cameo status: actor, actor > recipient", events parted by " | ".
inline std::string coded(const std::string& tokens, const Codebook& codebook, const Statements& statements = {}) {
  static const auto knowledge = Knowledge::from_text("");
  EXPECT_TRUE(knowledge.has_value());
  const ConlluDocument document = sentence_of_text(tokens);
  const std::vector<Event> events =
      find_events(document.document, document.reading, actors_of(document), {}, {}, statements, codebook, *knowledge);
  std::string out;
  for (const Event& event : events) {
    out += (out.empty() ? "" : " | ") + event.type + " " + event.cameo + " " + std::string(event_status_name(event.status)) + ":";
    for (const Participant& p : event.actors) out += " " + p.name;
    out += " >";
    for (const Participant& p : event.recipients) out += " " + p.name;
  }
  return out;
}

}  // namespace annalist
