// The arithmetic that takes the network's time, once for each kind of machine: AVX2 and AVX-512, each with and without VNNI. All give the
// same bits: integer sums are exact, float sums have a fixed width and order (lanes.h). Activations are unsigned 7-bit integers
// (quantization.h), 0..127, since AVX2 sums pairs of products in 16 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "annalist/nn/quantization.h"

namespace annalist {

inline constexpr size_t kHeadWidth = 32;   // of attention
inline constexpr size_t kPanel = 64;       // outputs of a linear layer that lie together
inline constexpr size_t kRowsBeyond = 16;  // rows that attention may read past the last (what they hold does not matter)

// A linear layer's weights as the kernels take them: panels of 64 outputs (the last filled up with zeros), in each for every four inputs
// the four weights of each output, side by side: [panels][inputs / 4][64][4]. Its value: row.scale * scale * (sum - row.zero * weight_sum)
// + bias.
struct PackedLinear {
  size_t inputs = 0;   // a multiple of 4
  size_t outputs = 0;  // a multiple of 16
  const int8_t* weights = nullptr;
  const int32_t* weight_sums = nullptr;  // [outputs], as scales and bias
  const float* scales = nullptr;
  const float* bias = nullptr;
};

// Rows of activations.
struct PackedRows {
  const uint8_t* values = nullptr;  // [rows, inputs]
  const RowScale* scales = nullptr;
  size_t rows = 0;
};

// Memory of one thread for `attend`: floats for kHeadWidth + 4 rows of pieces, brought up to a multiple of 16.
constexpr size_t attention_floats(size_t rows) { return (kHeadWidth + 4) * ((rows + 15) / 16 * 16); }

struct Kernels {
  std::string_view name;  // "avx2", "avx_vnni", "avx512", "avx512_vnni"

  // out[r][o] = value, += value, = GELU of the value; out: [rows, outputs].
  void (*linear)(const PackedLinear& layer, const PackedRows& x, float* out);
  void (*linear_add)(const PackedLinear& layer, const PackedRows& x, float* out);
  void (*linear_gelu)(const PackedLinear& layer, const PackedRows& x, float* out);
  // A bilinear form with each class: out[r][c] += sum over b < width of value(c * width + b) * with[r][b]. width: a multiple of 16.
  void (*bilinear)(const PackedLinear& layer, const PackedRows& x, const float* const* with, size_t width, size_t classes, float* out);

  // Rows of floats, in place: layer norm (Ba, Kiros and Hinton 2016); quantised. width: a multiple of 16.
  void (*norm_and_quantize)(float* x, size_t rows, size_t width, const float* weight, const float* bias, float eps, uint8_t* bytes,
                            RowScale* scales);
  void (*quantize)(const float* x, size_t rows, size_t width, uint8_t* bytes, RowScale* scales);

  // out[r] = x . matrix[r], matrix: [rows, width], width a multiple of 16.
  void (*dots)(const float* x, const float* matrix, size_t rows, size_t width, float* out);

  // Scaled dot-product attention (Vaswani et al. 2017) over one sentence. qkv: [rows, 3 * hidden], each row's query, key and value side by
  // side, heads of kHeadWidth; out: [rows, hidden]; scratch: attention_floats(rows).
  void (*attend)(const float* qkv, size_t rows, size_t hidden, size_t heads, float* scratch, float* out);
};

// Machines by what they can, slowest first.
enum class Machine : uint8_t { kAvx2, kAvxVnni, kAvx512, kAvx512Vnni };
inline constexpr Machine kMachines[] = {Machine::kAvx2, Machine::kAvxVnni, Machine::kAvx512, Machine::kAvx512Vnni};
// Whether this machine can run them.
bool is_supported(Machine machine);
const Kernels& kernels(Machine machine);
// The fastest that this machine can run.
Machine fastest_machine();
// By the name of its kernels.
std::optional<Machine> machine_by_name(std::string_view name);

}  // namespace annalist
