// The coreference model: a mention-ranking network over the features of pair_features.h (Durrett and Klein 2013). For an anaphor it scores
// each candidate antecedent, and that the anaphor begins a new chain; the highest is meant. Where the reading has senses (read/senses.h),
// the first half of a head's is what it asks of an antecedent, the second what it offers an anaphor; they and the products of the two
// phrases' go into the same hidden layer. Made by training/coref. Arithmetic is float32 in a fixed order, so that scores are the same on
// every machine.
#pragma once

#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/understand/actors/pair_features.h"

namespace annalist {

class CoreferenceModel {
 public:
  static constexpr size_t kWidth = 32;  // of the hidden layer; fixed, so that sums over it are vector instructions
  static constexpr size_t kHalf = kSenseWidth / 2;

  // Errors: kBadConfiguration for a file that is damaged or made for other features.
  static Result<CoreferenceModel> open(const std::string& path);

  // What the model makes of each phrase once, before pairs are scored.
  struct PhraseTerms {
    std::vector<float> anaphor;    // phrases x kWidth
    std::vector<float> candidate;  // phrases x kWidth
    std::vector<float> fresh;      // phrases: the score of beginning a new chain
    std::vector<float> asks;       // phrases x kHalf: its senses as an anaphor; empty where there are none
    std::vector<float> offers;     // phrases x kHalf: its senses as a candidate
  };
  PhraseTerms terms_of(const PairFeatures& features, size_t phrases) const;

  // One score for each candidate. `scores` is overwritten.
  void score(PhraseIndex anaphor, const Candidates& candidates, const PhraseTerms& terms, std::vector<float>& scores) const;

  const std::string& version() const { return version_; }

 private:
  std::vector<float> pair_, anaphor_, candidate_, fresh_;  // features x kWidth
  std::vector<float> asks_, offers_, both_;                // kHalf x kWidth
  std::vector<float> pair_bias_, fresh_bias_, pair_out_, fresh_out_;
  float fresh_score_ = 0;
  std::string version_;
};

}  // namespace annalist
