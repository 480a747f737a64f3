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

// In place, for kCount rows: e^(value - largest value) of the first `rows` of `padded` values, 0 for the others; `shares` become 1 / their
// sums. The rows go side by side, as each alone is a chain of waits.
template <size_t kCount>
void exponents(float* weights, size_t rows, size_t padded, float* shares) {
  const size_t last = padded - kLanes;
  F16 highest[kCount], total[kCount];
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) {
    highest[q] = first_lanes(load(weights + q * padded + last), rows - last, -__builtin_inff());
    store(weights + q * padded + last, highest[q]);
  }
  for (size_t s = 0; s < last; s += kLanes) {
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) highest[q] = max(highest[q], load(weights + q * padded + s));
  }
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) {
    highest[q] = splat(largest(highest[q]));
    total[q] = splat(0.0F);
  }
  for (size_t s = 0; s < padded; s += kLanes) {
#pragma GCC unroll 4
    for (size_t q = 0; q < kCount; ++q) {
      const F16 value = exp(load(weights + q * padded + s) - highest[q]);
      total[q] = total[q] + value;
      store(weights + q * padded + s, value);
    }
  }
#pragma GCC unroll 4
  for (size_t q = 0; q < kCount; ++q) shares[q] = 1.0F / sum(total[q]);
}

// weights[q][s] = e^(scale * query . key - the largest of them) for all keys
template <size_t kCount>
void weigh(const float* query, size_t stride, const float* keys, size_t rows, size_t padded, float scale, float* weights, float* shares) {
  size_t s = 0;
  for (; s + kQueryLanes * kLanes <= padded; s += kQueryLanes * kLanes) {
    compare<kCount, kQueryLanes>(query, stride, keys + s, padded, scale, weights + s);
  }
  if (s < padded) compare<kCount, 1>(query, stride, keys + s, padded, scale, weights + s);
  exponents<kCount>(weights, rows, padded, shares);
}

// out[q] = shares[q] * sum over s of weights[q][s] * value[s]
template <size_t kCount>
void mix(const float* weights, const float* shares, size_t padded, const float* values, size_t rows, size_t stride, float* out,
         size_t hidden) {
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
      for (size_t v = 0; v < kQueryLanes; ++v) store(out + q * hidden + d + v * kLanes, total[q][v] * splat(shares[q]));
    }
  }
}

// Attention of kCount rows of one head.
template <size_t kCount>
void attend_rows(const float* query, const float* keys, const float* values, size_t rows, size_t padded, size_t hidden, float* weights,
                 float* out) {
  const float scale = 1.0F / _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(static_cast<float>(kHeadWidth))));
  float shares[kCount];
  weigh<kCount>(query, 3 * hidden, keys, rows, padded, scale, weights, shares);
  mix<kCount>(weights, shares, padded, values, rows, 3 * hidden, out, hidden);
}

inline void attend(const float* qkv, size_t rows, size_t hidden, size_t heads, float* scratch, float* out) {
  const size_t padded = (rows + kLanes - 1) / kLanes * kLanes, stride = 3 * hidden;
  float* keys = scratch;
  float* weights = scratch + kHeadWidth * padded;
  for (size_t h = 0; h < heads; ++h) {
    const float* queries = qkv + h * kHeadWidth;
    const float* values = queries + 2 * hidden;
    float* to = out + h * kHeadWidth;
    turn_keys(queries + hidden, padded, stride, keys);
    if (rows < kQueries) {
      for (size_t r = 0; r < rows; ++r) attend_rows<1>(queries + r * stride, keys, values, rows, padded, hidden, weights, to + r * hidden);
      continue;
    }
    for (size_t r = 0; r < rows; r += kQueries) {
      // The last group may overlap the one before: each row's result depends on that row alone.
      const size_t from = r + kQueries <= rows ? r : rows - kQueries;
      attend_rows<kQueries>(queries + from * stride, keys, values, rows, padded, hidden, weights, to + from * hidden);
    }
  }
}

}  // namespace annalist::ANNALIST_LANES
