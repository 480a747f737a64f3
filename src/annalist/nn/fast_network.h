// The network in 8-bit integers: what the program runs. Sentences are packed into windows of whole sentences,
// without padding; attention stays inside each. All integer sums are exact and all float sums have a fixed
// order, so scores depend neither on what a sentence is packed with, nor on threads, nor on the machine.
#pragma once

#include <memory>
#include <string>

#include "annalist/base/result.h"
#include "annalist/nn/kernels.h"
#include "annalist/nn/network.h"
#include "annalist/nn/network_weights.h"

namespace annalist {

class FastNetwork : public Network {
 public:
  // The views in `weights` must outlive the network. `machine`: what to run as, for tests; all give the same bits. Errors:
  // kBadConfiguration where the shapes don't suit (head width 32, sizes in 16s) or the machine is too old.
  static Result<std::unique_ptr<FastNetwork>> make(const NetworkWeights& weights, Machine machine = fastest_machine());
  ~FastNetwork() override;

  std::vector<SentenceScores> score(std::span<const PieceSentence> sentences) const override;
  std::vector<std::vector<float>> label(std::span<const SentenceScores> sentences,
                                        std::span<const std::vector<int32_t>> heads) const override;

 private:
  struct Parts;
  struct Scratch;
  class Lease;
  explicit FastNetwork(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace annalist
