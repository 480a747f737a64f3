#include "annalist/read/segmenter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/base/sha256.h"

namespace annalist {
namespace {

const std::string kWeights = std::string(ANNALIST_SOURCE_DIR) + "/models/segmenter.weights";

// A document whose blocks are the paragraphs of the text.
Document document_of(const std::string& text) {
  Document document;
  document.text = text;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find("\n\n", at), text.size());
    document.blocks.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, BlockKind::kParagraph});
    at = end + 2;
  }
  return document;
}

struct Row {
  const char* name;
  std::vector<std::string> sentences;
  const char* joint = " ";
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class SegmenterTable : public testing::TestWithParam<Row> {};

TEST_P(SegmenterTable, FindsSentences) {
  const auto segmenter = Segmenter::open(kWeights);
  ASSERT_TRUE(segmenter) << segmenter.error().text();
  std::string text;
  for (const std::string& sentence : GetParam().sentences) text += (text.empty() ? "" : GetParam().joint) + sentence;
  const Reading reading = segmenter->segment(document_of(text));
  std::vector<std::string> found;
  for (const Sentence& sentence : reading.sentences) found.emplace_back(words_of(text, sentence.words));
  EXPECT_EQ(found, GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(
    News, SegmenterTable,
    testing::Values(Row{"Plain", {"The envoy left on Monday.", "He will return next week."}},
                    Row{"Country", {"The U.S. President met Mr. Khan in the U.S. Senate.", "They spoke for an hour."}},
                    Row{"Initials", {"The book by J. R. Miller sold well.", "It cost $5.50."}},
                    Row{"Number", {"The bus stopped at No. 5 Downing Street.", "Nobody got off."}},
                    Row{"General", {"Gen. Robert Brown and Lt. Col. Ann Gray resigned.", "No reason was given."}},
                    Row{"Aside", {"Sen. Marla Oster (R-Fla.) said on Monday that the bill would fail.", "Nobody was surprised."}},
                    Row{"AsideOfItsOwn", {"The bill failed.", "(The vote was on Monday.)", "Nobody was surprised."}},
                    Row{"TimeOfDay", {"The talks began at 5 a.m. in Geneva.", "They ended at noon."}},
                    Row{"QuoteThenVerb", {"\"We will not leave!\" said the mayor.", "The crowd cheered."}},
                    Row{"StopInQuote", {"\"We are ready.\"", "The minister then left the room."}},
                    Row{"QuoteOfTwo", {"\"The road is closed.", "Nobody can pass,\" he said."}},
                    Row{"TypographicQuotes", {"“We agree,” the envoy said.", "“There is no other way.”"}},
                    Row{"Question", {"Who paid for it?", "The ministry did not say."}},
                    Row{"Dateline", {"GENEVA (Reuters) -", "The two sides met on Friday.", "No deal was reached."}},
                    Row{"Blocks", {"Ministers meet in Oman", "The ministers of both states met on Sunday."}, "\n\n"},
                    Row{"WrappedLine",
                        {"The two countries signed a trade agreement in the\ncapital on Sunday, officials said.",
                         "It takes effect in May."}},
                    Row{"Company", {"Acme Corp. bought Widget Inc. for $3 million.", "The deal closed in Sept. 2019."}}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Segmenter, GivesWordsMultiwordsAndSpaces) {
  const auto segmenter = Segmenter::open(kWeights);
  ASSERT_TRUE(segmenter) << segmenter.error().text();
  const Reading reading = segmenter->segment(document_of("Don't go (yet)."));
  std::vector<std::string> forms;
  std::vector<bool> spaces;
  for (const Token& token : reading.tokens) {
    forms.push_back(token.form);
    spaces.push_back(token.space_after);
  }
  EXPECT_EQ(forms, (std::vector<std::string>{"Do", "n't", "go", "(", "yet", ")", "."}));
  EXPECT_EQ(spaces, (std::vector<bool>{false, true, true, false, false, false, true}));
  ASSERT_EQ(reading.multiwords.size(), 1u);
  EXPECT_EQ(reading.multiwords[0].tokens, (TokenRange{0, 2}));
  EXPECT_EQ(reading.multiwords[0].words, (ByteSpan{0, 5}));
  EXPECT_EQ(reading.tokens[1].words, (ByteSpan{2, 5}));
}

TEST(Segmenter, ReadsTextWithoutStopsOrWords) {
  const auto segmenter = Segmenter::open(kWeights);
  ASSERT_TRUE(segmenter) << segmenter.error().text();
  EXPECT_TRUE(segmenter->segment(document_of("")).sentences.empty());
  EXPECT_TRUE(segmenter->segment(document_of(" \n \n\n\n\n ")).tokens.empty());
  std::string words;
  for (int i = 0; i < 10000; ++i) words += "word ";
  const Reading reading = segmenter->segment(document_of(words));
  EXPECT_EQ(reading.tokens.size(), 10000u);
  EXPECT_EQ(reading.sentences.back().tokens.end, 10000);
}

struct Damage {
  const char* name;
  std::string (*make)(std::string);
  const char* message;
};
void PrintTo(const Damage& row, std::ostream* out) { *out << row.name; }
class SegmenterDamage : public testing::TestWithParam<Damage> {};

std::string with_checksum(std::string bytes) {
  bytes.resize(bytes.size() - 64);
  return bytes + sha256_hex(bytes);
}

TEST_P(SegmenterDamage, IsRefused) {
  const auto bytes = read_file(kWeights);
  ASSERT_TRUE(bytes) << bytes.error().text();
  const std::string path = testing::TempDir() + "segmenter_" + GetParam().name + ".weights";
  ASSERT_TRUE(write_file(path, GetParam().make(bytes.value())));
  const auto segmenter = Segmenter::open(path);
  ASSERT_FALSE(segmenter);
  EXPECT_EQ(segmenter.error().code, ErrorCode::kBadConfiguration);
  EXPECT_NE(segmenter.error().message.find(GetParam().message), std::string::npos) << segmenter.error().message;
}

INSTANTIATE_TEST_SUITE_P(Rows, SegmenterDamage,
                         testing::Values(Damage{"Empty", [](std::string) { return std::string(); }, "begin"},
                                         Damage{"OtherFile", [](std::string s) { return "x" + s; }, "begin"},
                                         Damage{"Cut", [](std::string s) { return s.substr(0, s.size() / 2); }, "size"},
                                         Damage{"HeaderOnly", [](std::string s) { return s.substr(0, 60); }, "short"},
                                         Damage{"OneByte",
                                                [](std::string s) {
                                                  s[s.size() / 2] ^= 1;
                                                  return s;
                                                },
                                                "checksum"},
                                         Damage{"OtherVersion",
                                                [](std::string s) {
                                                  s[8] = 99;
                                                  return with_checksum(s);
                                                },
                                                "version"}),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Segmenter, MissingFileIsAnError) {
  const auto segmenter = Segmenter::open("/nonexistent/segmenter.weights");
  ASSERT_FALSE(segmenter);
  EXPECT_EQ(segmenter.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace annalist
