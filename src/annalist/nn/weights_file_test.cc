#include "annalist/nn/weights_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>

#include "annalist/nn/network_weights.h"
#include "annalist/nn/test_weights.h"

namespace annalist {
namespace {

using testing_weights::Builder;

class WeightsFileTest : public testing::Test {
 protected:
  std::string write(std::string_view bytes) {
    const std::string path = testing::TempDir() + "annalist-weights-" + std::to_string(::getpid()) + "-" + std::to_string(++files_);
    EXPECT_TRUE(write_file(path, bytes).has_value());
    written_.push_back(path);
    return path;
  }
  void TearDown() override {
    for (const std::string& path : written_) std::filesystem::remove(path);
  }

 private:
  int files_ = 0;
  std::vector<std::string> written_;
};

TEST_F(WeightsFileTest, ReadsWhatWasWritten) {
  const Builder builder;
  Result<WeightsFile> file = WeightsFile::open(write(builder.bytes()));
  ASSERT_TRUE(file.has_value()) << file.error().text();
  EXPECT_EQ(file->name(), "test");
  EXPECT_EQ(file->version(), "0");
  EXPECT_EQ(file->fingerprint().size(), 12u);
  EXPECT_EQ(file->config().hidden, 64);
  EXPECT_EQ(file->labels().deprel[3], "root");
  ASSERT_NE(file->find("vocab"), nullptr);
  EXPECT_EQ(std::string_view(file->find("vocab")->data, file->find("vocab")->bytes), testing_weights::kSmallVocabulary);
  EXPECT_EQ(file->find("nothing"), nullptr);
  EXPECT_TRUE(network_weights(*file).has_value());
}

TEST_F(WeightsFileTest, SharesTheTensorsOfAnotherFile) {
  const std::string whole = write(Builder().bytes());
  Result<WeightsFile> other = WeightsFile::open(whole);
  ASSERT_TRUE(other.has_value());
  Builder part(testing_weights::Holds::kNoEmbeddings);
  EXPECT_FALSE(network_weights(*WeightsFile::open(write(part.bytes()))).has_value());

  part.header["shares"] = {{"file", std::filesystem::path(whole).filename()}, {"fingerprint", other->fingerprint()}};
  Result<WeightsFile> file = WeightsFile::open(write(part.bytes()));
  ASSERT_TRUE(file.has_value()) << file.error().text();
  EXPECT_EQ(std::string_view(file->find("vocab")->data, file->find("vocab")->bytes), testing_weights::kSmallVocabulary);
  Result<NetworkWeights> weights = network_weights(*file);
  ASSERT_TRUE(weights.has_value()) << weights.error().text();
  EXPECT_EQ(weights->layers[1].q.weight.rows, 32);
  EXPECT_EQ(weights->layers[1].ffn1.weight.rows, 64);

  struct Row {
    nlohmann::json shares;
    const char* message;
  };
  const Row rows[] = {
      {{{"file", part.header["shares"]["file"]}, {"fingerprint", "000000000000"}}, "but it has "},
      {{{"file", "no-such-file"}, {"fingerprint", "000000000000"}}, "no-such-file"},
      {{{"file", "../elsewhere"}, {"fingerprint", "000000000000"}}, "no file name"},
      {{{"fingerprint", "000000000000"}}, "no file name"},
      {"words", "no file name"},
  };
  for (const Row& row : rows) {
    part.header["shares"] = row.shares;
    Result<WeightsFile> refused = WeightsFile::open(write(part.bytes()));
    ASSERT_FALSE(refused.has_value()) << row.message;
    EXPECT_NE(refused.error().text().find(row.message), std::string::npos) << refused.error().text();
  }
}

TEST_F(WeightsFileTest, DamageIsRefusedByFileAndByte) {
  const std::string good = Builder().bytes();
  struct Row {
    const char* name;
    std::function<void(std::string&)> damage;
    const char* message;
    uint64_t byte;
  };
  const Row rows[] = {
      {"empty", [](std::string& b) { b.clear(); }, "does not begin with ANNALWTS", 0},
      {"magic", [](std::string& b) { b[0] = 'X'; }, "does not begin with ANNALWTS", 0},
      {"only magic", [](std::string& b) { b.resize(8); }, "cut short", 8},
      {"newer", [](std::string& b) { b[8] = 2; }, "format 2, this program reads format 1", 8},
      {"cut in header", [](std::string& b) { b.resize(200); }, "cut short", 200},
      {"cut in data", [](std::string& b) { b.resize(b.size() - 4000); }, "cut short: tensor", good.size() - 4000},
      {"one bit", [](std::string& b) { b[b.size() - 5000] ^= 1; }, "the checksum does not fit", good.size() - 32},
      {"the checksum", [](std::string& b) { b.back() ^= 1; }, "the checksum does not fit", good.size() - 32},
      {"no JSON", [](std::string& b) { b[16] = '?'; }, "no JSON object", 16},
  };
  for (const Row& row : rows) {
    std::string bytes = good;
    row.damage(bytes);
    const std::string path = write(bytes);
    Result<WeightsFile> file = WeightsFile::open(path);
    ASSERT_FALSE(file.has_value()) << row.name;
    EXPECT_EQ(file.error().code, ErrorCode::kBadConfiguration) << row.name;
    EXPECT_EQ(file.error().where, path + ": byte " + std::to_string(row.byte)) << row.name;
    EXPECT_NE(file.error().message.find(row.message), std::string::npos) << row.name << ": " << file.error().message;
  }
}

TEST_F(WeightsFileTest, MissingFile) {
  Result<WeightsFile> file = WeightsFile::open("/no/such/reader.weights");
  ASSERT_FALSE(file.has_value());
  EXPECT_EQ(file.error().code, ErrorCode::kBadConfiguration);
  EXPECT_NE(file.error().text().find("/no/such/reader.weights"), std::string::npos);
}

TEST_F(WeightsFileTest, HeadersThatDoNotFitAreRefused) {
  struct Row {
    const char* name;
    std::function<void(nlohmann::json&)> change;
    const char* message;
  };
  const Row rows[] = {
      {"config", [](nlohmann::json& h) { h["config"].erase("layers"); }, "config.layers"},
      {"heads", [](nlohmann::json& h) { h["config"]["heads"] = 3; }, "config.heads"},
      {"layers of unequal number", [](nlohmann::json& h) { h["config"]["layer_heads"] = {2}; }, "config.layer_heads"},
      {"no width", [](nlohmann::json& h) { h["config"]["layer_ffn"] = {128, 0}; }, "config.layer_ffn"},
      {"labels", [](nlohmann::json& h) { h["labels"]["ner"] = nlohmann::json::array(); }, "labels.ner"},
      {"tensor", [](nlohmann::json& h) { h["tensors"][0]["dtype"] = "f16"; }, "malformed entry"},
      {"size", [](nlohmann::json& h) { h["tensors"][0]["bytes"] = 1; }, "malformed entry"},
      {"far offset", [](nlohmann::json& h) { h["tensors"][0]["offset"] = uint64_t{1} << 62; }, "cut short"},
  };
  for (const Row& row : rows) {
    Builder builder;
    row.change(builder.header);
    Result<WeightsFile> file = WeightsFile::open(write(builder.bytes()));
    ASSERT_FALSE(file.has_value()) << row.name;
    EXPECT_NE(file.error().message.find(row.message), std::string::npos) << row.name << ": " << file.error().message;
  }
}

TEST_F(WeightsFileTest, TensorsThatDoNotFitTheNetworkAreRefused) {
  struct Row {
    const char* name;
    std::function<void(nlohmann::json&)> change;
    const char* message;
  };
  const Row rows[] = {
      {"missing", [](nlohmann::json& h) { h["tensors"][0]["name"] = "other"; }, "embed.word is missing"},
      {"more labels", [](nlohmann::json& h) { h["labels"]["upos"].push_back("X"); }, "head.upos.weight has"},
      {"turned", [](nlohmann::json& h) { h["tensors"][0]["shape"] = {64, 12}; }, "embed.word has another number of rows"},
  };
  for (const Row& row : rows) {
    Builder builder;
    row.change(builder.header);
    Result<WeightsFile> file = WeightsFile::open(write(builder.bytes()));
    ASSERT_TRUE(file.has_value()) << row.name << ": " << file.error().text();
    Result<NetworkWeights> weights = network_weights(*file);
    ASSERT_FALSE(weights.has_value()) << row.name;
    EXPECT_NE(weights.error().message.find(row.message), std::string::npos) << row.name << ": " << weights.error().message;
  }
}

}  // namespace
}  // namespace annalist
