#include "annalist/read/reader.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace annalist {
namespace {

const std::string kModels = std::string(ANNALIST_SOURCE_DIR) + "/models";

TEST(Reader, MissingModelsAreNamed) {
  Result<Reader> reader = Reader::open("/no/such/folder");
  ASSERT_FALSE(reader.has_value());
  EXPECT_NE(reader.error().text().find("/no/such/folder/"), std::string::npos) << reader.error().text();
}

TEST(Reader, ReadsADocument) {
  if (!std::filesystem::exists(kModels + "/reader.weights")) GTEST_SKIP() << "models/reader.weights is not there yet";
  Result<Reader> reader = Reader::open(kModels);
  ASSERT_TRUE(reader.has_value()) << reader.error().text();
  for (const char* part : {"annalist-reader-en", "segmenter ", "lemmas "}) EXPECT_NE(reader->version().find(part), std::string::npos) << part;
  Document document;
  document.text = "Talks collapsed\n\nThe president of Chile didn't sign. \"We need time,\" she told reporters in Lima.";
  document.blocks = {{{0, 15}, BlockKind::kHeading}, {{17, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph}};
  const Reading reading = reader->read(document);
  ASSERT_EQ(reading.sentences.size(), 3u);
  EXPECT_EQ(reading.sentences[0].block, 0u);
  EXPECT_EQ(reading.sentences[1].block, 1u);
  for (const Token& token : reading.tokens) {
    EXPECT_EQ(words_of(document.text, token.words), token.form);
    EXPECT_FALSE(token.lemma.empty());
  }
  ASSERT_FALSE(reading.entities.empty());
  for (const Entity& entity : reading.entities) EXPECT_EQ(entity.words, span_of(reading, entity.tokens));
  EXPECT_EQ(reader->read(document), reading) << "the same every time";
}

}  // namespace
}  // namespace annalist
