#include "annalist/understand/actors/agent_nouns.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(AgentNouns, ByLemma) {
  struct Row {
    const char* lemma;
    NounClass noun_class;
    const char* sector;
  };
  const Row rows[] = {{"official", NounClass::kPerson, "GOV"},    {"police", NounClass::kPersons, "COP"},
                      {"army", NounClass::kBody, "MIL"},          {"hospital", NounClass::kBody, "HLH"},
                      {"clergy", NounClass::kPersons, "REL"},     {"country", NounClass::kState, ""},
                      {"ex-minister", NounClass::kPerson, "GOV"}, {"zoologist-general", NounClass::kPerson, "MIL"}};
  for (const Row& row : rows) {
    SCOPED_TRACE(row.lemma);
    const AgentNoun* noun = find_agent_noun(row.lemma);
    ASSERT_NE(noun, nullptr);
    EXPECT_EQ(noun->noun_class, row.noun_class);
    EXPECT_EQ(noun->sector, row.sector);
  }
  for (const char* lemma : {"plan", "week", "attack", "", "-"}) EXPECT_EQ(find_agent_noun(lemma), nullptr) << lemma;
}

TEST(AgentNouns, Gender) {
  EXPECT_EQ(find_agent_noun("spokeswoman")->gender, Gender::kFemale);
  EXPECT_EQ(gender_of_given_name("Ángela"), Gender::kFemale);
  EXPECT_EQ(gender_of_given_name("MOHAMMAD"), Gender::kMale);
  EXPECT_EQ(gender_of_given_name("Kim"), Gender::kUnknown);
  EXPECT_EQ(gender_of_title("Mrs."), Gender::kFemale);
  EXPECT_EQ(gender_of_title("Dr."), Gender::kUnknown);
}

}  // namespace
}  // namespace annalist
