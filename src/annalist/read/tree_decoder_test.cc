#include "annalist/read/tree_decoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace annalist {
namespace {

// The score of a choice of heads, or -infinity where it is no tree with one root.
double tree_score(const std::vector<float>& arcs, const std::vector<int32_t>& heads) {
  const size_t n = heads.size();
  double total = 0;
  int roots = 0;
  for (size_t i = 0; i < n; ++i) {
    if (heads[i] == static_cast<int32_t>(i + 1)) return -std::numeric_limits<double>::infinity();
    roots += heads[i] == 0 ? 1 : 0;
    total += static_cast<double>(arcs[i * (n + 1) + static_cast<size_t>(heads[i])]);
    size_t node = i, steps = 0;
    while (heads[node] != 0 && steps++ <= n) node = static_cast<size_t>(heads[node]) - 1;
    if (heads[node] != 0) return -std::numeric_limits<double>::infinity();
  }
  return roots == 1 ? total : -std::numeric_limits<double>::infinity();
}

double best_by_trying_all(const std::vector<float>& arcs, size_t n) {
  std::vector<int32_t> heads(n, 0);
  double best = -std::numeric_limits<double>::infinity();
  while (true) {
    best = std::max(best, tree_score(arcs, heads));
    size_t i = 0;
    while (i < n && heads[i] == static_cast<int32_t>(n)) heads[i++] = 0;
    if (i == n) return best;
    ++heads[i];
  }
}

TEST(BestTree, AsGoodAsTryingAll) {
  std::mt19937 random(11);
  for (int trial = 0; trial < 400; ++trial) {
    const size_t n = 1 + random() % 5;
    std::vector<float> arcs(n * (n + 1));
    // Whole numbers in some trials, so that there are ties; a root that everybody wants in others.
    std::normal_distribution<float> normal(0.0F, 3.0F);
    for (float& score : arcs) score = trial % 3 == 0 ? std::round(normal(random)) : normal(random);
    for (size_t i = 0; trial % 4 == 1 && i < n; ++i) arcs[i * (n + 1)] += 5.0F;
    const std::vector<int32_t> heads = best_tree(arcs, static_cast<int>(n));
    ASSERT_EQ(heads.size(), n);
    EXPECT_NEAR(tree_score(arcs, heads), best_by_trying_all(arcs, n), 1e-5) << "trial " << trial;
  }
}

TEST(BestTree, LargeGraphsAreTrees) {
  std::mt19937 random(12);
  std::normal_distribution<float> normal(0.0F, 3.0F);
  for (size_t n : {size_t{40}, size_t{254}}) {
    std::vector<float> arcs(n * (n + 1));
    for (float& score : arcs) score = normal(random);
    const std::vector<int32_t> heads = best_tree(arcs, static_cast<int>(n));
    EXPECT_GT(tree_score(arcs, heads), 0.0) << n;
    EXPECT_EQ(best_tree(arcs, static_cast<int>(n)), heads) << "the same every time";
  }
}

TEST(BestTree, EdgeCases) {
  EXPECT_TRUE(best_tree({}, 0).empty());
  const std::vector<float> one = {-5.0F, 9.0F};
  EXPECT_EQ(best_tree(one, 1), (std::vector<int32_t>{0}));
  const std::vector<float> equal(6, 0.0F);
  EXPECT_NE(tree_score(equal, best_tree(equal, 2)), -std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace annalist
