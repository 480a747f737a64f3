#include "annalist/show/goldstein.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "annalist/show/goldstein_scale.h"

namespace annalist {
namespace {

TEST(Goldstein, GivesAValueOrThatOfTheParent) {
  const struct {
    const char* code;
    std::optional<int> tenths;
  } rows[] = {
      {"042", 19},  {"04", 10},   {"0874", 100}, {"0841", 70}, {"1823", -100}, {"1821", -90}, {"1829", -95}, {"099", -20}, {"2042", -100},
      {"166", -70}, {"016", -20}, {"190", -100}, {"", {}},     {"0", {}},      {"21", {}},    {"999", {}},   {"0421", 19}, {"04299", 19},
  };
  for (const auto& row : rows) EXPECT_EQ(goldstein_tenths(row.code), row.tenths) << row.code;
}

TEST(Goldstein, ScaleIsSortedAndWithinItsBounds) {
  for (size_t i = 0; i < kGoldsteinScale.size(); ++i) {
    if (i > 0) { EXPECT_LT(kGoldsteinScale[i - 1].code, kGoldsteinScale[i].code); }
    EXPECT_LE(std::abs(kGoldsteinScale[i].tenths), 100) << kGoldsteinScale[i].code;
  }
  // All twenty root codes of CAMEO.
  for (int root = 1; root <= 20; ++root) {
    const std::string code = (root < 10 ? "0" : "") + std::to_string(root);
    EXPECT_TRUE(goldstein_tenths(code)) << code;
  }
}

}  // namespace
}  // namespace annalist
