#include "annalist/nn/fast_network.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <thread>

#include "annalist/base/sha256.h"
#include "annalist/nn/reference_network.h"
#include "annalist/nn/test_weights.h"

namespace annalist {
namespace {

using testing_weights::random_sentences;

// A small network of random weights, fast and as reference.
class FastNetworkTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = testing::TempDir() + "annalist-network-" + std::to_string(::getpid());
    ASSERT_TRUE(write_file(path_, testing_weights::Builder().bytes()).has_value());
    Result<WeightsFile> file = WeightsFile::open(path_);
    ASSERT_TRUE(file.has_value()) << file.error().text();
    file_ = std::move(*file);
    Result<NetworkWeights> weights = network_weights(file_);
    ASSERT_TRUE(weights.has_value()) << weights.error().text();
    reference_ = std::make_unique<ReferenceNetwork>(*weights);
    Result<std::unique_ptr<FastNetwork>> fast = FastNetwork::make(*weights);
    ASSERT_TRUE(fast.has_value()) << fast.error().text();
    fast_ = std::move(*fast);
  }
  void TearDown() override { std::filesystem::remove(path_); }

  static std::vector<std::vector<int32_t>> some_heads(const std::vector<SentenceScores>& scores) {
    std::vector<std::vector<int32_t>> heads;
    for (const SentenceScores& one : scores) {
      std::vector<int32_t> of_one;
      for (int i = 0; i < one.tokens; ++i) of_one.push_back((i * 7) % (one.tokens + 1));
      heads.push_back(std::move(of_one));
    }
    return heads;
  }

  // Everything that the network says about the sentences, to the bit.
  static std::string digest(std::span<const PieceSentence> sentences, const FastNetwork& network) {
    const std::vector<SentenceScores> scores = network.score(sentences);
    std::string bytes;
    auto add = [&](const std::vector<float>& values) {
      bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
    };
    for (const SentenceScores& one : scores) {
      for (const auto* values : {&one.upos, &one.feats, &one.lemma, &one.ner, &one.arcs, &one.label_dep, &one.label_head, &one.facts}) {
        add(*values);
      }
    }
    for (const std::vector<float>& values : network.label(scores, some_heads(scores))) add(values);
    return sha256_hex(bytes);
  }

  std::string path_;
  WeightsFile file_;
  std::unique_ptr<ReferenceNetwork> reference_;
  std::unique_ptr<FastNetwork> fast_;
};

// The mean difference of the two over the mean size of the reference's values.
double relative_difference(const std::vector<float>& reference, const std::vector<float>& fast) {
  EXPECT_EQ(reference.size(), fast.size());
  double difference = 0, size = 1e-9;
  for (size_t i = 0; i < std::min(reference.size(), fast.size()); ++i) {
    difference += static_cast<double>(std::fabs(reference[i] - fast[i]));
    size += static_cast<double>(std::fabs(reference[i]));
  }
  return difference / size;
}

TEST_F(FastNetworkTest, AgreesWithTheReference) {
  const std::vector<PieceSentence> sentences = random_sentences(30, 1, 12, 40);
  const std::vector<SentenceScores> slow = reference_->score(sentences), fast = fast_->score(sentences);
  const auto heads = some_heads(slow);
  const auto slow_labels = reference_->label(slow, heads), fast_labels = fast_->label(fast, heads);
  ASSERT_EQ(slow.size(), fast.size());
  std::vector<float> slow_facts, fast_facts;  // one number a word: too few in one sentence
  for (size_t s = 0; s < slow.size(); ++s) {
    EXPECT_EQ(slow[s].tokens, fast[s].tokens);
    if (slow[s].tokens == 0) continue;
    constexpr double kTolerance = 0.1;  // 7 bits, two layers of random weights; short sentences vary most
    EXPECT_LT(relative_difference(slow[s].upos, fast[s].upos), kTolerance) << s;
    EXPECT_LT(relative_difference(slow[s].feats, fast[s].feats), kTolerance) << s;
    EXPECT_LT(relative_difference(slow[s].lemma, fast[s].lemma), kTolerance) << s;
    EXPECT_LT(relative_difference(slow[s].ner, fast[s].ner), kTolerance) << s;
    ASSERT_EQ(fast[s].facts.size(), static_cast<size_t>(fast[s].tokens));
    slow_facts.insert(slow_facts.end(), slow[s].facts.begin(), slow[s].facts.end());
    fast_facts.insert(fast_facts.end(), fast[s].facts.begin(), fast[s].facts.end());
    EXPECT_LT(relative_difference(slow[s].arcs, fast[s].arcs), kTolerance) << s;
    EXPECT_LT(relative_difference(slow_labels[s], fast_labels[s]), kTolerance) << s;
  }
  EXPECT_LT(relative_difference(slow_facts, fast_facts), 0.1);
}

TEST_F(FastNetworkTest, ASentenceScoresTheSameAloneAndInCompany) {
  const std::vector<PieceSentence> sentences = random_sentences(60, 2, 12, 46);
  const std::vector<SentenceScores> together = fast_->score(sentences);
  const auto heads = some_heads(together);
  const auto labels_together = fast_->label(together, heads);
  for (size_t s = 0; s < sentences.size(); ++s) {
    const std::span<const PieceSentence> one(&sentences[s], 1);
    const std::vector<SentenceScores> alone = fast_->score(one);
    EXPECT_EQ(alone[0].arcs, together[s].arcs) << s;
    EXPECT_EQ(alone[0].upos, together[s].upos) << s;
    EXPECT_EQ(alone[0].ner, together[s].ner) << s;
    EXPECT_EQ(fast_->label(alone, {&heads[s], 1})[0], labels_together[s]) << s;
  }
}

TEST_F(FastNetworkTest, ThreadsShareIt) {
  const std::vector<PieceSentence> sentences = random_sentences(40, 3, 12, 46);
  const std::string expected = digest(sentences, *fast_);
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& one : found) threads.emplace_back([&] { one = digest(sentences, *fast_); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : found) EXPECT_EQ(one, expected);
}

TEST_F(FastNetworkTest, NothingIsNothing) {
  EXPECT_TRUE(fast_->score({}).empty());
  const std::vector<PieceSentence> empty = {{{2, 3}, {0, 0}, {}}};
  ASSERT_EQ(fast_->score(empty).size(), 1u);
  EXPECT_EQ(fast_->score(empty)[0].tokens, 0);
  EXPECT_TRUE(fast_->score(empty)[0].arcs.empty());
}

TEST_F(FastNetworkTest, EveryMachineGivesTheSameToTheBit) {
  const std::vector<PieceSentence> sentences = random_sentences(40, 4, 12, 46);
  Result<NetworkWeights> weights = network_weights(file_);
  ASSERT_TRUE(weights.has_value());
  const std::string expected = digest(sentences, *fast_);
  int others = 0;
  for (const Machine machine : kMachines) {
    if (!is_supported(machine)) continue;
    Result<std::unique_ptr<FastNetwork>> network = FastNetwork::make(*weights, machine);
    ASSERT_TRUE(network.has_value()) << network.error().text();
    EXPECT_EQ(digest(sentences, **network), expected) << kernels(machine).name;
    ++others;
  }
  EXPECT_GE(others, 1);
}

}  // namespace
}  // namespace annalist
