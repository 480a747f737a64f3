#include "annalist/nn/int8_linear.h"

#include <algorithm>
#include <cassert>

namespace annalist {
namespace {

constexpr size_t kCacheLine = 64;

// The first byte of the memory at a multiple of 64.
template <class T>
T* aligned(T* memory) {
  const auto address = reinterpret_cast<uintptr_t>(memory);
  return memory + ((address + kCacheLine - 1) / kCacheLine * kCacheLine - address);
}

}  // namespace

Int8Linear::Int8Linear(const QuantizedRows& weights, const std::vector<float>& bias)
    : inputs_(weights.columns), scales_(weights.scales), bias_(bias) {
  assert(inputs_ % 4 == 0 && (bias_.empty() || bias_.size() == weights.rows));
  const size_t outputs = (weights.rows + 15) / 16 * 16, panels = (outputs + kPanel - 1) / kPanel;
  scales_.resize(outputs, 0.0F);
  bias_.resize(outputs, 0.0F);
  weight_sums_.resize(outputs, 0);
  memory_.resize(panels * kPanel * inputs_ + kCacheLine, 0);
  int8_t* packed = aligned(memory_.data());
  for (size_t o = 0; o < weights.rows; ++o) {
    const int8_t* row = weights.values.data() + o * inputs_;
    int8_t* panel = packed + o / kPanel * kPanel * inputs_ + o % kPanel * 4;
    for (size_t i = 0; i < inputs_; i += 4) std::copy_n(row + i, 4, panel + i * kPanel);
    for (size_t i = 0; i < inputs_; ++i) weight_sums_[o] += row[i];
  }
}

PackedLinear Int8Linear::packed() const {
  return {inputs_, outputs(), aligned(memory_.data()), weight_sums_.data(), scales_.data(), bias_.data()};
}

Int8Linear stack(std::span<const LinearView> layers) {
  QuantizedRows rows;
  std::vector<float> bias;
  for (const LinearView& layer : layers) {
    const auto width = static_cast<size_t>(layer.weight.columns);
    for (int r = 0; r < layer.weight.rows; ++r) {
      if (layer.weight.floats != nullptr) {
        append_quantized_row(layer.weight.floats + static_cast<size_t>(r) * width, width, rows);
      } else {
        const int8_t* values = layer.weight.values + static_cast<size_t>(r) * width;
        rows.values.insert(rows.values.end(), values, values + width);
        rows.scales.push_back(layer.weight.scales[r]);
        rows.columns = width;
        ++rows.rows;
      }
      bias.push_back(layer.bias == nullptr ? 0.0F : layer.bias[r]);
    }
  }
  return {rows, bias};
}

}  // namespace annalist
