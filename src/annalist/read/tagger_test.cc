#include "annalist/read/tagger.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <thread>

#include "annalist/base/files.h"
#include "annalist/nn/test_weights.h"

namespace annalist {
namespace {

using testing_weights::Builder;

// A tagger of small random weights: what it says is nonsense, but must be well formed.
class TaggerTest : public testing::Test {
 protected:
  void SetUp() override { path_ = testing::TempDir() + "annalist-tagger-" + std::to_string(::getpid()); }
  void TearDown() override { std::filesystem::remove(path_); }

  Result<Tagger> open(const Builder& builder = {}, Arithmetic arithmetic = Arithmetic::kInt8) {
    EXPECT_TRUE(write_file(path_, builder.bytes()).has_value());
    return Tagger::open(path_, arithmetic);
  }

  // Sentences of so many tokens each.
  static Reading words(const std::vector<int>& sizes) {
    const char* forms[] = {"a", "Ab", "c", ",", "abcab", "zz", "B"};
    Reading reading;
    uint32_t at = 0;
    for (int size : sizes) {
      const auto begin = static_cast<TokenIndex>(reading.tokens.size());
      for (int i = 0; i < size; ++i) {
        Token token;
        token.form = forms[(reading.tokens.size() * 5 + static_cast<size_t>(size)) % 7];
        token.words = {at, at + static_cast<uint32_t>(token.form.size())};
        at = token.words.end + 1;
        reading.tokens.push_back(token);
      }
      const TokenRange range{begin, begin + size};
      reading.sentences.push_back({range, span_of(reading, range), 0});
    }
    return reading;
  }

  std::string path_;
};

// Each sentence is a tree with one root, called root and nothing else called so.
void expect_trees(const Reading& reading) {
  for (const Sentence& sentence : reading.sentences) {
    int roots = 0;
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = reading.tokens[static_cast<size_t>(t)];
      roots += token.head == kNoToken ? 1 : 0;
      EXPECT_EQ(token.deprel == "root", token.head == kNoToken);
      TokenIndex node = t;
      for (int steps = 0; node != kNoToken; ++steps) {
        ASSERT_TRUE(sentence.tokens.contains(node));
        ASSERT_LE(steps, sentence.tokens.size()) << "a cycle";
        node = reading.tokens[static_cast<size_t>(node)].head;
      }
      EXPECT_FALSE(token.lemma.empty());
      EXPECT_FALSE(token.feats.empty());
    }
    EXPECT_EQ(roots, sentence.tokens.empty() ? 0 : 1);
  }
}

TEST_F(TaggerTest, EverySentenceBecomesATree) {
  Result<Tagger> tagger = open();
  ASSERT_TRUE(tagger.has_value()) << tagger.error().text();
  Reading reading = words({1, 2, 7, 20, 46, 3});
  tagger->tag(reading);
  expect_trees(reading);
  for (const Entity& entity : reading.entities) EXPECT_EQ(entity.words, span_of(reading, entity.tokens));
}

TEST_F(TaggerTest, SentencesLongerThanTheWindowAreCutAndJoined) {
  Result<Tagger> tagger = open();
  ASSERT_TRUE(tagger.has_value()) << tagger.error().text();
  Reading reading = words({3, 400, 4});
  reading.tokens[50].form = std::string(500, 'a');
  reading.tokens[51].form = std::string(99, 'a') + "," + std::string(99, 'b');
  tagger->tag(reading);
  expect_trees(reading);
}

TEST_F(TaggerTest, ASentenceReadsTheSameAloneAndInCompany) {
  Result<Tagger> tagger = open();
  ASSERT_TRUE(tagger.has_value()) << tagger.error().text();
  std::vector<int> sizes;
  for (int i = 0; i < 150; ++i) sizes.push_back(1 + i * 13 % 40);
  Reading all = words(sizes);
  Reading alone = all;
  tagger->tag(all);
  const std::vector<Sentence> sentences = alone.sentences;
  for (const Sentence& sentence : sentences) {
    alone.sentences = {sentence};
    tagger->tag(alone);
  }
  EXPECT_EQ(alone.tokens, all.tokens);
}

TEST_F(TaggerTest, ThreadsShareIt) {
  Result<Tagger> tagger = open();
  ASSERT_TRUE(tagger.has_value()) << tagger.error().text();
  Reading expected = words({5, 30, 12, 46, 1, 22});
  std::vector<Reading> found(4, expected);
  tagger->tag(expected);
  std::vector<std::thread> threads;
  for (Reading& one : found) threads.emplace_back([&] { tagger->tag(one); });
  for (std::thread& thread : threads) thread.join();
  for (const Reading& one : found) EXPECT_EQ(one, expected);
}

TEST_F(TaggerTest, NothingIsNothing) {
  Result<Tagger> tagger = open();
  ASSERT_TRUE(tagger.has_value()) << tagger.error().text();
  Reading reading;
  tagger->tag(reading);
  EXPECT_EQ(reading, Reading{});
}

TEST_F(TaggerTest, VersionNamesTheWeights) {
  Result<Tagger> tagger = open();
  ASSERT_TRUE(tagger.has_value()) << tagger.error().text();
  EXPECT_TRUE(tagger->version().starts_with("test 0 (")) << tagger->version();
}

TEST_F(TaggerTest, WeightsThatDoNotFitAreRefused) {
  struct Row {
    const char* name;
    std::function<void(nlohmann::json&)> change;
    const char* message;
  };
  const Row rows[] = {
      {"vocabulary", [](nlohmann::json& h) { h["tensors"].back()["name"] = "other"; }, "vocabulary"},
      {"script", [](nlohmann::json& h) { h["labels"]["lemma"][1] = "z"; }, "malformed lemma script \"z\""},
      {"no root", [](nlohmann::json& h) { h["labels"]["deprel"][3] = "top"; }, "no relation \"root\""},
      {"entity", [](nlohmann::json& h) { h["labels"]["ner"][1] = "B-animal"; }, "B-animal"},
  };
  for (const Row& row : rows) {
    Builder builder;
    row.change(builder.header);
    Result<Tagger> tagger = open(builder);
    ASSERT_FALSE(tagger.has_value()) << row.name;
    EXPECT_EQ(tagger.error().code, ErrorCode::kBadConfiguration) << row.name;
    EXPECT_NE(tagger.error().message.find(row.message), std::string::npos) << tagger.error().message;
    EXPECT_EQ(tagger.error().where, path_) << row.name;
  }
}

// The trained reader on plain news English of our own; the fast arithmetic against the slow.
TEST(TrainedTagger, FastAndSlowReadTheSame) {
  const std::string path = std::string(ANNALIST_SOURCE_DIR) + "/models/reader.weights";
  Result<Tagger> fast = Tagger::open(path), slow = Tagger::open(path, Arithmetic::kFloat);
  ASSERT_TRUE(fast.has_value()) << fast.error().text();
  ASSERT_TRUE(slow.has_value()) << slow.error().text();
  Reading reading;
  for (const char* form : {"The", "foreign", "minister", "of", "Peru", "met", "two", "envoys", "of", "Ghana", "on", "Monday", "."}) {
    Token token;
    token.form = form;
    reading.tokens.push_back(token);
  }
  reading.sentences = {{{0, 13}, {}, 0}};
  Reading again = reading;
  fast->tag(reading);
  slow->tag(again);
  for (size_t t = 0; t < reading.tokens.size(); ++t) {
    const Token &a = reading.tokens[t], &b = again.tokens[t];
    EXPECT_EQ(a.lemma, b.lemma) << a.form;
    EXPECT_EQ(a.upos, b.upos) << a.form;
    EXPECT_EQ(a.head, b.head) << a.form;
    EXPECT_EQ(a.deprel, b.deprel) << a.form;
  }
  EXPECT_EQ(reading.entities, again.entities);
  EXPECT_EQ(reading.tokens[5].head, kNoToken);
  EXPECT_EQ(reading.tokens[5].lemma, "meet");
  EXPECT_EQ(reading.tokens[2].deprel, "nsubj");
  EXPECT_EQ(reading.tokens[7].lemma, "envoy");
  EXPECT_EQ(reading.tokens[9].upos, Upos::kPropn);
  ASSERT_EQ(reading.entities.size(), 2u);
  EXPECT_EQ(reading.entities[1].kind, EntityKind::kPlace);
}

}  // namespace
}  // namespace annalist
