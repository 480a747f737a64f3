// Which stretches of text hold which others, in one pass over both.
#pragma once

#include <cstdint>
#include <vector>

namespace annalist {

struct Stretch {
  uint32_t begin = 0;
  uint32_t end = 0;
  int owner = 0;
};

// For each of the points the owners of the stretches that hold it whole, in the order of the owners, each once. Time grows with the
// stretches that are open at a point, not with all.
std::vector<std::vector<int>> owners_around(std::vector<Stretch> stretches, const std::vector<Stretch>& points);

}  // namespace annalist
