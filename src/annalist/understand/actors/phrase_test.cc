#include "annalist/understand/actors/phrase.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annalist/understand/actors/test_document.h"

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* sentence;
  std::vector<std::string> phrases;
};

class PhraseRows : public testing::TestWithParam<Row> {};

TEST_P(PhraseRows, Extent) {
  const ConlluDocument parsed = test_document(GetParam().sentence);
  const Children children(parsed.reading);
  std::vector<std::string> found;
  for (const Phrase& phrase : find_phrases(parsed.reading, children).phrases) {
    found.emplace_back(words_of(parsed.document.text, span_of(parsed.reading, phrase.tokens)));
  }
  EXPECT_EQ(found, GetParam().phrases);
}

const Row kRows[] = {
    {"RelativeClauseInside",
     "the/DET/2/det ferry/NOUN/5/nsubj that/SCONJ/4/nsubj sank:sink/VERB/2/acl:relcl belonged:belong/VERB/0/root to/ADP/7/case "
     "Norway~/PROPN/5/obl/B-place ./PUNCT/5/punct",
     {"the ferry that sank", "Norway"}},
    {"AppositionInsideAndAlone",
     "Ida~/PROPN/6/nsubj/B-person ,/PUNCT/4/punct the/DET/4/det pilot~/NOUN/1/appos ,/PUNCT/4/punct slept:sleep/VERB/0/root",
     {"Ida, the pilot", "the pilot"}},
    {"PossessorWithItsMark",
     "Ida~/PROPN/3/nmod:poss/B-person 's/PART/1/case boat/NOUN/4/nsubj leaks:leak/VERB/0/root",
     {"Ida's boat", "Ida's"}},
    {"CoordinationBesideItsFirst",
     "farmers:farmer/NOUN+/4/nsubj and/CCONJ/3/cc millers:miller/NOUN+/1/conj agreed:agree/VERB/0/root",
     {"farmers and millers", "farmers", "millers"}},
    {"PredicateWithoutItsClause",
     "she/PRON/5/nsubj is:be/AUX/5/cop a/DET/5/det young/ADJ/5/amod singer/NOUN/0/root",
     {"she", "a young singer"}},
    {"BracketClosedInside",
     "the/DET/2/det ministry/NOUN/6/nsubj (~/PUNCT/4/punct MoD~/PROPN/2/appos/B-organization )/PUNCT/4/punct denied:deny/VERB/0/root",
     {"the ministry (MoD)", "MoD"}},
};

INSTANTIATE_TEST_SUITE_P(Rows, PhraseRows, testing::ValuesIn(kRows), [](const auto& row) { return std::string(row.param.name); });

TEST(Phrase, WhatIsKnownOfAPhraseByItself) {
  const ConlluDocument parsed = test_document(
      "Maria/PROPN/3/nsubj/B-person Holt/PROPN/1/flat/I-person sold:sell/VERB/0/root his/PRON/6/nmod:poss two/NUM/6/nummod "
      "ships:ship/NOUN+/3/obj");
  const Children children(parsed.reading);
  const Phrases found = find_phrases(parsed.reading, children);
  ASSERT_EQ(found.phrases.size(), 3U);
  const Phrase& maria = found.phrases[0];
  EXPECT_EQ(maria.type, PhraseType::kPersonName);
  EXPECT_EQ(maria.gender, Gender::kFemale);
  EXPECT_EQ(maria.lemma, "holt");
  EXPECT_EQ(maria.role, PhraseRole::kSubject);
  const Phrase& ships = found.phrases[1];
  EXPECT_EQ(ships.type, PhraseType::kPossessed);
  EXPECT_EQ(ships.number, PhraseNumber::kPlural);
  EXPECT_EQ(ships.modifiers, (std::vector<std::string>{"his", "two"}));
  const Phrase& his = found.phrases[2];
  EXPECT_EQ(his.type, PhraseType::kHe);
  EXPECT_EQ(his.lemma, "he");
  EXPECT_EQ(found.by_head[3], 2);
}

}  // namespace
}  // namespace annalist
