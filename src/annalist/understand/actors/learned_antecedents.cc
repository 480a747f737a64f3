#include "annalist/understand/actors/learned_antecedents.h"

namespace annalist {

LearnedAntecedents::LearnedAntecedents(const Reading& reading, const Children& children, const CoreferenceModel& model)
    : model_(model),
      phrases_(find_phrases(reading, children)),
      features_(reading, children, phrases_),
      terms_(model.terms_of(features_, phrases_.phrases.size())) {}

std::optional<double> LearnedAntecedents::score(TokenIndex anaphor, TokenIndex candidate) {
  const PhraseIndex phrase = phrases_.by_head[static_cast<size_t>(anaphor)];
  if (phrase == kNone) return std::nullopt;
  if (phrase != anaphor_) {
    anaphor_ = phrase;
    features_.candidates_of(phrase, candidates_);
    model_.score(phrase, candidates_, terms_, scores_);
  }
  std::optional<double> best;
  for (size_t i = 0; i < scores_.size(); ++i) {
    if (phrases_.phrases[static_cast<size_t>(candidates_.phrases[i])].head != candidate) continue;
    const double score = static_cast<double>(scores_[i] - terms_.fresh[static_cast<size_t>(phrase)]);
    if (!best || score > *best) best = score;
  }
  return best;
}

}  // namespace annalist
