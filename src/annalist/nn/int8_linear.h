// A linear layer in integers: u8 activations (quantization.h) times s8 weights to exact s32 sums, by oneDNN's
// matmul, and the way back to floats. The weights are packed once in the order that oneDNN chooses for the
// machine.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "annalist/nn/quantization.h"
#include "annalist/nn/simd.h"

namespace annalist {

// Memory for oneDNN's scratchpad and the sums; one a thread, used by any number of layers in turn.
struct LinearScratch {
  std::vector<uint8_t> scratchpad;
  std::vector<int32_t> sums;
};

class Int8Linear {
 public:
  // Rows are handed over in blocks of this many; a shorter last block is computed up to the next smaller
  // kernel's size.
  static constexpr size_t kBlock = 64;

  // bias: [rows], or empty for none. May throw dnnl::error (caught where networks are built).
  Int8Linear(const QuantizedRows& weights, std::vector<float> bias);
  Int8Linear(Int8Linear&&) noexcept;
  Int8Linear& operator=(Int8Linear&&) noexcept;
  ~Int8Linear();

  size_t inputs() const { return inputs_; }
  // The weights' rows, brought up to a multiple of 16 with rows of zeros.
  size_t outputs() const { return outputs_; }

  // The sums of rows 0..rows-1, [rows, outputs], valid until the scratch is used again. REQUIRES: rows <=
  // kBlock; x holds kBlock rows of memory (what lies in those past `rows` does not matter).
  const int32_t* multiply(const uint8_t* x, size_t rows, LinearScratch& scratch) const;

  // One row of sums in floats: scale * weight_scale * (sum - zero * weight_sum) + bias. out holds outputs()
  // floats.
  void to_floats(const int32_t* sums, RowScale row, float* out) const;

  // The same eight floats at a time, for callers that have more to do with each: values(sums, row)(i) is
  // outputs i..i+7.
  class Values {
   public:
    simd::F8 operator()(size_t i) const {
      const __m256i sum = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums_ + i));
      const __m256i weights = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(layer_.weight_sums_.data() + i));
      const __m256i centred = _mm256_sub_epi32(sum, _mm256_mullo_epi32(zero_, weights));
      const simd::F8 factor = scale_ * simd::load(layer_.scales_.data() + i);
      return simd::multiply_add(_mm256_cvtepi32_ps(centred), factor, simd::load(layer_.bias_.data() + i));
    }

   private:
    friend class Int8Linear;
    Values(const Int8Linear& layer, const int32_t* sums, RowScale row)
        : layer_(layer), sums_(sums), scale_(simd::splat(row.scale)), zero_(_mm256_set1_epi32(row.zero)) {}
    const Int8Linear& layer_;
    const int32_t* sums_;
    simd::F8 scale_;
    __m256i zero_;
  };
  Values values(const int32_t* sums, RowScale row) const { return {*this, sums, row}; }

  // The name of oneDNN's implementation ("brg:avx512_core_vnni").
  const std::string& implementation() const { return implementation_; }

 private:
  struct Kernels;
  size_t inputs_ = 0, outputs_ = 0;
  std::vector<float> scales_, bias_;
  std::vector<int32_t> weight_sums_;
  std::string implementation_;
  std::unique_ptr<Kernels> kernels_;
};

}  // namespace annalist
