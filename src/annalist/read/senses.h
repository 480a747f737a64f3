// Senses: what the network makes of each token in its sentence, in 64 small numbers, for those who compare words far apart (coreference):
// a linear layer over the network's last, cut off at -1 and 1. It is trained with what uses it and lies in that one's weights, one for each
// network that it was trained with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace annalist {

inline constexpr size_t kSenseWidth = 64;

class SenseLayer {
 public:
  SenseLayer() = default;
  // Of the network with this fingerprint and so many values a token, from a file of weights; empty where the file has none for it.
  SenseLayer(const std::string& path, const std::string& fingerprint, size_t hidden);

  bool empty() const { return bias_.empty(); }
  // Adds kSenseWidth values a token, 127 for 1. REQUIRES: not empty; vectors: [tokens, hidden].
  void append(std::span<const float> vectors, std::vector<int8_t>& senses) const;

 private:
  size_t hidden_ = 0;
  std::vector<float> weight_;  // [hidden, kSenseWidth]
  std::vector<float> bias_;    // [kSenseWidth]
};

}  // namespace annalist
