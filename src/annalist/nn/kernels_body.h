// The kernels of kernels.h in terms of lanes.h. Included by one file for each kind of machine and compiled for it; nothing of the standard
// library's is used here, so that no code compiled for one machine can serve another.
#pragma once

#include "annalist/nn/attention_body.h"
#include "annalist/nn/kernels.h"
#include "annalist/nn/lanes.h"

namespace annalist::ANNALIST_LANES {

constexpr size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

// sums[r][0..63] = x[r] . panel, for kRows rows.
template <size_t kRows>
void tile(const uint8_t* x, size_t inputs, const int8_t* panel, int32_t* sums) {
  constexpr size_t kFours = 4 * kLanes;
  for (size_t at = 0; at < kPanel; at += kTileLanes * kLanes) {
    I16 total[kRows][kTileLanes];
#pragma GCC unroll 6
    for (size_t r = 0; r < kRows; ++r) {
#pragma GCC unroll 4
      for (size_t v = 0; v < kTileLanes; ++v) total[r][v] = splat(0);
    }
    const int8_t* weights = panel + at * 4;
    for (size_t k = 0; k < inputs; k += 4, weights += 4 * kPanel) {
      B16 b[kTileLanes];
#pragma GCC unroll 4
      for (size_t v = 0; v < kTileLanes; ++v) b[v] = load_fours(weights + v * kFours);
#pragma GCC unroll 6
      for (size_t r = 0; r < kRows; ++r) {
        const B16 a = splat_four(x + r * inputs + k);
#pragma GCC unroll 4
        for (size_t v = 0; v < kTileLanes; ++v) total[r][v] = multiply_add(a, b[v], total[r][v]);
      }
    }
#pragma GCC unroll 6
    for (size_t r = 0; r < kRows; ++r) {
#pragma GCC unroll 4
      for (size_t v = 0; v < kTileLanes; ++v) store(sums + r * kPanel + at + v * kLanes, total[r][v]);
    }
  }
}

inline void tile_of(size_t rows, const uint8_t* x, size_t inputs, const int8_t* panel, int32_t* sums) {
  switch (rows) {
    case 1: return tile<1>(x, inputs, panel, sums);
    case 2: return tile<2>(x, inputs, panel, sums);
    case 3: return tile<3>(x, inputs, panel, sums);
    case 4: return tile<4>(x, inputs, panel, sums);
    case 5: return tile<smaller(5, kTileRows)>(x, inputs, panel, sums);
    default: return tile<kTileRows>(x, inputs, panel, sums);
  }
}

// The layer's values of one row, sixteen at a time.
struct Values {
  Values(const PackedLinear& layer_, const int32_t* sums_, size_t output_, RowScale row)
      : layer(layer_),
        sums(sums_),
        output(output_),
        count(smaller(kPanel, layer_.outputs - output_)),
        scale(splat(row.scale)),
        zero(splat(row.zero)) {}
  F16 operator()(size_t i) const {
    const size_t o = output + i;
    const I16 centred = load(sums + i) - zero * load(layer.weight_sums + o);
    return multiply_add(to_floats(centred), scale * load(layer.scales + o), load(layer.bias + o));
  }
  const PackedLinear& layer;
  const int32_t* sums;  // of `output` and the `count` - 1 after it
  size_t output;
  size_t count;  // of outputs in this panel, a multiple of 16
  F16 scale;
  I16 zero;
};

// Calls finish(row, first output, values) for each row and panel. A panel's weights stay in the nearest cache while all rows go by.
template <class Finish>
void product(const PackedLinear& layer, const PackedRows& x, const Finish& finish) {
  alignas(64) int32_t sums[kTileRows * kPanel];
  for (size_t panel = 0; panel < layer.outputs; panel += kPanel) {
    const int8_t* weights = layer.weights + panel * layer.inputs;
    for (size_t begin = 0; begin < x.rows; begin += kTileRows) {
      const size_t count = smaller(kTileRows, x.rows - begin);
      tile_of(count, x.values + begin * layer.inputs, layer.inputs, weights, sums);
      for (size_t r = 0; r < count; ++r) finish(begin + r, panel, Values(layer, sums + r * kPanel, panel, x.scales[begin + r]));
    }
  }
}

inline void linear(const PackedLinear& layer, const PackedRows& x, float* out) {
  product(layer, x, [&](size_t row, size_t panel, const Values& value) {
    float* to = out + row * layer.outputs + panel;
    for (size_t i = 0; i < value.count; i += kLanes) store(to + i, value(i));
  });
}

inline void linear_add(const PackedLinear& layer, const PackedRows& x, float* out) {
  product(layer, x, [&](size_t row, size_t panel, const Values& value) {
    float* to = out + row * layer.outputs + panel;
    for (size_t i = 0; i < value.count; i += kLanes) store(to + i, load(to + i) + value(i));
  });
}

inline void linear_gelu(const PackedLinear& layer, const PackedRows& x, float* out) {
  product(layer, x, [&](size_t row, size_t panel, const Values& value) {
    float* to = out + row * layer.outputs + panel;
    for (size_t i = 0; i < value.count; i += kLanes) store(to + i, gelu(value(i)));
  });
}

// A class's sums end within a panel, or go on in the next, where they are added up.
inline void bilinear(const PackedLinear& layer, const PackedRows& x, const float* const* with, size_t width, size_t classes, float* out) {
  product(layer, x, [&](size_t row, size_t panel, const Values& value) {
    size_t c = panel / width, b = panel % width;
    for (size_t i = 0; i < value.count && c < classes; ++c, b = 0) {
      F16 total = splat(0.0F);
      for (; b < width && i < value.count; b += kLanes, i += kLanes) total = multiply_add(value(i), load(with[row] + b), total);
      out[row * classes + c] += sum(total);
    }
  });
}

// The smallest and largest of what it is shown, 0 among it.
struct Range {
  void take(F16 value) {
    low = min(low, value);
    high = max(high, value);
  }
  F16 low = splat(0.0F), high = splat(0.0F);
};

inline RowScale quantize_row(const float* x, size_t width, const Range& range, uint8_t* out) {
  const float least = smallest(range.low), extent = largest(range.high) - least;
  RowScale row;
  if (!(extent > 1e-30F)) {
    for (size_t i = 0; i < width; ++i) out[i] = 0;
    return row;
  }
  row.scale = extent / 127.0F;
  const float inverse = 127.0F / extent;
  row.zero = _mm_cvtss_si32(_mm_set_ss(-least * inverse));
  const F16 factor = splat(inverse);
  const I16 zero = splat(row.zero);
  for (size_t i = 0; i < width; i += kLanes) store_bytes(out + i, load(x + i) * factor, zero);
  return row;
}

// (Two chains of sums, of smallest and of largest here and below: one alone would wait for itself.)
inline void quantize(const float* x, size_t rows, size_t width, uint8_t* bytes, RowScale* scales) {
  for (size_t r = 0; r < rows; ++r, x += width, bytes += width) {
    Range even, odd;
    size_t i = 0;
    for (; i + 2 * kLanes <= width; i += 2 * kLanes) {
      even.take(load(x + i));
      odd.take(load(x + i + kLanes));
    }
    if (i < width) even.take(load(x + i));
    even.take(odd.low);
    even.take(odd.high);
    scales[r] = quantize_row(x, width, even, bytes);
  }
}

inline void norm_and_quantize(float* x, size_t rows, size_t width, const float* weight, const float* bias, float eps, uint8_t* bytes,
                              RowScale* scales) {
  for (size_t r = 0; r < rows; ++r, x += width, bytes += width) {
    F16 even = splat(0.0F), odd = even;
    size_t i = 0;
    for (; i + 2 * kLanes <= width; i += 2 * kLanes) {
      even = even + load(x + i);
      odd = odd + load(x + i + kLanes);
    }
    if (i < width) even = even + load(x + i);
    const F16 centre = splat(sum(even + odd) / static_cast<float>(width));
    even = odd = splat(0.0F);
    for (i = 0; i + 2 * kLanes <= width; i += 2 * kLanes) {
      const F16 a = load(x + i) - centre, b = load(x + i + kLanes) - centre;
      even = multiply_add(a, a, even);
      odd = multiply_add(b, b, odd);
    }
    if (i < width) even = multiply_add(load(x + i) - centre, load(x + i) - centre, even);
    const float variance = sum(even + odd) / static_cast<float>(width) + eps;
    const F16 scale = splat(1.0F / _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(variance))));
    Range range;
    for (i = 0; i < width; i += kLanes) {
      const F16 value = multiply_add((load(x + i) - centre) * scale, load(weight + i), load(bias + i));
      range.take(value);
      store(x + i, value);
    }
    scales[r] = quantize_row(x, width, range, bytes);
  }
}

inline void dots(const float* x, const float* matrix, size_t rows, size_t width, float* out) {
  for (size_t r = 0; r < rows; ++r, matrix += width) {
    F16 total = splat(0.0F);
    for (size_t i = 0; i < width; i += kLanes) total = multiply_add(load(x + i), load(matrix + i), total);
    out[r] = sum(total);
  }
}

extern const Kernels kKernels;
constinit const Kernels kKernels = {
#if defined(__AVX512VNNI__)
    "avx512_vnni",
#elif defined(__AVX512BW__)
    "avx512",
#elif defined(__AVXVNNI__)
    "avx_vnni",
#else
    "avx2",
#endif
    linear,        linear_add, linear_gelu, bilinear, norm_and_quantize, quantize, dots, attend};

}  // namespace annalist::ANNALIST_LANES
