#include "annalist/understand/statements/covering.h"

#include <algorithm>

namespace annalist {

std::vector<std::vector<int>> owners_around(std::vector<Stretch> stretches, const std::vector<Stretch>& points) {
  const auto by_begin = [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; };
  std::stable_sort(stretches.begin(), stretches.end(), by_begin);
  std::vector<size_t> order(points.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return points[a].begin < points[b].begin; });
  std::vector<std::vector<int>> out(points.size());
  std::vector<Stretch> open;
  size_t next = 0;
  for (const size_t i : order) {
    const Stretch& point = points[i];
    while (next < stretches.size() && stretches[next].begin <= point.begin) open.push_back(stretches[next++]);
    std::erase_if(open, [&](const Stretch& s) { return s.end <= point.begin; });
    for (const Stretch& s : open) {
      if (s.end >= point.end) out[i].push_back(s.owner);
    }
    std::sort(out[i].begin(), out[i].end());
    out[i].erase(std::unique(out[i].begin(), out[i].end()), out[i].end());
  }
  return out;
}

}  // namespace annalist
