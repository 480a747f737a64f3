#include "annalist/understand/actors/chains.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace annalist {
namespace {

// Each anaphor joins the chain that its antecedents together speak for most, or begins one. Gives every phrase its chain, by the chain's
// first phrase; most have a chain of their own.
class Linker {
 public:
  Linker(const Phrases& phrases, const PairFeatures& features, const CoreferenceModel& model)
      : phrases_(phrases), features_(features), model_(model), terms_(model.terms_of(features, phrases.phrases.size())) {}

  std::vector<PhraseIndex> link() {
    const size_t count = phrases_.phrases.size();
    chain_.resize(count);
    gender_.assign(count, Gender::kUnknown);
    weight_.assign(count, 0);
    for (size_t i = 0; i < count; ++i) {
      const Phrase& phrase = phrases_.phrases[i];
      const Gender gender = phrase.group == PhraseGroup::kPerson ? phrase.gender : Gender::kUnknown;
      chain_[i] = best_chain(static_cast<PhraseIndex>(i), gender);
      Gender& held = gender_[static_cast<size_t>(chain_[i])];
      if (held == Gender::kUnknown) held = gender;
    }
    return std::move(chain_);
  }

 private:
  PhraseIndex best_chain(PhraseIndex anaphor, Gender gender) {
    features_.candidates_of(anaphor, candidates_);
    model_.score(anaphor, candidates_, terms_, scores_);
    const float fresh = terms_.fresh[static_cast<size_t>(anaphor)];
    met_.clear();
    for (size_t k = 0; k < scores_.size(); ++k) {
      const PhraseIndex chain = chain_[static_cast<size_t>(candidates_.phrases[k])];
      const Gender held = gender_[static_cast<size_t>(chain)];
      if (gender != Gender::kUnknown && held != Gender::kUnknown && held != gender) continue;  // "he" is not "she"
      double& weight = weight_[static_cast<size_t>(chain)];
      if (weight == 0) met_.push_back(chain);
      weight += std::exp(static_cast<double>(std::clamp(scores_[k] - fresh, -30.0F, 30.0F)));
    }
    PhraseIndex best = anaphor;
    double most = 1;  // of a new chain
    for (const PhraseIndex chain : met_) {
      double& weight = weight_[static_cast<size_t>(chain)];
      if (weight > most) {
        most = weight;
        best = chain;
      }
      weight = 0;
    }
    return best;
  }

  const Phrases& phrases_;
  const PairFeatures& features_;
  const CoreferenceModel& model_;
  const CoreferenceModel::PhraseTerms terms_;
  std::vector<PhraseIndex> chain_;  // by phrase: the first of its chain
  std::vector<Gender> gender_;      // by first phrase: as pronouns tell it
  // Of one anaphor: its candidates, and the odds of each chain that they stand in.
  Candidates candidates_;
  std::vector<float> scores_;
  std::vector<PhraseIndex> met_;
  std::vector<double> weight_;
};

EntityKind kind_of(const Phrase& phrase) {
  if (phrase.entity > 0) return static_cast<EntityKind>(phrase.entity - 1);
  return phrase.animacy == Animacy::kPerson && phrase.number == PhraseNumber::kSingular ? EntityKind::kPerson : EntityKind::kOther;
}

}  // namespace

std::vector<LinkedMention> find_chains(const Reading& reading, const CoreferenceModel& model) {
  const Children children(reading);
  const Phrases phrases = find_phrases(reading, children);
  const PairFeatures features(reading, children, phrases);
  const std::vector<PhraseIndex> chain = Linker(phrases, features, model).link();
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
