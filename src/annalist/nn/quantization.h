// Rows of activations as unsigned 7-bit integers, each row with its own scale and zero point (dynamic
// quantisation per token): x ~= scale * (q - zero). Seven bits, 0..127, because CPUs without VNNI add pairs
// of products in 16 bits, where eight would saturate.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annalist {

struct RowScale {
  float scale = 1;
  int32_t zero = 0;
};

// REQUIRES: size is a multiple of 8
RowScale quantize_row(const float* x, size_t size, uint8_t* out);
// The same where the smallest and largest value are known already; 0 belongs to the range. REQUIRES: low <= 0
// <= high
RowScale quantize_row(const float* x, size_t size, float low, float high, uint8_t* out);

// Signed 8-bit weights with one scale a row.
struct QuantizedRows {
  size_t rows = 0, columns = 0;
  std::vector<int8_t> values;  // [rows, columns]
  std::vector<float> scales;   // [rows]
};

// Appends one row: value = q * scale, q in -127..127.
void append_quantized_row(const float* x, size_t size, QuantizedRows& out);

}  // namespace annalist
