#include "annalist/understand/events/scene.h"

#include <algorithm>
#include <tuple>

#include "annalist/base/utf8.h"
#include "annalist/understand/statements/chain.h"

namespace annalist {
namespace {

// Which of two mentions under one head stands for it: an actor first, then a name, then more words.
std::tuple<bool, bool, uint32_t> rank(const Mention& mention, ActorIndex actor) {
  return {actor != kNone, mention.how == MentionHow::kName, mention.words.size()};
}

}  // namespace

Scene::Scene(const Document& document_, const Reading& reading_, const Actors& actors_, const std::vector<Timex>& times_,
             const std::vector<Amount>& amounts_, const Statements& statements_, const Codebook& codebook_, const Knowledge& knowledge_)
    : document(document_),
      reading(reading_),
      actors(actors_),
      times(times_),
      amounts(amounts_),
      statements(statements_),
      codebook(codebook_),
      knowledge(knowledge_),
      children(reading_),
      sentence_of_(reading_.tokens.size(), 0),
      mention_at_(reading_.tokens.size(), kNone),
      actor_of_(actors_.mentions.size(), kNone) {
  lemmas_.reserve(reading.tokens.size());
  for (const Token& each : reading.tokens) {
    const bool content = each.upos == Upos::kVerb || each.upos == Upos::kNoun || each.upos == Upos::kAdj;
    const bool named = each.upos == Upos::kPropn && each.deprel != "compound" && each.deprel != "flat";  // "the Syrian Army"
    lemmas_.push_back(content ? codebook.known_lemma(to_lower(each.lemma), to_lower(each.form), each.upos == Upos::kVerb)
                      : named ? to_lower(each.lemma)
                              : each.lemma);
  }
  for (size_t s = 0; s < reading.sentences.size(); ++s) {
    const TokenRange tokens = reading.sentences[s].tokens;
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) sentence_of_[static_cast<size_t>(t)] = static_cast<int>(s);
  }
  for (size_t m = 0; m < actors.mentions.size(); ++m) actor_of_[m] = actors.mentions[m].actor;
  for (const PersonResolution& person : statements.persons) {
    if (person.mention != kNone && person.actor != kNone) actor_of_[static_cast<size_t>(person.mention)] = person.actor;
  }
  for (size_t m = 0; m < actors.mentions.size(); ++m) {
    const Mention& mention = actors.mentions[m];
    if (mention.head == kNoToken) continue;
    MentionIndex& best = mention_at_[static_cast<size_t>(mention.head)];
    if (best == kNone || rank(mention, actor_of_[m]) > rank(actors.mentions[static_cast<size_t>(best)], actor_of(best)))
      best = static_cast<MentionIndex>(m);
  }
  const auto file = [&](std::vector<std::vector<int>>& in, TokenIndex first, size_t index) {
    in[static_cast<size_t>(sentence(first))].push_back(static_cast<int>(index));
  };
  for (auto* in : {&times_in_, &amounts_in_, &mentions_in_}) in->resize(reading.sentences.size());
  for (size_t i = 0; i < times.size(); ++i) file(times_in_, times[i].tokens.begin, i);
  for (size_t i = 0; i < amounts.size(); ++i) file(amounts_in_, amounts[i].tokens.begin, i);
  for (size_t m = 0; m < actors.mentions.size(); ++m) {
    const Mention& mention = actors.mentions[m];
    if (mention.tokens.begin < mention.tokens.end) file(mentions_in_, mention.tokens.begin, m);
    if (mention.actor != kNone) ++told_[actors.actors[static_cast<size_t>(mention.actor)].country];
  }
  statements_in_.resize(reading.sentences.size());
  for (size_t i = 0; i < statements.statements.size(); ++i) {
    for (const ByteSpan content : statements.statements[i].content) {
      const auto ends_before = [](const Sentence& s, uint32_t begin) { return s.words.end <= begin; };
      auto s = std::lower_bound(reading.sentences.begin(), reading.sentences.end(), content.begin, ends_before);
      for (; s != reading.sentences.end() && s->words.begin < content.end; ++s) {
        std::vector<int>& in = statements_in_[static_cast<size_t>(s - reading.sentences.begin())];
        if (in.empty() || in.back() != static_cast<int>(i)) in.push_back(static_cast<int>(i));
      }
    }
  }
  tied_.assign(actors.actors.size(), false);
  for (const Tie& tie : actors.ties)
    if (tie.who != kNone) tied_[static_cast<size_t>(tie.who)] = true;
  described_at_.assign(actors.actors.size(), kNoToken);
  for (const Mention& mention : actors.mentions) {
    if (mention.actor == kNone || mention.how == MentionHow::kPronoun || mention.head == kNoToken) continue;
    TokenIndex& first = described_at_[static_cast<size_t>(mention.actor)];
    if (first == kNoToken) first = mention.head;
  }
}

int Scene::statement_of(TokenIndex t) const {
  const std::vector<int>& near = statements_in_[static_cast<size_t>(sentence(t))];
  Statements few;  // of a sentence: the whole document's would cost its length for each event
  for (const int i : near) few.statements.push_back(statements.statements[static_cast<size_t>(i)]);
  const int found = innermost_statement(few, token(t).words);
  return found == kNone ? kNone : near[static_cast<size_t>(found)];
}

int Scene::times_told(const std::string& country) const {
  const auto found = told_.find(country);
  return found == told_.end() ? 0 : found->second;
}

TokenIndex Scene::naming_head(TokenIndex t) const {
  if (token(t).upos != Upos::kPron) return kNoToken;
  const MentionIndex mention = mention_at(t);
  const ActorIndex actor = mention == kNone ? kNone : actor_of(mention);
  return actor == kNone ? kNoToken : described_at_[static_cast<size_t>(actor)];
}

bool Scene::below(TokenIndex t, TokenIndex top) const {
  while (t != kNoToken) {
    if (t == top) return true;
    t = token(t).head;
  }
  return false;
}

TokenIndex Scene::governor(TokenIndex clause) const {
  const TokenIndex up = token(clause).head;
  if (up == kNoToken || token(clause).deprel != "advcl" || !is_progressive(token(clause)) || child(clause, "mark") != kNoToken) return up;
  TokenIndex nearest = up;
  for (const TokenIndex c : children.of(up))
    if (up < c && c < clause && token(c).deprel == "advcl" && feature(token(c), "VerbForm") == "Fin") nearest = c;
  return nearest;
}

TokenIndex Scene::child(TokenIndex head, std::string_view relation) const {
  const bool exact = relation.find(':') != std::string_view::npos;
  for (const TokenIndex c : children.of(head)) {
    const std::string_view deprel = token(c).deprel;
    if (exact ? deprel == relation : base_relation(deprel) == relation) return c;
  }
  return kNoToken;
}

std::string Scene::preposition(TokenIndex nominal) const {
  std::string out;
  for (const TokenIndex c : children.of(nominal)) {
    if (base_relation(token(c).deprel) != "case" || c > nominal) continue;
    if (!out.empty()) out += ' ';
    out += lemma(c);
    for (const TokenIndex fixed : children.of(c))
      if (token(fixed).deprel == "fixed") out += ' ' + lemma(fixed);
  }
  return out;
}

bool Scene::is_nominal(TokenIndex t) const {
  const Upos upos = token(t).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron || upos == Upos::kNum;
}

bool is_progressive(const Token& token) {
  return feature(token, "VerbForm") == "Ger" || (feature(token, "VerbForm") == "Part" && feature(token, "Tense") == "Pres");
}

}  // namespace annalist
