#include "annalist/nn/quantization.h"

#include <algorithm>
#include <cmath>

namespace annalist {

void append_quantized_row(const float* x, size_t size, QuantizedRows& out) {
  float largest = 0;
  for (size_t i = 0; i < size; ++i) largest = std::max(largest, std::fabs(x[i]));
  const float scale = largest > 0 ? largest / 127.0F : 1.0F;
  for (size_t i = 0; i < size; ++i) { out.values.push_back(static_cast<int8_t>(std::clamp(std::lrintf(x[i] / scale), -127L, 127L))); }
  out.scales.push_back(scale);
  out.columns = size;
  ++out.rows;
}

}  // namespace annalist
