// A linear layer in integers, its weights packed for the kernels.
#pragma once

#include <span>
#include <vector>

#include "annalist/nn/kernels.h"
#include "annalist/nn/network_weights.h"
#include "annalist/nn/quantization.h"

namespace annalist {

class Int8Linear {
 public:
  // bias: [rows], or empty for none. REQUIRES: weights.columns is a multiple of 4
  Int8Linear(const QuantizedRows& weights, const std::vector<float>& bias);

  size_t inputs() const { return inputs_; }
  // The weights' rows, brought up to a multiple of 16 with rows of zeros.
  size_t outputs() const { return scales_.size(); }
  // Lives as long as the layer.
  PackedLinear packed() const;

 private:
  size_t inputs_ = 0;
  std::vector<int8_t> memory_;  // with room to begin at a multiple of 64
  std::vector<float> scales_, bias_;
  std::vector<int32_t> weight_sums_;
};

// Stacks linear layers of equal inputs into one; floats are quantised row by row.
Int8Linear stack(std::span<const LinearView> layers);

}  // namespace annalist
