#include "annalist/understand/actors/noun_phrase.h"

#include <gtest/gtest.h>

#include <string>

#include "annalist/understand/actors/partitives.h"
#include "annalist/understand/actors/test_document.h"

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* sentence;
  TokenIndex head;
  const char* words;
};

class NounPhrase : public testing::TestWithParam<Row> {};

TEST_P(NounPhrase, Extent) {
  const ConlluDocument parsed = test_document(GetParam().sentence);
  const Children children(parsed.reading);
  const TokenRange range = noun_phrase(parsed.reading, children, GetParam().head);
  EXPECT_EQ(words_of(parsed.document.text, span_of(parsed.reading, range)), GetParam().words);
}

const Row kRows[] = {
    {"ModifiersAndParticiple",
     "Many:many/ADJ/2/amod families:family/NOUN+/0/root affected:affect/VERB/2/acl by/ADP/5/case war:war/NOUN/3/obl", 1,
     "Many families affected by war"},
    {"NoPreposition", "with/ADP/3/case senior/ADJ/3/amod officials:official/NOUN+/0/root", 2, "senior officials"},
    {"NoRelativeClause", "the/DET/2/det minister/NOUN/0/root who/PRON/4/nsubj resigned:resign/VERB/2/acl:relcl", 1, "the minister"},
    {"NoConjunct", "the/DET/2/det army/NOUN/0/root and/CCONJ/4/cc police/NOUN/2/conj", 1, "the army"},
    {"NoWeekday", "the/DET/2/det government/NOUN/0/root on/ADP/4/case Sunday/PROPN/2/nmod", 1, "the government"},
    {"NoGoal", "its/PRON/2/nmod:poss troops:troop/NOUN+/0/root to/ADP/4/case Iran/PROPN/2/nmod/B-place", 1, "its troops"},
    {"AmbassadorTo", "the/DET/2/det ambassador/NOUN/0/root to/ADP/4/case Iran/PROPN/2/nmod/B-place", 1, "the ambassador to Iran"},
    {"ListGoesOnAfterAComma",
     "ministers:minister/NOUN+/0/root of/ADP/3/case Iran~/PROPN/1/nmod/B-place ,/PUNCT/5/punct Syria/PROPN/3/conj/B-place and/CCONJ/7/cc "
     "Iraq/PROPN/3/conj/B-place",
     0, "ministers of Iran, Syria and Iraq"},
    {"CommaEnds", "the/DET/2/det agency~/NOUN/0/root ,/PUNCT/4/punct quoting:quote/VERB/2/acl officials:official/NOUN+/4/obj", 1,
     "the agency"},
};

INSTANTIATE_TEST_SUITE_P(Rows, NounPhrase, testing::ValuesIn(kRows), [](const auto& row) { return std::string(row.param.name); });

TEST(NounPhraseDeterminer, Kinds) {
  struct DeterminerRow {
    const char* sentence;
    TokenIndex head;
    Determiner determiner;
  };
  const DeterminerRow rows[] = {{"the/DET/2/det group/NOUN/0/root", 1, Determiner::kDefinite},
                                {"a/DET/2/det group/NOUN/0/root", 1, Determiner::kIndefinite},
                                {"this/DET/2/det group/NOUN/0/root", 1, Determiner::kDemonstrative},
                                {"his/PRON/2/nmod:poss group/NOUN/0/root", 1, Determiner::kPossessive},
                                {"any/DET/2/det group/NOUN/0/root", 1, Determiner::kQuantity},
                                {"two/NUM/2/nummod groups:group/NOUN+/0/root", 1, Determiner::kQuantity},
                                {"groups:group/NOUN+/0/root", 0, Determiner::kBare}};
  for (const DeterminerRow& row : rows) {
    SCOPED_TRACE(row.sentence);
    const ConlluDocument parsed = test_document(row.sentence);
    EXPECT_EQ(determiner_of(parsed.reading, Children(parsed.reading), row.head), row.determiner);
  }
}

TEST(Partitives, MeasureTheNounAfterOf) {
  const ConlluDocument parsed =
      test_document("dozens:dozen/NOUN+/0/root of/ADP/3/case members:member/NOUN+/1/nmod of/ADP/5/case Hamas/PROPN/3/nmod/B-organization");
  const Children children(parsed.reading);
  EXPECT_TRUE(is_partitive(parsed.reading, children, 0));
  EXPECT_EQ(of_phrase(parsed.reading, children, 0), 2);
  EXPECT_FALSE(is_partitive(parsed.reading, children, 2));
  EXPECT_EQ(of_phrase(parsed.reading, children, 4), kNoToken);
}

}  // namespace
}  // namespace annalist
