// FNV-1a: the same everywhere.
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

inline uint32_t feature_hash(std::string_view text, uint32_t seed = 2166136261U) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 16777619U;
  return seed ^ (seed >> 15);
}

}  // namespace annalist
