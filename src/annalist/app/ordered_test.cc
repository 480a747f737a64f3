#include "annalist/app/ordered.h"

#include <gtest/gtest.h>

#include "annalist/base/files.h"

namespace annalist {
namespace {

constexpr int kLines = 600;
constexpr int kBadEvery = 17;

// JSON lines, every 17th of them none.
std::string write_lines() {
  const std::string path = testing::TempDir() + "annalist_ordered_test.jsonl";
  std::string lines;
  for (int i = 1; i <= kLines; ++i) lines += i % kBadEvery == 0 ? "{bad\n" : "{\"text\": \"Line " + std::to_string(i) + ".\"}\n";
  EXPECT_TRUE(write_file(path, lines));
  return path;
}

// Results by the number of their line, until `stop` of them have come (0: all).
std::vector<int> run(int jobs, uint64_t most, size_t stop) {
  ArticleStream articles({write_lines()}, {});
  std::vector<int> seen;
  run_ordered<int>(
      articles, jobs, most,
      [](const RawArticle& raw) -> Result<int> {
        const int line = std::stoi(raw.path.substr(raw.path.rfind(':') + 1));
        auto document = make_document(raw, {});
        if (!document) return document.error();
        return line;
      },
      [&](Result<int> result) {
        const std::string where = result ? "" : result.error().where;
        seen.push_back(result ? *result : -std::stoi(where.substr(where.rfind(':') + 1)));
        return seen.size() != stop;
      });
  return seen;
}

TEST(Ordered, GivesEveryResultInOrderOnAnyNumberOfThreads) {
  for (const int jobs : {1, 2, 8}) {
    for (const uint64_t most : {uint64_t{1}, uint64_t{64}}) {
      const std::vector<int> seen = run(jobs, most, 0);
      ASSERT_EQ(seen.size(), static_cast<size_t>(kLines)) << jobs << " threads, at most " << most;
      for (int i = 1; i <= kLines; ++i) {
        EXPECT_EQ(seen[static_cast<size_t>(i - 1)], i % kBadEvery == 0 ? -i : i) << jobs << " threads, at most " << most;
      }
    }
  }
}

TEST(Ordered, EndsWhenTheSinkSaysSo) {
  for (const int jobs : {1, 2, 8}) {
    for (const size_t stop : {size_t{1}, size_t{16}, size_t{599}}) EXPECT_EQ(run(jobs, 64, stop).size(), stop) << jobs << " threads";
  }
}

}  // namespace
}  // namespace annalist
