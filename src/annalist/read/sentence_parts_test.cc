#include "annalist/read/sentence_parts.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(SentenceParts, Table) {
  struct Row {
    const char* name;
    std::vector<const char*> forms;
    int limit;
    std::vector<TokenRange> expected;
  };
  const Row rows[] = {
      {"empty", {}, 4, {}},
      {"fits", {"a", "b", ",", "c"}, 4, {{0, 4}}},
      {"no mark", {"a", "b", "c", "d", "e"}, 4, {{0, 4}, {4, 5}}},
      {"behind a comma", {"a", "b", ",", "d", "e"}, 4, {{0, 3}, {3, 5}}},
      {"a semicolon before a later comma", {"a", "b", "c", ";", "d", ",", "e", "f"}, 6, {{0, 4}, {4, 8}}},
      {"the last of equal marks", {"a", "b", "c", ",", "d", ",", "e", "f"}, 7, {{0, 6}, {6, 8}}},
      {"marks in the first half are too early", {"a", ",", "c", "d", "e", "f", "g"}, 6, {{0, 6}, {6, 7}}},
  };
  for (const Row& row : rows) {
    Reading reading;
    for (const char* form : row.forms) {
      Token token;
      token.form = form;
      reading.tokens.push_back(token);
    }
    const std::vector<int> pieces(row.forms.size(), 1);
    EXPECT_EQ(sentence_parts(reading, {0, static_cast<TokenIndex>(row.forms.size())}, pieces, row.limit), row.expected) << row.name;
  }
}

TEST(SentenceParts, PiecesCount) {
  Reading reading;
  reading.tokens.resize(4);
  const std::vector<int> pieces = {3, 3, 1, 4};
  EXPECT_EQ(sentence_parts(reading, {0, 4}, pieces, 4), (std::vector<TokenRange>{{0, 1}, {1, 3}, {3, 4}}));
}

}  // namespace
}  // namespace annalist
