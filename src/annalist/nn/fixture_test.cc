// The trained weights against the outputs that the training program wrote down for them
// (training/fixture.py): the same pieces, the same scores in fp32, and the same decisions in int8.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "annalist/nn/fast_network.h"
#include "annalist/nn/reference_network.h"
#include "annalist/nn/wordpiece.h"

namespace annalist {
namespace {

const std::string kModels = std::string(ANNALIST_SOURCE_DIR) + "/models/";

class FixtureTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const std::string path = kModels + GetParam();
    Result<std::string> text = read_file(path + ".fixture.json");
    ASSERT_TRUE(text.has_value()) << text.error().text();
    fixture_ = nlohmann::json::parse(*text);
    Result<WeightsFile> file = WeightsFile::open(path + ".weights");
    ASSERT_TRUE(file.has_value()) << file.error().text();
    file_ = std::move(*file);
    Result<NetworkWeights> weights = network_weights(file_);
    ASSERT_TRUE(weights.has_value()) << weights.error().text();
    weights_ = *weights;
    for (const nlohmann::json& one : fixture_) {
      sentences_.push_back(
          {one["pieces"].get<std::vector<int32_t>>(), one["cases"].get<std::vector<uint8_t>>(), one["first"].get<std::vector<int32_t>>()});
    }
    ASSERT_FALSE(sentences_.empty());
  }

  static std::vector<float> flat(const nlohmann::json& rows) {
    std::vector<float> out;
    for (const nlohmann::json& row : rows) {
      for (const nlohmann::json& value : row) out.push_back(value.get<float>());
    }
    return out;
  }

  static void expect_near(const nlohmann::json& expected_rows, const std::vector<float>& found, const char* what) {
    const std::vector<float> expected = flat(expected_rows);
    ASSERT_EQ(expected.size(), found.size()) << what;
    for (size_t i = 0; i < expected.size(); ++i)
      EXPECT_NEAR(expected[i], found[i], 2e-3F + std::fabs(expected[i]) * 1e-3F) << what << " " << i;
  }

  nlohmann::json fixture_;
  WeightsFile file_;
  NetworkWeights weights_;
  std::vector<PieceSentence> sentences_;
};

TEST_P(FixtureTest, TheSamePieces) {
  const TensorView* vocabulary = file_.find("vocab");
  ASSERT_NE(vocabulary, nullptr);
  const WordPiece wordpiece(std::string_view(vocabulary->data, vocabulary->bytes));
  for (size_t s = 0; s < sentences_.size(); ++s) {
    PieceSentence found{{wordpiece.cls()}, {0}, {}};
    for (const nlohmann::json& token : fixture_[s]["tokens"]) {
      const auto form = token.get<std::string>();
      found.first.push_back(static_cast<int32_t>(found.pieces.size()));
      const int count = wordpiece.append_pieces(form, found.pieces);
      found.cases.insert(found.cases.end(), static_cast<size_t>(count), static_cast<uint8_t>(case_class(form)));
    }
    found.pieces.push_back(wordpiece.sep());
    found.cases.push_back(0);
    EXPECT_EQ(found.pieces, sentences_[s].pieces) << s;
    EXPECT_EQ(found.cases, sentences_[s].cases) << s;
    EXPECT_EQ(found.first, sentences_[s].first) << s;
  }
}

TEST_P(FixtureTest, TheReferenceGivesTheSameScores) {
  const ReferenceNetwork network(weights_);
  const std::vector<SentenceScores> scores = network.score(sentences_);
  std::vector<std::vector<int32_t>> heads;
  for (const nlohmann::json& one : fixture_) heads.push_back(one["head"].get<std::vector<int32_t>>());
  const std::vector<std::vector<float>> labels = network.label(scores, heads);
  for (size_t s = 0; s < sentences_.size(); ++s) {
    expect_near(fixture_[s]["upos"], scores[s].upos, "upos");
    expect_near(fixture_[s]["ner"], scores[s].ner, "ner");
    expect_near(fixture_[s]["arc"], scores[s].arcs, "arc");
    expect_near(fixture_[s]["label"], labels[s], "label");
    if (fixture_[s].contains("fact")) expect_near({fixture_[s]["fact"]}, scores[s].facts, "fact");

    const auto hidden = static_cast<size_t>(file_.config().hidden);
    const std::vector<float> encoded = network.encode(sentences_[s]);
    std::vector<int32_t> rows = {0};
    rows.insert(rows.end(), sentences_[s].first.begin(), sentences_[s].first.end());
    for (size_t r = 0; r < rows.size(); ++r) {
      const auto& expected = fixture_[s]["hidden"][r];
      for (size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(expected[i].get<float>(), encoded[static_cast<size_t>(rows[r]) * hidden + i], 1e-3F) << s << " " << r;
      }
    }
  }
}

TEST_P(FixtureTest, TheFastNetworkDecidesTheSame) {
  Result<std::unique_ptr<FastNetwork>> network = FastNetwork::make(weights_);
  ASSERT_TRUE(network.has_value()) << network.error().text();
  const std::vector<SentenceScores> scores = (*network)->score(sentences_);
  int all = 0, same = 0;
  auto compare = [&](const nlohmann::json& best, const std::vector<float>& found, const std::vector<std::string>& names) {
    const auto width = static_cast<std::ptrdiff_t>(names.size());
    for (size_t i = 0; i < best.size(); ++i) {
      const auto row = found.begin() + static_cast<std::ptrdiff_t>(i) * width;
      ++all;
      same += names[static_cast<size_t>(std::max_element(row, row + width) - row)] == best[i].get<std::string>() ? 1 : 0;
    }
  };
  std::vector<std::vector<int32_t>> heads;
  for (const nlohmann::json& one : fixture_) heads.push_back(one["head"].get<std::vector<int32_t>>());
  const std::vector<std::vector<float>> labels = (*network)->label(scores, heads);
  for (size_t s = 0; s < sentences_.size(); ++s) {
    const nlohmann::json& best = fixture_[s]["best"];
    compare(best["upos"], scores[s].upos, file_.labels().upos);
    compare(best["feats"], scores[s].feats, file_.labels().feats);
    compare(best["lemma"], scores[s].lemma, file_.labels().lemma);
    compare(best["ner"], scores[s].ner, file_.labels().ner);
    compare(best["deprel"], labels[s], file_.labels().deprel);
  }
  EXPECT_GT(all, 100);
  EXPECT_GE(same, all - all / 50) << "decisions that quantisation turned: " << all - same << " of " << all;
}

INSTANTIATE_TEST_SUITE_P(Models, FixtureTest, testing::Values("reader", "reader.fast"),
                         [](const auto& model) { return std::string(model.param) == "reader" ? "Full" : "Fast"; });

}  // namespace
}  // namespace annalist
