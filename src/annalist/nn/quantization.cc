#include "annalist/nn/quantization.h"

#include <algorithm>
#include <cmath>

#include "annalist/nn/simd.h"

namespace annalist {

RowScale quantize_row(const float* x, size_t size, uint8_t* out) {
  simd::F8 low = simd::zero(), high = simd::zero();
  for (size_t i = 0; i < size; i += simd::kLanes) {
    const simd::F8 v = simd::load(x + i);
    low = simd::min(low, v);
    high = simd::max(high, v);
  }
  return quantize_row(x, size, simd::smallest(low), simd::largest(high), out);
}

RowScale quantize_row(const float* x, size_t size, float low, float high, uint8_t* out) {
  const float range = high - low;
  RowScale row;
  if (!(range > 1e-30F)) {
    std::fill_n(out, size, uint8_t{0});
    return row;
  }
  row.scale = range / 127.0F;
  const float inverse = 127.0F / range;
  row.zero = static_cast<int32_t>(std::lrintf(-low * inverse));
  const simd::F8 factor = simd::splat(inverse);
  const __m256i zero = _mm256_set1_epi32(row.zero), least = _mm256_setzero_si256(), most = _mm256_set1_epi32(127);
  for (size_t i = 0; i < size; i += simd::kLanes) {
    __m256i q = _mm256_add_epi32(_mm256_cvtps_epi32(simd::load(x + i) * factor), zero);
    q = _mm256_max_epi32(_mm256_min_epi32(q, most), least);
    const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(q), _mm256_extracti128_si256(q, 1));
    _mm_storel_epi64(reinterpret_cast<__m128i*>(out + i), _mm_packus_epi16(words, words));
  }
  return row;
}

void append_quantized_row(const float* x, size_t size, QuantizedRows& out) {
  float largest = 0;
  for (size_t i = 0; i < size; ++i) largest = std::max(largest, std::fabs(x[i]));
  const float scale = largest > 0 ? largest / 127.0F : 1.0F;
  for (size_t i = 0; i < size; ++i) { out.values.push_back(static_cast<int8_t>(std::clamp(std::lrintf(x[i] / scale), -127L, 127L))); }
  out.scales.push_back(scale);
  out.columns = size;
  ++out.rows;
}

}  // namespace annalist
