#include "annalist/read/reading.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

// "( He , who left , came ) ." with "came" as the root; one sentence, then "Yes".
Reading example() {
  struct Row {
    const char* form;
    Upos upos;
    TokenIndex head;
  };
  const Row rows[] = {{"(", Upos::kPunct, 6},          {"He", Upos::kPron, 6},   {",", Upos::kPunct, 1},
                      {"who", Upos::kPron, 4},         {"left", Upos::kVerb, 1}, {",", Upos::kPunct, 1},
                      {"came", Upos::kVerb, kNoToken}, {")", Upos::kPunct, 6},   {"Yes", Upos::kIntj, kNoToken}};
  Reading reading;
  uint32_t at = 0;
  for (const Row& row : rows) {
    Token token;
    token.form = row.form;
    token.words = {at, at + static_cast<uint32_t>(token.form.size())};
    at = token.words.end + 1;
    token.upos = row.upos;
    token.head = row.head;
    reading.tokens.push_back(token);
  }
  reading.sentences = {{{0, 8}, {0, reading.tokens[7].words.end}, 0}, {{8, 9}, reading.tokens[8].words, 0}};
  return reading;
}

TEST(Reading, UposNamesGoThereAndBack) {
  for (int i = 0; i <= static_cast<int>(Upos::kX); ++i) { EXPECT_EQ(upos_by_name(upos_name(static_cast<Upos>(i))), static_cast<Upos>(i)); }
  EXPECT_EQ(upos_by_name("NOUN"), Upos::kNoun);
  EXPECT_EQ(upos_by_name("noun"), Upos::kX);
  EXPECT_EQ(entity_kind_name(EntityKind::kPlace), "place");
}

TEST(Reading, FeatureIsFoundByItsWholeName) {
  Token token;
  token.feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
  EXPECT_EQ(feature(token, "Mood"), "Ind");
  EXPECT_EQ(feature(token, "VerbForm"), "Fin");
  EXPECT_EQ(feature(token, "Form"), "");
  EXPECT_EQ(feature(token, "Moo"), "");
  token.feats = "_";
  EXPECT_EQ(feature(token, "Mood"), "");
}

TEST(Reading, BaseRelation) {
  EXPECT_EQ(base_relation("nsubj:pass"), "nsubj");
  EXPECT_EQ(base_relation("obj"), "obj");
}

TEST(Reading, PredicatesAreVerbsCopularHeadsAndHeadsOfClauses) {
  struct Row {
    const char* form;
    Upos upos;
    TokenIndex head;
    const char* deprel;
    bool is_predicate;
  };
  // "She says it is true , dear ."
  const Row rows[] = {{"She", Upos::kPron, 1, "nsubj", false},     {"says", Upos::kVerb, kNoToken, "root", true},
                      {"it", Upos::kPron, 4, "nsubj", false},      {"is", Upos::kAux, 4, "cop", false},
                      {"true", Upos::kAdj, 1, "ccomp", true},      {",", Upos::kPunct, 6, "punct", false},
                      {"dear", Upos::kNoun, 1, "vocative", false}, {".", Upos::kPunct, 1, "punct", false}};
  Reading reading;
  for (const Row& row : rows) {
    Token token;
    token.form = row.form;
    token.upos = row.upos;
    token.head = row.head;
    token.deprel = row.deprel;
    reading.tokens.push_back(token);
  }
  const std::vector<bool> found = predicates(reading);
  for (size_t i = 0; i < std::size(rows); ++i) EXPECT_EQ(found[i], rows[i].is_predicate) << rows[i].form;
}

TEST(Reading, SentenceOf) {
  Reading reading = example();
  EXPECT_EQ(sentence_of(reading, 0), 0);
  EXPECT_EQ(sentence_of(reading, 7), 0);
  EXPECT_EQ(sentence_of(reading, 8), 1);
}

TEST(Reading, ChildrenInTextOrder) {
  Reading reading = example();
  Children children(reading);
  Children::View of_root = children.of(6);
  EXPECT_EQ(std::vector<TokenIndex>(of_root.begin(), of_root.end()), (std::vector<TokenIndex>{0, 1, 7}));
  EXPECT_TRUE(children.of(0).empty());
  EXPECT_TRUE(children.of(8).empty());
}

TEST(Reading, SubtreeRangeLeavesOutPunctuationAtTheEdges) {
  Reading reading = example();
  Children children(reading);
  EXPECT_EQ(subtree_range(reading, children, 6), (TokenRange{1, 7}));
  EXPECT_EQ(subtree_range(reading, children, 1), (TokenRange{1, 5}));
  EXPECT_EQ(subtree_range(reading, children, 0), (TokenRange{0, 1})) << "a mark alone is kept";
  EXPECT_EQ(span_of(reading, {1, 3}), (ByteSpan{2, 6}));
  EXPECT_EQ(span_of(reading, {1, 1}), ByteSpan{});
}

}  // namespace
}  // namespace annalist
