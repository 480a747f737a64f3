// Sixteen floats or 32-bit integers at a time, in what the file that includes this is compiled for: one register with AVX-512, two with
// AVX2. Every operation gives the same bits in both: lane by lane, or in a fixed order across lanes. Each compilation has a namespace of
// its own, so that the linker never takes one machine's code for another's.
#pragma once

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#if defined(__AVX512VNNI__)
#define ANNALIST_LANES avx512_vnni
#elif defined(__AVX512BW__)
#define ANNALIST_LANES avx512
#elif defined(__AVXVNNI__)
#define ANNALIST_LANES avx_vnni
#else
#define ANNALIST_LANES avx2
#endif

namespace annalist::ANNALIST_LANES {

inline constexpr size_t kLanes = 16;

// Sum, smallest and largest of eight lanes, always in the same order.
inline float sum_eight(__m256 v) {
  __m128 half = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  half = _mm_add_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_add_ss(half, _mm_movehdup_ps(half)));
}
inline float smallest_of_eight(__m256 v) {
  __m128 half = _mm_min_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  half = _mm_min_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_min_ss(half, _mm_movehdup_ps(half)));
}
inline float largest_of_eight(__m256 v) {
  __m128 half = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  half = _mm_max_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_max_ss(half, _mm_movehdup_ps(half)));
}

#if defined(__AVX512BW__)

struct F16 {
  __m512 v;
};
struct I16 {
  __m512i v;
};
inline F16 load(const float* from) { return {_mm512_loadu_ps(from)}; }
inline void store(float* to, F16 a) { _mm512_storeu_ps(to, a.v); }
inline F16 splat(float value) { return {_mm512_set1_ps(value)}; }
inline F16 operator+(F16 a, F16 b) { return {_mm512_add_ps(a.v, b.v)}; }
inline F16 operator-(F16 a, F16 b) { return {_mm512_sub_ps(a.v, b.v)}; }
inline F16 operator*(F16 a, F16 b) { return {_mm512_mul_ps(a.v, b.v)}; }
inline F16 min(F16 a, F16 b) { return {_mm512_min_ps(a.v, b.v)}; }
inline F16 max(F16 a, F16 b) { return {_mm512_max_ps(a.v, b.v)}; }
inline F16 multiply_add(F16 a, F16 b, F16 c) { return {_mm512_fmadd_ps(a.v, b.v, c.v)}; }  // a * b + c
inline F16 nearest(F16 a) { return {_mm512_roundscale_ps(a.v, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)}; }
// a where b >= c, else 0
inline F16 where_at_least(F16 b, F16 c, F16 a) { return {_mm512_maskz_mov_ps(_mm512_cmp_ps_mask(b.v, c.v, _CMP_GE_OQ), a.v)}; }
// a in the first `count` lanes, then `other`
inline F16 first_lanes(F16 a, size_t count, float other) {
  return {_mm512_mask_mov_ps(_mm512_set1_ps(other), static_cast<__mmask16>((1U << count) - 1U), a.v)};
}
// 2^n for whole n in -126..127
inline F16 power_of_two(F16 n) {
  return {_mm512_castsi512_ps(_mm512_slli_epi32(_mm512_add_epi32(_mm512_cvtps_epi32(n.v), _mm512_set1_epi32(127)), 23))};
}
inline float sum(F16 a) { return sum_eight(_mm256_add_ps(_mm512_castps512_ps256(a.v), _mm512_extractf32x8_ps(a.v, 1))); }
inline float smallest(F16 a) { return smallest_of_eight(_mm256_min_ps(_mm512_castps512_ps256(a.v), _mm512_extractf32x8_ps(a.v, 1))); }
inline float largest(F16 a) { return largest_of_eight(_mm256_max_ps(_mm512_castps512_ps256(a.v), _mm512_extractf32x8_ps(a.v, 1))); }

inline I16 load(const int32_t* from) { return {_mm512_loadu_si512(from)}; }
inline void store(int32_t* to, I16 a) { _mm512_storeu_si512(to, a.v); }
inline I16 splat(int32_t value) { return {_mm512_set1_epi32(value)}; }
inline I16 operator-(I16 a, I16 b) { return {_mm512_sub_epi32(a.v, b.v)}; }
inline I16 operator*(I16 a, I16 b) { return {_mm512_mullo_epi32(a.v, b.v)}; }
inline F16 to_floats(I16 a) { return {_mm512_cvtepi32_ps(a.v)}; }
// Sixteen bytes: a rounded to the nearest integer, plus zero, held within 0..127.
inline void store_bytes(uint8_t* to, F16 a, I16 zero) {
  const __m512i q = _mm512_add_epi32(_mm512_cvtps_epi32(a.v), zero.v);
  const __m512i held = _mm512_max_epi32(_mm512_min_epi32(q, _mm512_set1_epi32(127)), _mm512_setzero_si512());
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to), _mm512_cvtepi32_epi8(held));
}

// Sixteen times four 8-bit values side by side.
struct B16 {
  __m512i v;
};
inline B16 load_fours(const int8_t* from) { return {_mm512_loadu_si512(from)}; }
inline B16 splat_four(const uint8_t* from) {
  int32_t four;
  __builtin_memcpy(&four, from, sizeof four);
  return {_mm512_set1_epi32(four)};
}
// total + the sums of the products of each four; a holds 0..127. Without VNNI pairs are summed in 16 bits, which hold 2 * 127 * 127.
#if defined(__AVX512VNNI__)
inline I16 multiply_add(B16 a, B16 b, I16 total) { return {_mm512_dpbusd_epi32(total.v, a.v, b.v)}; }
#else
inline I16 multiply_add(B16 a, B16 b, I16 total) {
  return {_mm512_add_epi32(total.v, _mm512_madd_epi16(_mm512_maddubs_epi16(a.v, b.v), _mm512_set1_epi16(1)))};
}
#endif

// How much of a product, and of attention's products, the registers hold: rows by lanes of 16.
inline constexpr size_t kTileRows = 6, kTileLanes = 4, kQueryLanes = 2;

#else

struct F16 {
  __m256 a, b;
};
struct I16 {
  __m256i a, b;
};
inline F16 load(const float* from) { return {_mm256_loadu_ps(from), _mm256_loadu_ps(from + 8)}; }
inline void store(float* to, F16 x) {
  _mm256_storeu_ps(to, x.a);
  _mm256_storeu_ps(to + 8, x.b);
}
inline F16 splat(float value) { return {_mm256_set1_ps(value), _mm256_set1_ps(value)}; }
inline F16 operator+(F16 x, F16 y) { return {_mm256_add_ps(x.a, y.a), _mm256_add_ps(x.b, y.b)}; }
inline F16 operator-(F16 x, F16 y) { return {_mm256_sub_ps(x.a, y.a), _mm256_sub_ps(x.b, y.b)}; }
inline F16 operator*(F16 x, F16 y) { return {_mm256_mul_ps(x.a, y.a), _mm256_mul_ps(x.b, y.b)}; }
inline F16 min(F16 x, F16 y) { return {_mm256_min_ps(x.a, y.a), _mm256_min_ps(x.b, y.b)}; }
inline F16 max(F16 x, F16 y) { return {_mm256_max_ps(x.a, y.a), _mm256_max_ps(x.b, y.b)}; }
inline F16 multiply_add(F16 x, F16 y, F16 z) { return {_mm256_fmadd_ps(x.a, y.a, z.a), _mm256_fmadd_ps(x.b, y.b, z.b)}; }
inline F16 nearest(F16 x) {
  return {_mm256_round_ps(x.a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC),
          _mm256_round_ps(x.b, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC)};
}
inline F16 where_at_least(F16 y, F16 z, F16 x) {
  return {_mm256_and_ps(x.a, _mm256_cmp_ps(y.a, z.a, _CMP_GE_OQ)), _mm256_and_ps(x.b, _mm256_cmp_ps(y.b, z.b, _CMP_GE_OQ))};
}
inline F16 first_lanes(F16 x, size_t count, float other) {
  const __m256i number = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7), end = _mm256_set1_epi32(static_cast<int>(count));
  const __m256 low = _mm256_castsi256_ps(_mm256_cmpgt_epi32(end, number));
  const __m256 high = _mm256_castsi256_ps(_mm256_cmpgt_epi32(end, _mm256_add_epi32(number, _mm256_set1_epi32(8))));
  return {_mm256_blendv_ps(_mm256_set1_ps(other), x.a, low), _mm256_blendv_ps(_mm256_set1_ps(other), x.b, high)};
}
inline __m256 power_of_two_eight(__m256 n) {
  return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127)), 23));
}
inline F16 power_of_two(F16 n) { return {power_of_two_eight(n.a), power_of_two_eight(n.b)}; }
inline float sum(F16 x) { return sum_eight(_mm256_add_ps(x.a, x.b)); }
inline float smallest(F16 x) { return smallest_of_eight(_mm256_min_ps(x.a, x.b)); }
inline float largest(F16 x) { return largest_of_eight(_mm256_max_ps(x.a, x.b)); }

inline I16 load(const int32_t* from) {
  return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)), _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 8))};
}
inline void store(int32_t* to, I16 x) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), x.a);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 8), x.b);
}
inline I16 splat(int32_t value) { return {_mm256_set1_epi32(value), _mm256_set1_epi32(value)}; }
inline I16 operator-(I16 x, I16 y) { return {_mm256_sub_epi32(x.a, y.a), _mm256_sub_epi32(x.b, y.b)}; }
inline I16 operator*(I16 x, I16 y) { return {_mm256_mullo_epi32(x.a, y.a), _mm256_mullo_epi32(x.b, y.b)}; }
inline F16 to_floats(I16 x) { return {_mm256_cvtepi32_ps(x.a), _mm256_cvtepi32_ps(x.b)}; }
inline __m128i bytes_of_eight(__m256 x, __m256i zero) {
  const __m256i q = _mm256_add_epi32(_mm256_cvtps_epi32(x), zero);
  const __m256i held = _mm256_max_epi32(_mm256_min_epi32(q, _mm256_set1_epi32(127)), _mm256_setzero_si256());
  const __m128i words = _mm_packs_epi32(_mm256_castsi256_si128(held), _mm256_extracti128_si256(held, 1));
  return _mm_packus_epi16(words, words);
}
inline void store_bytes(uint8_t* to, F16 x, I16 zero) {
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to), bytes_of_eight(x.a, zero.a));
  _mm_storel_epi64(reinterpret_cast<__m128i*>(to + 8), bytes_of_eight(x.b, zero.b));
}

struct B16 {
  __m256i a, b;
};
inline B16 load_fours(const int8_t* from) {
  return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)), _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32))};
}
inline B16 splat_four(const uint8_t* from) {
  int32_t four;
  __builtin_memcpy(&four, from, sizeof four);
  return {_mm256_set1_epi32(four), _mm256_set1_epi32(four)};
}
#if defined(__AVXVNNI__)
inline I16 multiply_add(B16 x, B16 y, I16 total) {
  return {_mm256_dpbusd_avx_epi32(total.a, x.a, y.a), _mm256_dpbusd_avx_epi32(total.b, x.b, y.b)};
}
inline constexpr size_t kTileRows = 6, kTileLanes = 1, kQueryLanes = 1;
#else
inline __m256i products_of_eight(__m256i x, __m256i y) { return _mm256_madd_epi16(_mm256_maddubs_epi16(x, y), _mm256_set1_epi16(1)); }
inline I16 multiply_add(B16 x, B16 y, I16 total) {
  return {_mm256_add_epi32(total.a, products_of_eight(x.a, y.a)), _mm256_add_epi32(total.b, products_of_eight(x.b, y.b))};
}
inline constexpr size_t kTileRows = 4, kTileLanes = 1, kQueryLanes = 1;
#endif

#endif

// e^x for x <= 0, relative error below 1e-6; 0 below -87. Cody and Waite's reduction to 2^n * e^r, |r| <= ln(2)/2, then a polynomial.
inline F16 exp(F16 x) {
  const F16 clamped = max(x, splat(-87.0F));
  const F16 n = nearest(clamped * splat(1.44269504F));
  F16 r = multiply_add(n, splat(-0.693359375F), clamped);
  r = multiply_add(n, splat(2.12194440e-4F), r);
  F16 p = splat(1.3981999507e-3F);
  p = multiply_add(p, r, splat(8.3334519073e-3F));
  p = multiply_add(p, r, splat(4.1665795894e-2F));
  p = multiply_add(p, r, splat(1.6666665459e-1F));
  p = multiply_add(p, r, splat(5.0000001201e-1F));
  p = multiply_add(p, r * r, r + splat(1.0F));
  return where_at_least(x, splat(-87.0F), p * power_of_two(n));
}

// x * Phi(x), the exact (erf) GELU to within 2e-5: Phi(x) = 1/2 + x * P(x^2), P a Chebyshev fit over |x| <= 4.6, where Phi is 0 or 1 to
// 2e-6.
inline F16 gelu(F16 x) {
  constexpr float kEdge = 4.6F;
  constexpr float kFit[] = {0.15354330837726593F,  -0.07576658576726913F,  0.054152943193912506F, -0.04042080417275429F,
                            0.02929961122572422F,  -0.019925419241189957F, 0.011929363012313843F, -0.006333845667541027F,
                            0.004040664993226528F, -0.002666024025529623F, 0.0008420602534897625F};
  const F16 c = max(min(x, splat(kEdge)), splat(-kEdge));
  const F16 t = multiply_add(c * c, splat(2.0F / (kEdge * kEdge)), splat(-1.0F));
  F16 p = splat(kFit[10]);
#pragma GCC unroll 10
  for (int i = 9; i >= 0; --i) p = multiply_add(p, t, splat(kFit[i]));
  return x * multiply_add(c, p, splat(0.5F));
}

}  // namespace annalist::ANNALIST_LANES
