#include "annalist/nn/simd.h"

#include <gtest/gtest.h>

#include <cmath>

#include "annalist/nn/quantization.h"

namespace annalist {
namespace {

float first_of(simd::F8 value) {
  float lanes[simd::kLanes];
  simd::store(lanes, value);
  return lanes[0];
}

TEST(Simd, ExpAgainstTheLibrary) {
  for (float x = -86.0F; x <= 0.0F; x += 0.0137F) {
    const float expected = std::exp(x);
    EXPECT_NEAR(first_of(simd::exp(simd::splat(x))), expected, expected * 1e-6F) << x;
  }
  EXPECT_EQ(first_of(simd::exp(simd::splat(0.0F))), 1.0F);
  EXPECT_EQ(first_of(simd::exp(simd::splat(-100.0F))), 0.0F);
  EXPECT_EQ(first_of(simd::exp(simd::splat(-INFINITY))), 0.0F);
}

TEST(Simd, GeluAgainstErf) {
  for (float x = -12.0F; x <= 12.0F; x += 0.0031F) {
    const double expected = 0.5 * static_cast<double>(x) * (1.0 + std::erf(static_cast<double>(x) / std::sqrt(2.0)));
    EXPECT_NEAR(static_cast<double>(first_of(simd::gelu(simd::splat(x)))), expected, 4e-5) << x;
  }
}

TEST(Simd, AcrossLanes) {
  const float lanes[] = {1, -2, 3, 4, 5, -6, 7, 8};
  EXPECT_EQ(simd::sum(simd::load(lanes)), 20.0F);
  EXPECT_EQ(simd::smallest(simd::load(lanes)), -6.0F);
  EXPECT_EQ(simd::largest(simd::load(lanes)), 8.0F);
}

TEST(Quantization, RowsComeBackToHalfAStep) {
  struct Row {
    const char* name;
    std::vector<float> values;
  };
  const Row rows[] = {{"both signs", {-1, 0, 0.5F, 2, 1.7F, -0.3F, 0.01F, 1}},
                      {"all positive", {1, 2, 3, 4, 5, 6, 7, 8}},
                      {"all negative", {-1, -2, -3, -4, -5, -6, -7, -8}},
                      {"outlier", {100, 0.1F, 0.2F, 0.3F, -0.4F, 0, 0, 0}},
                      {"zero", {0, 0, 0, 0, 0, 0, 0, 0}}};
  for (const Row& row : rows) {
    uint8_t bytes[8];
    const RowScale scale = quantize_row(row.values.data(), 8, bytes);
    EXPECT_GE(scale.zero, 0) << row.name;
    EXPECT_LE(scale.zero, 127) << row.name;
    for (size_t i = 0; i < 8; ++i) {
      EXPECT_LE(bytes[i], 127) << row.name;
      const float back = scale.scale * static_cast<float>(bytes[i] - scale.zero);
      EXPECT_NEAR(back, row.values[i], scale.scale * 1.01F) << row.name << " " << i;
    }
  }
}

TEST(Quantization, WeightRows) {
  QuantizedRows rows;
  const float values[] = {-2, 1, 0, 0.5F};
  append_quantized_row(values, 4, rows);
  EXPECT_EQ(rows.values, (std::vector<int8_t>{-127, 64, 0, 32}));
  EXPECT_FLOAT_EQ(rows.scales[0], 2.0F / 127.0F);
  const float nothing[] = {0, 0, 0, 0};
  append_quantized_row(nothing, 4, rows);
  EXPECT_EQ(rows.rows, 2u);
  EXPECT_EQ(rows.values[4], 0);
}

}  // namespace
}  // namespace annalist
