#include "annalist/read/tree_decoder.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace annalist {
namespace {

using Heads = std::vector<int32_t>;

// Scores of arcs among nodes 0..size-1, node 0 the root: at(dependent, head).
class ArcScores {
 public:
  explicit ArcScores(size_t size) : size_(size), scores_(size * size, -std::numeric_limits<double>::infinity()) {}
  size_t size() const { return size_; }
  double& at(size_t dependent, size_t head) { return scores_[dependent * size_ + head]; }
  double at(size_t dependent, size_t head) const { return scores_[dependent * size_ + head]; }

 private:
  size_t size_;
  std::vector<double> scores_;
};

Heads greedy_heads(const ArcScores& arcs) {
  Heads heads(arcs.size(), 0);
  for (size_t i = 1; i < arcs.size(); ++i) {
    size_t best = 0;
    for (size_t j = 1; j < arcs.size(); ++j) {
      if (j != i && arcs.at(i, j) > arcs.at(i, best)) best = j;
    }
    heads[i] = static_cast<int32_t>(best);
  }
  return heads;
}

// The nodes of one cycle, or none.
std::vector<size_t> find_cycle(const Heads& heads) {
  std::vector<size_t> seen_from(heads.size(), 0);  // the start of the walk that came by; 0: not yet
  for (size_t start = 1; start < heads.size(); ++start) {
    size_t node = start;
    while (node != 0 && seen_from[node] == 0) {
      seen_from[node] = start;
      node = static_cast<size_t>(heads[node]);
    }
    if (node == 0 || seen_from[node] != start) continue;
    std::vector<size_t> cycle{node};
    for (auto next = static_cast<size_t>(heads[node]); next != node; next = static_cast<size_t>(heads[next])) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// The best arborescence: greedy heads, and while they hold a cycle, the same over the graph with the cycle
// drawn into one node.
Heads arborescence(const ArcScores& arcs) {
  Heads heads = greedy_heads(arcs);
  const std::vector<size_t> cycle = find_cycle(heads);
  if (cycle.empty()) return heads;

  std::vector<bool> in_cycle(arcs.size(), false);
  for (size_t node : cycle) in_cycle[node] = true;
  std::vector<size_t> outer;  // new node -> old node, for those outside the cycle; the cycle is the last new node
  for (size_t node = 0; node < arcs.size(); ++node) {
    if (!in_cycle[node]) outer.push_back(node);
  }
  const size_t drawn = outer.size();
  ArcScores smaller(drawn + 1);
  std::vector<size_t> head_in_cycle(drawn), broken_by(drawn);
  for (size_t a = 0; a < drawn; ++a) {
    for (size_t b = 0; b < drawn; ++b) smaller.at(a, b) = arcs.at(outer[a], outer[b]);
    size_t best_head = cycle.front(), best_broken = cycle.front();
    auto gain = [&](size_t node) { return arcs.at(node, outer[a]) - arcs.at(node, static_cast<size_t>(heads[node])); };
    for (size_t node : cycle) {
      if (arcs.at(outer[a], node) > arcs.at(outer[a], best_head)) best_head = node;
      if (gain(node) > gain(best_broken)) best_broken = node;
    }
    head_in_cycle[a] = best_head;
    broken_by[a] = best_broken;
    smaller.at(a, drawn) = arcs.at(outer[a], best_head);
    smaller.at(drawn, a) = gain(best_broken);
  }
  const Heads inner = arborescence(smaller);
  for (size_t a = 1; a < drawn; ++a) {
    const auto head = static_cast<size_t>(inner[a]);
    heads[outer[a]] = static_cast<int32_t>(head == drawn ? head_in_cycle[a] : outer[head]);
  }
  const auto enters_from = static_cast<size_t>(inner[drawn]);
  heads[broken_by[enters_from]] = static_cast<int32_t>(outer[enters_from]);
  return heads;
}

size_t count_roots(const Heads& heads) { return static_cast<size_t>(std::count(heads.begin() + 1, heads.end(), 0)); }

}  // namespace

std::vector<int32_t> best_tree(std::span<const float> arcs, int tokens) {
  const auto n = static_cast<size_t>(tokens);
  assert(arcs.size() == n * (n + 1));
  if (n == 0) return {};
  ArcScores scores(n + 1);
  double lowest = 0, highest = 0;
  for (size_t i = 0; i < n; ++i) {
    for (size_t j = 0; j <= n; ++j) {
      if (j == i + 1) continue;
      const auto score = static_cast<double>(arcs[i * (n + 1) + j]);
      scores.at(i + 1, j) = score;
      lowest = std::min(lowest, score);
      highest = std::max(highest, score);
    }
  }
  Heads heads = greedy_heads(scores);
  if (count_roots(heads) != 1 || !find_cycle(heads).empty()) {
    const double penalty = 1 + static_cast<double>(n + 1) * (highest - lowest);
    for (size_t i = 1; i <= n; ++i) scores.at(i, 0) -= penalty;
    heads = arborescence(scores);
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace annalist
