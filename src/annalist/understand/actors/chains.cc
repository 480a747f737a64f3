#include "annalist/understand/actors/chains.h"

#include <algorithm>
#include <cstddef>

namespace annalist {
namespace {

// What the phrases of a chain say of it so far.
struct ChainFacts {
  Gender gender = Gender::kUnknown;  // by pronouns
};

// Each anaphor takes its best antecedent's chain, or begins one. Gives a chain for every phrase, most of them of one.
std::vector<PhraseIndex> link(const Phrases& phrases, const PairFeatures& features, const CoreferenceModel& model) {
  const size_t count = phrases.phrases.size();
  const CoreferenceModel::PhraseTerms terms = model.terms_of(features, count);
  std::vector<PhraseIndex> chain(count);
  std::vector<ChainFacts> facts(count);
  Candidates candidates;
  std::vector<float> scores;
  for (size_t i = 0; i < count; ++i) {
    const auto anaphor = static_cast<PhraseIndex>(i);
    const Gender gender = phrases.phrases[i].group == PhraseGroup::kPerson ? phrases.phrases[i].gender : Gender::kUnknown;
    features.candidates_of(anaphor, candidates);
    model.score(anaphor, candidates, terms, scores);
    chain[i] = anaphor;
    float best = terms.fresh[i];
    for (size_t k = 0; k < scores.size(); ++k) {
      const PhraseIndex its = chain[static_cast<size_t>(candidates.phrases[k])];
      const Gender held = facts[static_cast<size_t>(its)].gender;
      if (scores[k] <= best || (gender != Gender::kUnknown && held != Gender::kUnknown && held != gender)) continue;
      best = scores[k];
      chain[i] = its;
    }
    ChainFacts& own = facts[static_cast<size_t>(chain[i])];
    if (own.gender == Gender::kUnknown) own.gender = gender;
  }
  return chain;
}

EntityKind kind_of(const Phrase& phrase) {
  if (phrase.entity > 0) return static_cast<EntityKind>(phrase.entity - 1);
  return phrase.animacy == Animacy::kPerson && phrase.number == PhraseNumber::kSingular ? EntityKind::kPerson : EntityKind::kOther;
}

}  // namespace

std::vector<LinkedMention> find_chains(const Reading& reading, const CoreferenceModel& model) {
  const Children children(reading);
  const Phrases phrases = find_phrases(reading, children);
  const PairFeatures features(reading, children, phrases);
  const std::vector<PhraseIndex> chain = link(phrases, features, model);
  std::vector<int> size(chain.size(), 0);
  std::vector<EntityKind> kind(chain.size(), EntityKind::kOther);
  for (size_t i = 0; i < chain.size(); ++i) {
    const auto root = static_cast<size_t>(chain[i]);
    ++size[root];
    if (kind[root] == EntityKind::kOther) kind[root] = kind_of(phrases.phrases[i]);
  }
  std::vector<int32_t> number(chain.size(), -1);
  int32_t chains = 0;
  std::vector<LinkedMention> mentions;
  for (size_t i = 0; i < chain.size(); ++i) {
    const auto root = static_cast<size_t>(chain[i]);
    if (size[root] < 2) continue;
    if (number[root] < 0) number[root] = chains++;
    const Phrase& phrase = phrases.phrases[i];
    mentions.push_back({phrase.tokens, phrase.head, kind[root], number[root]});
  }
  return mentions;
}

}  // namespace annalist
