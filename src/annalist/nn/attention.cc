#include "annalist/nn/attention.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "annalist/nn/simd.h"

namespace annalist {
namespace {

using simd::F8;
using simd::kLanes;

constexpr size_t kQueries = 4;  // (unrolled by hand below, since accumulators must stay in registers)
                                // rows of queries that go through the keys together

// Eight rows of eight floats, turned: to[c * to_stride + r] = from[r * from_stride + c].
void turn_eight(const float* from, size_t from_stride, float* to, size_t to_stride) {
  F8 row[8], pair[8], quad[8];
#pragma GCC unroll 8
  for (size_t r = 0; r < 8; ++r) row[r] = simd::load(from + r * from_stride);
#pragma GCC unroll 8
  for (size_t r = 0; r < 8; r += 2) {
    pair[r] = _mm256_unpacklo_ps(row[r], row[r + 1]);
    pair[r + 1] = _mm256_unpackhi_ps(row[r], row[r + 1]);
  }
#pragma GCC unroll 8
  for (size_t r = 0; r < 8; r += 4) {
    quad[r] = _mm256_shuffle_ps(pair[r], pair[r + 2], _MM_SHUFFLE(1, 0, 1, 0));
    quad[r + 1] = _mm256_shuffle_ps(pair[r], pair[r + 2], _MM_SHUFFLE(3, 2, 3, 2));
    quad[r + 2] = _mm256_shuffle_ps(pair[r + 1], pair[r + 3], _MM_SHUFFLE(1, 0, 1, 0));
    quad[r + 3] = _mm256_shuffle_ps(pair[r + 1], pair[r + 3], _MM_SHUFFLE(3, 2, 3, 2));
  }
#pragma GCC unroll 8
  for (size_t c = 0; c < 4; ++c) {
    simd::store(to + c * to_stride, _mm256_permute2f128_ps(quad[c], quad[c + 4], 0x20));
    simd::store(to + (c + 4) * to_stride, _mm256_permute2f128_ps(quad[c], quad[c + 4], 0x31));
  }
}

// The keys of one head turned to [kHeadWidth, padded]. Reads up to kLanes - 1 rows past the sentence's last,
// whose values do not matter.
void turn_keys(const float* keys, size_t padded, size_t stride, float* out) {
  for (size_t s = 0; s < padded; s += kLanes) {
    for (size_t d = 0; d < kHeadWidth; d += kLanes) turn_eight(keys + s * stride + d, stride, out + d * padded + s, padded);
  }
}

// weights[q][s] = scale * query . key for kVectors * 8 keys from s on.
template <size_t kCount, size_t kVectors>
void compare(const float* query, size_t stride, const float* keys, size_t padded, float scale, float* weights) {
  F8 dot[kCount][kVectors];
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) {
#pragma GCC unroll 4
    for (size_t v = 0; v < kVectors; ++v) dot[q][v] = simd::zero();
  }
  for (size_t d = 0; d < kHeadWidth; ++d) {
    F8 key[kVectors];
#pragma GCC unroll 4
    for (size_t v = 0; v < kVectors; ++v) key[v] = simd::load(keys + d * padded + v * kLanes);
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) {
      const F8 value = simd::splat(query[q * stride + d]);
#pragma GCC unroll 4
      for (size_t v = 0; v < kVectors; ++v) dot[q][v] = simd::multiply_add(value, key[v], dot[q][v]);
    }
  }
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) {
#pragma GCC unroll 4
    for (size_t v = 0; v < kVectors; ++v) simd::store(weights + q * padded + v * kLanes, dot[q][v] * simd::splat(scale));
  }
}

// In place: softmax over the first `rows` of `padded` values; the others become 0.
void softmax(float* row, size_t rows, size_t padded) {
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

template <size_t kCount>
void weigh(const float* query, size_t stride, const float* keys, size_t rows, size_t padded, float scale, float* weights) {
  size_t s = 0;
  for (; s + 2 * kLanes <= padded; s += 2 * kLanes) compare<kCount, 2>(query, stride, keys + s, padded, scale, weights + s);
  if (s < padded) compare<kCount, 1>(query, stride, keys + s, padded, scale, weights + s);
  for (size_t q = 0; q < kCount; ++q) softmax(weights + q * padded, rows, padded);
}

// out[q] = sum over s of weights[q][s] * value[s]
template <size_t kCount>
void mix(const float* weights, size_t padded, const float* values, size_t rows, size_t stride, float* out, size_t hidden) {
  constexpr size_t kVectors = kHeadWidth / kLanes;
  for (size_t half = 0; half < kVectors; half += 2) {
    F8 sum[kCount][2];
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) sum[q][0] = sum[q][1] = simd::zero();
    for (size_t s = 0; s < rows; ++s) {
      const F8 a = simd::load(values + s * stride + half * kLanes), b = simd::load(values + s * stride + (half + 1) * kLanes);
#pragma GCC unroll 4
      for (size_t q = 0; q < kCount; ++q) {
        const F8 weight = simd::splat(weights[q * padded + s]);
        sum[q][0] = simd::multiply_add(weight, a, sum[q][0]);
        sum[q][1] = simd::multiply_add(weight, b, sum[q][1]);
      }
    }
#pragma GCC unroll 4
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
    turn_keys(queries + hidden, padded, stride, scratch.keys.data());
    auto attend_from = [&](size_t r, auto count) {
      constexpr size_t kCount = decltype(count)::value;
      weigh<kCount>(queries + r * stride, stride, scratch.keys.data(), rows, padded, scale, weights);
      mix<kCount>(weights, padded, values, rows, stride, out + r * hidden + h * kHeadWidth, hidden);
    };
    if (rows < kQueries) {
      for (size_t r = 0; r < rows; ++r) attend_from(r, std::integral_constant<size_t, 1>());
      continue;
    }
    // The last group may overlap the one before: each row's result depends on that row alone.
    for (size_t r = 0; r < rows; r += kQueries) attend_from(std::min(r, rows - kQueries), std::integral_constant<size_t, kQueries>());
  }
}

}  // namespace annalist
