// What the coreference model says of the antecedents of single words, for those who resolve pronouns among mentions of their own.
#pragma once

#include <optional>
#include <vector>

#include "annalist/understand/actors/coreference_model.h"

namespace annalist {

class LearnedAntecedents {
 public:
  // All arguments must outlive the object.
  LearnedAntecedents(const Reading& reading, const Children& children, const CoreferenceModel& model);
  LearnedAntecedents(const LearnedAntecedents&) = delete;
  LearnedAntecedents& operator=(const LearnedAntecedents&) = delete;

  // By how much the phrase that one token heads rather has the phrase that another heads for its antecedent than none, in log odds; of
  // several phrases under one head the best. nullopt where a token heads no phrase or the candidate stands too far back.
  std::optional<double> score(TokenIndex anaphor, TokenIndex candidate);

 private:
  const CoreferenceModel& model_;
  Phrases phrases_;
  PairFeatures features_;
  CoreferenceModel::PhraseTerms terms_;
  // The anaphor that was asked for last.
  PhraseIndex anaphor_ = kNone;
  Candidates candidates_;
  std::vector<float> scores_;
};

}  // namespace annalist
