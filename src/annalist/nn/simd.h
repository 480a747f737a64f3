// Eight floats at a time (AVX2 and FMA, the oldest machine that annalist supports), and the two functions
// that the network needs of them. Every result depends on its inputs alone, not on the machine: only these
// instructions are used, in a fixed order.
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

namespace annalist::simd {

using F8 = __m256;
inline constexpr size_t kLanes = 8;

inline F8 load(const float* from) { return _mm256_loadu_ps(from); }
inline void store(float* to, F8 value) { _mm256_storeu_ps(to, value); }
inline F8 splat(float value) { return _mm256_set1_ps(value); }
inline F8 zero() { return _mm256_setzero_ps(); }
inline F8 multiply_add(F8 a, F8 b, F8 c) { return _mm256_fmadd_ps(a, b, c); }  // a * b + c
inline F8 min(F8 a, F8 b) { return _mm256_min_ps(a, b); }
inline F8 max(F8 a, F8 b) { return _mm256_max_ps(a, b); }

// Sum, smallest and largest of the lanes, always in the same order.
inline float sum(F8 v) {
  __m128 half = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  half = _mm_add_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}
inline float smallest(F8 v) {
  __m128 half = _mm_min_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  half = _mm_min_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_min_ss(half, _mm_movehdup_ps(half)));
}
inline float largest(F8 v) {
  __m128 half = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  half = _mm_max_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_max_ss(half, _mm_movehdup_ps(half)));
}

// e^x for x <= 0, relative error below 1e-6; 0 below -87. Cody and Waite's reduction to 2^n * e^r, |r| <=
// ln(2)/2, then a polynomial.
inline F8 exp(F8 x) {
  const F8 clamped = max(x, splat(-87.0F));
  const F8 n = _mm256_round_ps(clamped * splat(1.44269504F), _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  F8 r = multiply_add(n, splat(-0.693359375F), clamped);
  r = multiply_add(n, splat(2.12194440e-4F), r);
  F8 p = splat(1.3981999507e-3F);
  p = multiply_add(p, r, splat(8.3334519073e-3F));
  p = multiply_add(p, r, splat(4.1665795894e-2F));
  p = multiply_add(p, r, splat(1.6666665459e-1F));
  p = multiply_add(p, r, splat(5.0000001201e-1F));
  p = multiply_add(p, r * r, r + splat(1.0F));
  const __m256i power = _mm256_slli_epi32(_mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)), 23);
  const F8 value = p * _mm256_castsi256_ps(power);
  return _mm256_and_ps(value, _mm256_cmp_ps(x, splat(-87.0F), _CMP_GE_OQ));
}

// x * Phi(x), the exact (erf) GELU to within 2e-5: Phi(x) = 1/2 + x * P(x^2), P a Chebyshev fit over |x|
// <= 4.6, where Phi is 0 or 1 to 2e-6.
inline F8 gelu(F8 x) {
  constexpr float kEdge = 4.6F;
  constexpr float kFit[] = {0.15354330837726593F,  -0.07576658576726913F,  0.054152943193912506F, -0.04042080417275429F,
                            0.02929961122572422F,  -0.019925419241189957F, 0.011929363012313843F, -0.006333845667541027F,
                            0.004040664993226528F, -0.002666024025529623F, 0.0008420602534897625F};
  const F8 c = max(min(x, splat(kEdge)), splat(-kEdge));
  const F8 t = multiply_add(c * c, splat(2.0F / (kEdge * kEdge)), splat(-1.0F));
  F8 p = splat(kFit[10]);
  for (int i = 9; i >= 0; --i) p = multiply_add(p, t, splat(kFit[i]));
  return x * multiply_add(c, p, splat(0.5F));
}

}  // namespace annalist::simd
