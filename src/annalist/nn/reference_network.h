// The network in fp32 with plain loops: slow and obvious, the oracle that the fast one is tested against.
#pragma once

#include "annalist/nn/network.h"
#include "annalist/nn/network_weights.h"

namespace annalist {

class ReferenceNetwork : public Network {
 public:
  // The views in `weights` must outlive the network.
  explicit ReferenceNetwork(NetworkWeights weights) : weights_(std::move(weights)) {}

  std::vector<SentenceScores> score(std::span<const PieceSentence> sentences) const override;
  std::vector<std::vector<float>> label(std::span<const SentenceScores> sentences,
                                        std::span<const std::vector<int32_t>> heads) const override;
  // The last layer, [pieces, hidden].
  std::vector<float> encode(const PieceSentence& sentence) const;

 private:
  std::vector<float> label(const SentenceScores& scores, std::span<const int32_t> heads) const;
  NetworkWeights weights_;
};

}  // namespace annalist
