// Scaled dot-product attention over one sentence (Vaswani et al. 2017), fp32.
#pragma once

#include <cstddef>
#include <vector>

namespace annalist {

// Scratch memory, one a thread.
struct AttentionScratch {
  std::vector<float> keys, weights;
};

// qkv: [rows, 3 * hidden], each row's query, key and value side by side; out: [rows, hidden].
// REQUIRES: hidden / heads is 32; 7 more rows of qkv may be read (what they hold does not matter).
void attend(const float* qkv, size_t rows, size_t hidden, size_t heads, AttentionScratch& scratch, float* out);

inline constexpr size_t kHeadWidth = 32;

}  // namespace annalist
