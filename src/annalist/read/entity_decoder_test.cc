#include "annalist/read/entity_decoder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace annalist {
namespace {

const std::vector<std::string> kLabels = {"O", "B-person", "I-person", "B-place", "I-place"};

// Without the probabilities.
std::vector<Entity> decode(const EntityDecoder& decoder, const std::vector<float>& scores, int tokens) {
  std::vector<Entity> entities;
  for (const ScoredEntity& found : decoder.decode(scores, tokens)) entities.push_back({found.tokens, {}, found.kind});
  return entities;
}

EntityDecoder decoder() {
  Result<EntityDecoder> made = EntityDecoder::make(kLabels);
  EXPECT_TRUE(made.has_value());
  return *made;
}

TEST(EntityDecoder, UnknownLabelsAreRefused) {
  for (const std::vector<std::string>& labels :
       std::vector<std::vector<std::string>>{{"O", "B-animal"}, {"O", "X-person"}, {"B-person", "O"}, {"O", "person"}, {}}) {
    Result<EntityDecoder> made = EntityDecoder::make(labels);
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.error().code, ErrorCode::kBadConfiguration);
  }
}

TEST(EntityDecoder, Table) {
  struct Row {
    const char* name;
    std::vector<std::vector<float>> scores;
    std::vector<Entity> expected;
  };
  const Row rows[] = {
      {"nothing", {}, {}},
      {"none", {{5, 0, 0, 0, 0}, {5, 0, 0, 0, 0}}, {}},
      {"one of two words", {{0, 5, 0, 0, 0}, {0, 0, 5, 0, 0}, {5, 0, 0, 0, 0}}, {{{0, 2}, {}, EntityKind::kPerson}}},
      {"two side by side", {{0, 5, 0, 0, 0}, {0, 5, 0, 0, 0}}, {{{0, 1}, {}, EntityKind::kPerson}, {{1, 2}, {}, EntityKind::kPerson}}},
      {"touching names are dear", {{0, 5, 0, 0, 0}, {0, 5, 1.5, 0, 0}}, {{{0, 2}, {}, EntityKind::kPerson}}},
      {"of two kinds they are not",
       {{0, 5, 0, 0, 0}, {0, 0, 4.5, 5, 0}},
       {{{0, 1}, {}, EntityKind::kPerson}, {{1, 2}, {}, EntityKind::kPlace}}},
      {"no lone inside at the start", {{0, 1, 5, 0, 0}, {0, 0, 5, 0, 0}}, {{{0, 2}, {}, EntityKind::kPerson}}},
      {"one kind throughout", {{0, 5, 0, 4, 0}, {0, 0, 1, 0, 5}}, {{{0, 2}, {}, EntityKind::kPlace}}},
      {"a weak inside is no reason to begin", {{9, 0, 0, 0, 0}, {1, 0, 2, 0, 0}}, {}},
  };
  for (const Row& row : rows) {
    std::vector<float> flat;
    for (const std::vector<float>& one : row.scores) flat.insert(flat.end(), one.begin(), one.end());
    EXPECT_EQ(decode(decoder(), flat, static_cast<int>(row.scores.size())), row.expected) << row.name;
  }
}

TEST(EntityDecoder, TheMainKindsAgainstAllElse) {
  Result<EntityDecoder> made = EntityDecoder::make({"O", "B-organization", "I-organization", "B-other", "I-other"});
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(decode(*made, {2.0F, 2.5F, 0, 2.2F, 0}, 1), (std::vector<Entity>{{{0, 1}, {}, EntityKind::kOther}}));
  EXPECT_EQ(decode(*made, {2.3F, 2.5F, 0, 2.2F, 0}, 1), std::vector<Entity>{});
  EXPECT_EQ(decode(*made, {2.0F, 4.5F, 0, 2.2F, 0}, 1), (std::vector<Entity>{{{0, 1}, {}, EntityKind::kOrganization}}));
}

TEST(EntityDecoder, Probabilities) {
  const std::vector<ScoredEntity> found = decoder().decode(std::vector<float>{0, 0, -20, 5, -20}, 1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].probability, std::exp(5.0) / (2 + std::exp(5.0)), 1e-5);
}

// The best allowed sequence, found by trying all.
TEST(EntityDecoder, AsGoodAsTryingAll) {
  std::mt19937 random(3);
  std::normal_distribution<float> normal(0.0F, 2.0F);
  constexpr int kTokens = 4;
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<float> scores(kTokens * 5);
    for (float& score : scores) score = normal(random);
    float best = -std::numeric_limits<float>::infinity();
    std::vector<Entity> best_entities;
    for (int code = 0; code < 625; ++code) {
      std::vector<Entity> entities;
      float total = 0;
      bool allowed = true;
      int before = 0;
      for (int t = 0, rest = code; t < kTokens; ++t, rest /= 5) {
        const int label = rest % 5;
        total += scores[static_cast<size_t>(t * 5 + label)];
        if ((label == 1 || label == 3) && (before == label || before == label + 1)) total -= 4.0F;
        if (label == 1 || label == 3) entities.push_back({{t, t + 1}, {}, label == 1 ? EntityKind::kPerson : EntityKind::kPlace});
        if (label == 2 || label == 4) {
          allowed = allowed && (before == label || before == label - 1);
          if (!entities.empty()) ++entities.back().tokens.end;
        }
        before = label;
      }
      if (allowed && total > best) {
        best = total;
        best_entities = entities;
      }
    }
    EXPECT_EQ(decode(decoder(), scores, kTokens), best_entities) << trial;
  }
}

}  // namespace
}  // namespace annalist
