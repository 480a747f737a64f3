#include "annalist/app/progress.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(Progress, TimeLeftOfASteadyRun) {
  Progress progress(1'000'000);
  EXPECT_FALSE(progress.seconds_left());
  for (int i = 1; i <= 60; ++i) progress.update(i, static_cast<uint64_t>(10 * i), static_cast<uint64_t>(1000 * i));
  EXPECT_DOUBLE_EQ(progress.documents_a_second(), 10);
  ASSERT_TRUE(progress.seconds_left());
  EXPECT_DOUBLE_EQ(*progress.seconds_left(), 940);
  EXPECT_EQ(progress.line(), "600 documents, 10 a second, 6%, 16 min left");
}

TEST(Progress, AChangeOfPaceIsForgottenInTwoMinutes) {
  Progress progress(10'000'000);
  // A rerun steps over what it has read, and then reads.
  double at = 0;
  uint64_t bytes = 0;
  for (; at < 30; at += 0.25) progress.update(at, 0, bytes += 50'000);
  for (; at < 160; at += 0.25) progress.update(at, 0, bytes += 250);
  const double true_left = static_cast<double>(10'000'000 - bytes) / 1000;
  EXPECT_NEAR(*progress.seconds_left(), true_left, 0.02 * true_left);
}

TEST(Progress, WithoutATotal) {
  Progress progress;
  progress.update(2, 3, 500);
  EXPECT_FALSE(progress.seconds_left());
  EXPECT_EQ(progress.line(), "3 documents, 1.5 a second");
}

TEST(DurationText, InWordsOfItsSize) {
  EXPECT_EQ(duration_text(0), "0 s");
  EXPECT_EQ(duration_text(89), "89 s");
  EXPECT_EQ(duration_text(170), "3 min");
  EXPECT_EQ(duration_text(7800), "2 h 10 min");
}

}  // namespace
}  // namespace annalist
