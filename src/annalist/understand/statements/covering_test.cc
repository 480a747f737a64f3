#include "annalist/understand/statements/covering.h"

#include <gtest/gtest.h>

#include <set>

namespace annalist {
namespace {

TEST(Covering, HoldsWhole) {
  const auto owners = owners_around({{0, 10, 0}, {5, 20, 1}, {20, 30, 0}}, {{6, 8, 0}, {8, 12, 0}, {22, 23, 0}, {31, 32, 0}, {6, 7, 0}});
  EXPECT_EQ(owners, (std::vector<std::vector<int>>{{0, 1}, {1}, {0}, {}, {0, 1}}));
}

TEST(Covering, NothingToHold) {
  EXPECT_TRUE(owners_around({}, {}).empty());
  EXPECT_EQ(owners_around({}, {{1, 2, 0}}), (std::vector<std::vector<int>>{{}}));
}

// The same as trying every pair.
TEST(Covering, AgreesWithEveryPair) {
  uint32_t state = 3;
  const auto next = [&](uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<Stretch> stretches, points;
    for (int i = 0; i < 12; ++i) {
      const uint32_t begin = next(40);
      stretches.push_back({begin, begin + 1 + next(15), static_cast<int>(next(5))});
      const uint32_t at = next(50);
      points.push_back({at, at + 1 + next(4), 0});
    }
    const auto owners = owners_around(stretches, points);
    for (size_t p = 0; p < points.size(); ++p) {
      std::set<int> expected;
      for (const Stretch& s : stretches) {
        if (s.begin <= points[p].begin && s.end >= points[p].end) expected.insert(s.owner);
      }
      EXPECT_EQ(owners[p], std::vector<int>(expected.begin(), expected.end()));
    }
  }
}

}  // namespace
}  // namespace annalist
