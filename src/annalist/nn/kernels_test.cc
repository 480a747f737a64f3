#include "annalist/nn/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "annalist/nn/int8_linear.h"
#include "annalist/nn/lanes.h"

namespace annalist {
namespace {

namespace lanes = ANNALIST_LANES;

float first_of(lanes::F16 value) {
  float all[lanes::kLanes];
  lanes::store(all, value);
  return all[0];
}

TEST(Lanes, ExpAgainstTheLibrary) {
  for (float x = -86.0F; x <= 0.0F; x += 0.0137F) {
    const float expected = std::exp(x);
    EXPECT_NEAR(first_of(lanes::exp(lanes::splat(x))), expected, expected * 1e-6F) << x;
  }
  EXPECT_EQ(first_of(lanes::exp(lanes::splat(0.0F))), 1.0F);
  EXPECT_EQ(first_of(lanes::exp(lanes::splat(-100.0F))), 0.0F);
  EXPECT_EQ(first_of(lanes::exp(lanes::splat(-INFINITY))), 0.0F);
}

TEST(Lanes, GeluAgainstErf) {
  for (float x = -12.0F; x <= 12.0F; x += 0.0031F) {
    const double expected = 0.5 * static_cast<double>(x) * (1.0 + std::erf(static_cast<double>(x) / std::sqrt(2.0)));
    EXPECT_NEAR(static_cast<double>(first_of(lanes::gelu(lanes::splat(x)))), expected, 4e-5) << x;
  }
}

TEST(Lanes, Across) {
  const float all[] = {1, -2, 3, 4, 5, -6, 7, 8, 1, 1, 1, 1, 1, 1, 9, 1};
  EXPECT_EQ(lanes::sum(lanes::load(all)), 36.0F);
  EXPECT_EQ(lanes::smallest(lanes::load(all)), -6.0F);
  EXPECT_EQ(lanes::largest(lanes::load(all)), 9.0F);
}

// The kernels of each machine that this one can be.
class KernelsTest : public testing::TestWithParam<Machine> {
 protected:
  void SetUp() override {
    if (!is_supported(GetParam())) GTEST_SKIP() << "not on this machine";
  }
  const Kernels& fast() const { return kernels(GetParam()); }
};
INSTANTIATE_TEST_SUITE_P(Machines, KernelsTest, testing::ValuesIn(kMachines),
                         [](const auto& machine) { return std::string(kernels(machine.param).name); });

TEST_P(KernelsTest, AreCalledAsTheMachine) {
  const char* const names[] = {"avx2", "avx_vnni", "avx512", "avx512_vnni"};
  EXPECT_EQ(fast().name, names[static_cast<size_t>(GetParam())]);
}

TEST_P(KernelsTest, RowsComeBackToHalfAStep) {
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
    std::vector<float> values(16, row.values[7]);
    std::copy(row.values.begin(), row.values.end(), values.begin());
    uint8_t bytes[16];
    RowScale scale;
    fast().quantize(values.data(), 1, 16, bytes, &scale);
    EXPECT_GE(scale.zero, 0) << row.name;
    EXPECT_LE(scale.zero, 127) << row.name;
    for (size_t i = 0; i < 16; ++i) {
      EXPECT_LE(bytes[i], 127) << row.name;
      const float back = scale.scale * static_cast<float>(bytes[i] - scale.zero);
      EXPECT_NEAR(back, values[i], scale.scale * 1.01F) << row.name << " " << i;
    }
  }
}

TEST_P(KernelsTest, SumsAreExactAtTheEdges) {
  // 127 * 127 in pairs is what would saturate 16 bits if activations had 8.
  constexpr size_t kInputs = 64;
  QuantizedRows weights;
  weights.rows = 20;
  weights.columns = kInputs;
  weights.values.assign(weights.rows * kInputs, 127);
  for (size_t i = 0; i < kInputs; ++i) weights.values[kInputs + i] = -127;
  weights.scales.assign(weights.rows, 1.0F);
  const Int8Linear layer(weights, {});
  ASSERT_EQ(layer.outputs(), 32u);
  const std::vector<uint8_t> x(15 * kInputs, 127);
  const std::vector<RowScale> scales(15);
  for (size_t rows = 1; rows <= 15; ++rows) {
    std::vector<float> out(rows * 32);
    fast().linear(layer.packed(), {x.data(), scales.data(), rows}, out.data());
    for (size_t r = 0; r < rows; ++r) {
      EXPECT_EQ(out[r * 32], 127 * 127 * 64) << rows;
      EXPECT_EQ(out[r * 32 + 1], -127 * 127 * 64) << rows;
      EXPECT_EQ(out[r * 32 + 20], 0) << "padding";
    }
  }
}

// Random rows, weights and scales, and what a layer makes of them in plain loops.
struct PlainLayer {
  static constexpr size_t kInputs = 80, kOutputs = 150, kRows = 17;
  PlainLayer() {
    std::mt19937 random(11);
    std::uniform_real_distribution<float> some(-1.0F, 1.0F);
    weights.rows = kOutputs;
    weights.columns = kInputs;
    for (size_t i = 0; i < kOutputs * kInputs; ++i) weights.values.push_back(static_cast<int8_t>(static_cast<int>(random() % 255) - 127));
    for (size_t o = 0; o < kOutputs; ++o) {
      weights.scales.push_back(0.001F + 0.001F * std::fabs(some(random)));
      bias.push_back(some(random));
    }
    for (size_t i = 0; i < kRows * kInputs; ++i) x.push_back(static_cast<uint8_t>(random() % 128));
    for (size_t r = 0; r < kRows; ++r) scales.push_back({0.01F + 0.01F * std::fabs(some(random)), static_cast<int32_t>(random() % 128)});
  }
  double value(size_t r, size_t o) const {
    double total = 0;
    for (size_t i = 0; i < kInputs; ++i) {
      total += static_cast<double>((x[r * kInputs + i] - scales[r].zero) * weights.values[o * kInputs + i]);
    }
    return total * static_cast<double>(scales[r].scale) * static_cast<double>(weights.scales[o]) + static_cast<double>(bias[o]);
  }
  PackedRows rows() const { return {x.data(), scales.data(), kRows}; }
  QuantizedRows weights;
  std::vector<float> bias;
  std::vector<uint8_t> x;
  std::vector<RowScale> scales;
};

TEST_P(KernelsTest, LayersAgreeWithPlainLoops) {
  const PlainLayer plain;
  const Int8Linear layer(plain.weights, plain.bias);
  ASSERT_EQ(layer.outputs(), 160u);
  std::vector<float> out(PlainLayer::kRows * 160, 7.0F), added = out, bent = out;
  fast().linear(layer.packed(), plain.rows(), out.data());
  fast().linear_add(layer.packed(), plain.rows(), added.data());
  fast().linear_gelu(layer.packed(), plain.rows(), bent.data());
  for (size_t r = 0; r < PlainLayer::kRows; ++r) {
    for (size_t o = 0; o < 160; ++o) {
      const double value = o < PlainLayer::kOutputs ? plain.value(r, o) : 0.0;
      EXPECT_NEAR(static_cast<double>(out[r * 160 + o]), value, 1e-4) << r << " " << o;
      EXPECT_NEAR(static_cast<double>(added[r * 160 + o]), value + 7, 1e-4) << r << " " << o;
      EXPECT_NEAR(static_cast<double>(bent[r * 160 + o]), 0.5 * value * (1 + std::erf(value / std::sqrt(2.0))), 2e-4) << r << " " << o;
    }
  }
}

// Classes narrower than a panel, as wide, wider, and across panels' ends.
TEST_P(KernelsTest, BilinearFormsAgreeWithPlainLoops) {
  const PlainLayer plain;
  const Int8Linear layer(plain.weights, plain.bias);
  std::mt19937 random(12);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  for (const size_t width : {size_t{16}, size_t{48}, size_t{64}, size_t{128}}) {
    const size_t classes = PlainLayer::kOutputs / width;
    std::vector<float> heads(PlainLayer::kRows * width);
    for (float& value : heads) value = normal(random);
    std::vector<const float*> with;
    for (size_t r = 0; r < PlainLayer::kRows; ++r) with.push_back(heads.data() + r * width);
    std::vector<float> out(PlainLayer::kRows * classes, 3.0F);
    fast().bilinear(layer.packed(), plain.rows(), with.data(), width, classes, out.data());
    for (size_t r = 0; r < PlainLayer::kRows; ++r) {
      for (size_t c = 0; c < classes; ++c) {
        double expected = 3;
        for (size_t b = 0; b < width; ++b) expected += plain.value(r, c * width + b) * static_cast<double>(with[r][b]);
        EXPECT_NEAR(static_cast<double>(out[r * classes + c]), expected, 1e-3) << width << " " << r << " " << c;
      }
    }
  }
}

TEST_P(KernelsTest, NormAgreesWithThePlainFormula) {
  constexpr size_t kWidth = 48, kRows = 3;
  std::mt19937 random(13);
  std::normal_distribution<float> normal(2.0F, 3.0F);
  std::vector<float> x(kRows * kWidth), weight(kWidth), bias(kWidth);
  for (auto* values : {&x, &weight, &bias}) {
    for (float& value : *values) value = normal(random);
  }
  const std::vector<float> before = x;
  std::vector<uint8_t> bytes(kRows * kWidth);
  std::vector<RowScale> scales(kRows);
  fast().norm_and_quantize(x.data(), kRows, kWidth, weight.data(), bias.data(), 1e-12F, bytes.data(), scales.data());
  for (size_t r = 0; r < kRows; ++r) {
    double mean = 0, variance = 0;
    for (size_t i = 0; i < kWidth; ++i) mean += static_cast<double>(before[r * kWidth + i]) / kWidth;
    for (size_t i = 0; i < kWidth; ++i) variance += std::pow(static_cast<double>(before[r * kWidth + i]) - mean, 2) / kWidth;
    for (size_t i = 0; i < kWidth; ++i) {
      const double expected = (static_cast<double>(before[r * kWidth + i]) - mean) / std::sqrt(variance) * static_cast<double>(weight[i]) +
                              static_cast<double>(bias[i]);
      EXPECT_NEAR(static_cast<double>(x[r * kWidth + i]), expected, 1e-4) << r << " " << i;
      EXPECT_NEAR(scales[r].scale * static_cast<float>(bytes[r * kWidth + i] - scales[r].zero), x[r * kWidth + i], scales[r].scale * 1.01F);
    }
  }
}

TEST_P(KernelsTest, AttentionAgreesWithThePlainFormula) {
  constexpr size_t kHeads = 2, kHidden = kHeads * kHeadWidth;
  std::mt19937 random(5);
  std::normal_distribution<float> normal(0.0F, 1.0F);
  for (size_t rows : std::initializer_list<size_t>{1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 64}) {
    std::vector<float> qkv((rows + kRowsBeyond) * 3 * kHidden);
    for (float& value : qkv) value = normal(random);
    std::vector<float> out(rows * kHidden);
    std::vector<float> scratch(attention_floats(rows));
    fast().attend(qkv.data(), rows, kHidden, kHeads, scratch.data(), out.data());
    for (size_t r = 0; r < rows; ++r) {
      for (size_t h = 0; h < kHeads; ++h) {
        std::vector<double> weight(rows);
        double total = 0;
        for (size_t s = 0; s < rows; ++s) {
          double dot = 0;
          for (size_t d = 0; d < kHeadWidth; ++d) {
            dot += static_cast<double>(qkv[r * 3 * kHidden + h * kHeadWidth + d]) *
                   static_cast<double>(qkv[s * 3 * kHidden + kHidden + h * kHeadWidth + d]);
          }
          total += (weight[s] = std::exp(dot / std::sqrt(32.0)));
        }
        for (size_t d = 0; d < kHeadWidth; d += 5) {
          double expected = 0;
          for (size_t s = 0; s < rows; ++s) {
            expected += weight[s] / total * static_cast<double>(qkv[s * 3 * kHidden + 2 * kHidden + h * kHeadWidth + d]);
          }
          EXPECT_NEAR(static_cast<double>(out[r * kHidden + h * kHeadWidth + d]), expected, 1e-5) << rows << " " << r;
        }
      }
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
