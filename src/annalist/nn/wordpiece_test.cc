#include "annalist/nn/wordpiece.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(CaseClass, Table) {
  struct Row {
    const char* token;
    CaseClass expected;
  };
  const Row rows[] = {
      {"", CaseClass::kOther},      {",", CaseClass::kOther},    {"--", CaseClass::kOther},       {"中国", CaseClass::kLower},
      {"talks", CaseClass::kLower}, {"n't", CaseClass::kLower},  {"été", CaseClass::kLower},      {"Talks", CaseClass::kTitle},
      {"A", CaseClass::kTitle},     {"Łódź", CaseClass::kTitle}, {"O'clock", CaseClass::kTitle},  {"U.S.", CaseClass::kUpper},
      {"NATO", CaseClass::kUpper},  {"ÉU", CaseClass::kUpper},   {"McKinnon", CaseClass::kMixed}, {"iPhone", CaseClass::kMixed},
      {"AT&T", CaseClass::kUpper},  {"2019", CaseClass::kDigit}, {"F-16s", CaseClass::kDigit},    {"٣", CaseClass::kOther}};
  for (const Row& row : rows) EXPECT_EQ(case_class(row.token), row.expected) << row.token;
}

TEST(BasicTokens, Table) {
  struct Row {
    const char* token;
    std::vector<std::string> expected;
  };
  const Row rows[] = {
      {"Talks", {"talks"}},
      {"d'Ivoire", {"d", "'", "ivoire"}},
      {"Côte", {"cote"}},
      {"Łódź", {"łodz"}},
      {"10,000", {"10", ",", "000"}},
      {"a b\tc", {"a", "b", "c"}},
      {"$5", {"$", "5"}},
      {"€5", {"€5"}},  // a currency sign outside ASCII is no punctuation
      {"中国", {"中", "国"}},
      {"a\xE2\x80\x8B"
       "b",
       {"ab"}},  // zero width space
      {"\xE2\x80\x9Cx\xE2\x80\x9D", {"“", "x", "”"}},
      {"İ", {"i"}},
      {"", {}},
      {"\xCC\x81", {}},  // a combining mark alone
  };
  for (const Row& row : rows) EXPECT_EQ(basic_tokens(row.token), row.expected) << row.token;
}

class WordPieceTest : public testing::Test {
 protected:
  std::vector<int32_t> pieces(std::string_view token) const {
    std::vector<int32_t> out;
    const int count = wordpiece_.append_pieces(token, out);
    EXPECT_EQ(count, static_cast<int>(out.size()));
    return out;
  }
  static constexpr std::string_view kVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\nunaff\n##aff\n##able\n,\na\n##a";
  WordPiece wordpiece_{kVocabulary};
};

TEST_F(WordPieceTest, LongestMatchFirst) {
  struct Row {
    const char* token;
    std::vector<int32_t> expected;
  };
  const Row rows[] = {{"unaffable", {5, 7}}, {"Unable", {4, 7}},  {"una", {4, 10}},    {"able", {1}},
                      {"unx", {1}},          {"un,a", {4, 8, 9}}, {"x,un", {1, 8, 4}}, {"", {1}}};
  for (const Row& row : rows) EXPECT_EQ(pieces(row.token), row.expected) << row.token;
  EXPECT_EQ(wordpiece_.cls(), 2);
  EXPECT_EQ(wordpiece_.sep(), 3);
}

TEST_F(WordPieceTest, PartsLongerThanAHundredCharactersAreUnknown) {
  EXPECT_EQ(pieces(std::string(100, 'a')).size(), 100u);
  EXPECT_EQ(pieces(std::string(101, 'a')), std::vector<int32_t>{1});
}

TEST_F(WordPieceTest, Usable) {
  EXPECT_TRUE(WordPiece::is_usable(kVocabulary, 11));
  EXPECT_FALSE(WordPiece::is_usable(kVocabulary, 12));
  EXPECT_FALSE(WordPiece::is_usable("[CLS]\n[SEP]\na", 3));
}

}  // namespace
}  // namespace annalist
