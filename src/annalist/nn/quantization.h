// Rows of activations as unsigned 7-bit integers, each row with its own scale and zero point (dynamic quantisation per token):
// x ~= scale * (q - zero). Seven bits, 0..127, because CPUs without VNNI add pairs of products in 16 bits, where eight would saturate.
// 0 belongs to every row's range. Weights as signed 8-bit integers with one scale a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annalist {

struct RowScale {
  float scale = 1;
  int32_t zero = 0;
};

struct QuantizedRows {
  size_t rows = 0, columns = 0;
  std::vector<int8_t> values;  // [rows, columns]
  std::vector<float> scales;   // [rows]
};

// Appends one row: value = q * scale, q in -127..127.
void append_quantized_row(const float* x, size_t size, QuantizedRows& out);

}  // namespace annalist
