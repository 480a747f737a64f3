#include "annalist/read/senses.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>

#include "annalist/nn/weights_file.h"

namespace annalist {

SenseLayer::SenseLayer(const std::string& path, const std::string& fingerprint, size_t hidden) {
  const auto file = WeightsFile::open(path, Weights::kTensors);
  if (!file) return;  // whoever needs the rest of the file says what is wrong with it
  const TensorView* weight = file->find("sense." + fingerprint);
  const TensorView* scale = file->find("sense." + fingerprint + ".scale");
  const TensorView* bias = file->find("sense_bias." + fingerprint);
  if (weight == nullptr || scale == nullptr || bias == nullptr || weight->type != TensorType::kInt8 ||
      weight->bytes != kSenseWidth * hidden || scale->bytes != kSenseWidth * sizeof(float) || bias->bytes != kSenseWidth * sizeof(float)) {
    return;
  }
  std::array<float, kSenseWidth> scales;
  std::memcpy(scales.data(), scale->data, scale->bytes);
  bias_.resize(kSenseWidth);
  std::memcpy(bias_.data(), bias->data, bias->bytes);
  hidden_ = hidden;
  weight_.resize(hidden * kSenseWidth);
  for (size_t out = 0; out < kSenseWidth; ++out) {
    for (size_t in = 0; in < hidden; ++in) {
      weight_[in * kSenseWidth + out] = static_cast<float>(static_cast<int8_t>(weight->data[out * hidden + in])) * scales[out];
    }
  }
}

void SenseLayer::append(std::span<const float> vectors, std::vector<int8_t>& senses) const {
  assert(!empty() && vectors.size() % hidden_ == 0);
  for (size_t at = 0; at < vectors.size(); at += hidden_) {
    std::array<float, kSenseWidth> sums;
    std::copy(bias_.begin(), bias_.end(), sums.begin());
    for (size_t in = 0; in < hidden_; ++in) {
      const float value = vectors[at + in];
      const float* row = &weight_[in * kSenseWidth];
      for (size_t out = 0; out < kSenseWidth; ++out) sums[out] += value * row[out];
    }
    for (const float sum : sums) senses.push_back(static_cast<int8_t>(std::lround(std::clamp(sum, -1.0F, 1.0F) * 127)));
  }
}

}  // namespace annalist
