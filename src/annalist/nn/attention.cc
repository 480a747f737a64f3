#include "annalist/nn/attention.h"

#include <cmath>

#include "annalist/nn/simd.h"

namespace annalist {
namespace {

using simd::F8;
using simd::kLanes;

constexpr size_t kQueries = 4;  // rows of queries that go through the keys together

// The keys of one head turned to [kHeadWidth, padded]; columns past `rows` are zero.
void turn_keys(const float* qkv, size_t rows, size_t padded, size_t stride, float* keys) {
  for (size_t s = 0; s < padded; ++s) {
    for (size_t d = 0; d < kHeadWidth; ++d) keys[d * padded + s] = s < rows ? qkv[s * stride + d] : 0.0F;
  }
}

// weights[q][s] = softmax over s of scale * query . key; those past `rows` become 0.
template <size_t kCount>
void weigh(const float* query, size_t stride, const float* keys, size_t rows, size_t padded, float scale, float* weights) {
  for (size_t s = 0; s < padded; s += kLanes) {
    F8 dot[kCount];
    for (size_t q = 0; q < kCount; ++q) dot[q] = simd::zero();
    for (size_t d = 0; d < kHeadWidth; ++d) {
      const F8 key = simd::load(keys + d * padded + s);
      for (size_t q = 0; q < kCount; ++q) dot[q] = simd::multiply_add(simd::splat(query[q * stride + d]), key, dot[q]);
    }
    for (size_t q = 0; q < kCount; ++q) simd::store(weights + q * padded + s, dot[q] * simd::splat(scale));
  }
  for (size_t q = 0; q < kCount; ++q) {
    float* row = weights + q * padded;
    for (size_t s = rows; s < padded; ++s) row[s] = -INFINITY;
    F8 highest = simd::load(row);
    for (size_t s = kLanes; s < padded; s += kLanes) highest = simd::max(highest, simd::load(row + s));
    const F8 top = simd::splat(simd::largest(highest));
    F8 total = simd::zero();
    for (size_t s = 0; s < padded; s += kLanes) {
      const F8 value = simd::exp(simd::load(row + s) - top);
      total = total + value;
      simd::store(row + s, value);
    }
    const F8 share = simd::splat(1.0F / simd::sum(total));
    for (size_t s = 0; s < padded; s += kLanes) simd::store(row + s, simd::load(row + s) * share);
  }
}

// out[q] = sum over s of weights[q][s] * value[s]
template <size_t kCount>
void mix(const float* weights, size_t padded, const float* values, size_t rows, size_t stride, float* out, size_t hidden) {
  constexpr size_t kVectors = kHeadWidth / kLanes;
  for (size_t half = 0; half < kVectors; half += 2) {
    F8 sum[kCount][2];
    for (size_t q = 0; q < kCount; ++q) sum[q][0] = sum[q][1] = simd::zero();
    for (size_t s = 0; s < rows; ++s) {
      const F8 a = simd::load(values + s * stride + half * kLanes), b = simd::load(values + s * stride + (half + 1) * kLanes);
      for (size_t q = 0; q < kCount; ++q) {
        const F8 weight = simd::splat(weights[q * padded + s]);
        sum[q][0] = simd::multiply_add(weight, a, sum[q][0]);
        sum[q][1] = simd::multiply_add(weight, b, sum[q][1]);
      }
    }
    for (size_t q = 0; q < kCount; ++q) {
      simd::store(out + q * hidden + half * kLanes, sum[q][0]);
      simd::store(out + q * hidden + (half + 1) * kLanes, sum[q][1]);
    }
  }
}

}  // namespace

void attend(const float* qkv, size_t rows, size_t hidden, size_t heads, AttentionScratch& scratch, float* out) {
  const size_t padded = (rows + kLanes - 1) / kLanes * kLanes, stride = 3 * hidden;
  if (scratch.keys.size() < kHeadWidth * padded) scratch.keys.resize(kHeadWidth * padded);
  if (scratch.weights.size() < kQueries * padded) scratch.weights.resize(kQueries * padded);
  const float scale = 1.0F / std::sqrt(static_cast<float>(kHeadWidth));
  float* weights = scratch.weights.data();
  for (size_t h = 0; h < heads; ++h) {
    const float* queries = qkv + h * kHeadWidth;
    const float* values = queries + 2 * hidden;
    turn_keys(queries + hidden, rows, padded, stride, scratch.keys.data());
    size_t r = 0;
    for (; r + kQueries <= rows; r += kQueries) {
      weigh<kQueries>(queries + r * stride, stride, scratch.keys.data(), rows, padded, scale, weights);
      mix<kQueries>(weights, padded, values, rows, stride, out + r * hidden + h * kHeadWidth, hidden);
    }
    for (; r < rows; ++r) {
      weigh<1>(queries + r * stride, stride, scratch.keys.data(), rows, padded, scale, weights);
      mix<1>(weights, padded, values, rows, stride, out + r * hidden + h * kHeadWidth, hidden);
    }
  }
}

}  // namespace annalist
