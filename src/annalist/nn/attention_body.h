// Attention of kernels.h in terms of lanes.h; see kernels_body.h.
#pragma once

#include "annalist/nn/kernels.h"
#include "annalist/nn/lanes.h"

namespace annalist::ANNALIST_LANES {

inline constexpr size_t kQueries = 4;  // rows of queries that go through the keys together

// Eight rows of eight floats, turned: to[c * to_stride + r] = from[r * from_stride + c].
inline void turn_eight(const float* from, size_t from_stride, float* to, size_t to_stride) {
  __m256 row[8], pair[8], quad[8];
#pragma GCC unroll 8
  for (size_t r = 0; r < 8; ++r) row[r] = _mm256_loadu_ps(from + r * from_stride);
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
    _mm256_storeu_ps(to + c * to_stride, _mm256_permute2f128_ps(quad[c], quad[c + 4], 0x20));
    _mm256_storeu_ps(to + (c + 4) * to_stride, _mm256_permute2f128_ps(quad[c], quad[c + 4], 0x31));
  }
}

// The keys of one head turned to [kHeadWidth, padded]. Reads up to kRowsBeyond - 1 rows past the sentence's last.
inline void turn_keys(const float* keys, size_t padded, size_t stride, float* out) {
  for (size_t s = 0; s < padded; s += 8) {
    for (size_t d = 0; d < kHeadWidth; d += 8) turn_eight(keys + s * stride + d, stride, out + d * padded + s, padded);
  }
}

// weights[q][s] = scale * query . key for kVectors * 16 keys from s on.
template <size_t kCount, size_t kVectors>
void compare(const float* query, size_t stride, const float* keys, size_t padded, float scale, float* weights) {
  F16 dot[kCount][kVectors];
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) {
#pragma GCC unroll 4
    for (size_t v = 0; v < kVectors; ++v) dot[q][v] = splat(0.0F);
  }
  for (size_t d = 0; d < kHeadWidth; ++d) {
    F16 key[kVectors];
#pragma GCC unroll 4
    for (size_t v = 0; v < kVectors; ++v) key[v] = load(keys + d * padded + v * kLanes);
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) {
      const F16 value = splat(query[q * stride + d]);
#pragma GCC unroll 4
      for (size_t v = 0; v < kVectors; ++v) dot[q][v] = multiply_add(value, key[v], dot[q][v]);
    }
  }
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) {
#pragma GCC unroll 4
    for (size_t v = 0; v < kVectors; ++v) store(weights + q * padded + v * kLanes, dot[q][v] * splat(scale));
  }
}

// In place: softmax over the first `rows` of `padded` values; the others become 0.
inline void softmax(float* row, size_t rows, size_t padded) {
  for (size_t s = rows; s < padded; ++s) row[s] = -__builtin_inff();
  F16 highest = load(row);
  for (size_t s = kLanes; s < padded; s += kLanes) highest = max(highest, load(row + s));
  const F16 top = splat(largest(highest));
  F16 total = splat(0.0F);
  for (size_t s = 0; s < padded; s += kLanes) {
    const F16 value = exp(load(row + s) - top);
    total = total + value;
    store(row + s, value);
  }
  const F16 share = splat(1.0F / sum(total));
  for (size_t s = 0; s < padded; s += kLanes) store(row + s, load(row + s) * share);
}

template <size_t kCount>
void weigh(const float* query, size_t stride, const float* keys, size_t rows, size_t padded, float scale, float* weights) {
  size_t s = 0;
  for (; s + kQueryLanes * kLanes <= padded; s += kQueryLanes * kLanes) {
    compare<kCount, kQueryLanes>(query, stride, keys + s, padded, scale, weights + s);
  }
  if (s < padded) compare<kCount, 1>(query, stride, keys + s, padded, scale, weights + s);
  for (size_t q = 0; q < kCount; ++q) softmax(weights + q * padded, rows, padded);
}

// out[q] = sum over s of weights[q][s] * value[s]
template <size_t kCount>
void mix(const float* weights, size_t padded, const float* values, size_t rows, size_t stride, float* out, size_t hidden) {
  for (size_t d = 0; d < kHeadWidth; d += kQueryLanes * kLanes) {
    F16 total[kCount][kQueryLanes];
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) {
#pragma GCC unroll 2
      for (size_t v = 0; v < kQueryLanes; ++v) total[q][v] = splat(0.0F);
    }
    for (size_t s = 0; s < rows; ++s) {
      F16 value[kQueryLanes];
#pragma GCC unroll 2
      for (size_t v = 0; v < kQueryLanes; ++v) value[v] = load(values + s * stride + d + v * kLanes);
#pragma GCC unroll 4
      for (size_t q = 0; q < kCount; ++q) {
        const F16 weight = splat(weights[q * padded + s]);
#pragma GCC unroll 2
        for (size_t v = 0; v < kQueryLanes; ++v) total[q][v] = multiply_add(weight, value[v], total[q][v]);
      }
    }
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) {
#pragma GCC unroll 2
      for (size_t v = 0; v < kQueryLanes; ++v) store(out + q * hidden + d + v * kLanes, total[q][v]);
    }
  }
}

inline void attend(const float* qkv, size_t rows, size_t hidden, size_t heads, float* scratch, float* out) {
  const size_t padded = (rows + kLanes - 1) / kLanes * kLanes, stride = 3 * hidden;
  float* keys = scratch;
  float* weights = scratch + kHeadWidth * padded;
  const float scale = 1.0F / _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(static_cast<float>(kHeadWidth))));
  for (size_t h = 0; h < heads; ++h) {
    const float* queries = qkv + h * kHeadWidth;
    const float* values = queries + 2 * hidden;
    turn_keys(queries + hidden, padded, stride, keys);
    if (rows < kQueries) {
      for (size_t r = 0; r < rows; ++r) {
        weigh<1>(queries + r * stride, stride, keys, rows, padded, scale, weights);
        mix<1>(weights, padded, values, rows, stride, out + r * hidden + h * kHeadWidth, hidden);
      }
      continue;
    }
    for (size_t r = 0; r < rows; r += kQueries) {
      // The last group may overlap the one before: each row's result depends on that row alone.
      const size_t from = r + kQueries <= rows ? r : rows - kQueries;
      weigh<kQueries>(queries + from * stride, stride, keys, rows, padded, scale, weights);
      mix<kQueries>(weights, padded, values, rows, stride, out + from * hidden + h * kHeadWidth, hidden);
    }
  }
}

}  // namespace annalist::ANNALIST_LANES
