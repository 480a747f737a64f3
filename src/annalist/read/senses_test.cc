#include "annalist/read/senses.h"

#include <gtest/gtest.h>

#include "annalist/read/reader.h"

namespace annalist {
namespace {

const std::string kModels = std::string(ANNALIST_SOURCE_DIR) + "/models";

// coref.weights were made for this very reader: after a change of either, training/coref is to be run again.
TEST(Senses, TheShippedModelsBelongTogether) {
  const Result<Reader> reader = Reader::open(kModels);
  ASSERT_TRUE(reader.has_value()) << reader.error().text();
  Document document;
  document.text = "The envoy met the rebels. She told them to wait.";
  document.blocks = {{{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph}};
  std::vector<float> vectors;
  const Reading reading = reader->read(document, &vectors);
  ASSERT_EQ(reading.senses.size(), reading.tokens.size() * kSenseWidth);
  ASSERT_EQ(vectors.size() % reading.tokens.size(), 0U);
  const std::string& version = reader->version();
  const size_t open = version.find('('), close = version.find(')');
  const SenseLayer layer(kModels + "/coref.weights", version.substr(open + 1, close - open - 1), vectors.size() / reading.tokens.size());
  ASSERT_FALSE(layer.empty());
  std::vector<int8_t> senses;
  layer.append(vectors, senses);
  EXPECT_EQ(senses, reading.senses);
  for (const int8_t sense : senses) EXPECT_GE(sense, -127);
}

TEST(Senses, NoneForAnotherNetworkOrFile) {
  EXPECT_TRUE(SenseLayer(kModels + "/coref.weights", "000000000000", 384).empty());
  EXPECT_TRUE(SenseLayer(kModels + "/none.weights", "000000000000", 384).empty());
}

}  // namespace
}  // namespace annalist
