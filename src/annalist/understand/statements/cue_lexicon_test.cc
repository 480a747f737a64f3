#include "annalist/understand/statements/cue_lexicon.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(CueLexicon, HoldsTwoHundredCues) { EXPECT_GE(verb_cue_count() + noun_cue_count(), 200); }

struct Row {
  const char* form;
  const char* lemma;  // empty: no cue
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.form; }
class CueByForm : public testing::TestWithParam<Row> {};

TEST_P(CueByForm, FindsLemma) {
  const Cue* cue = find_verb_cue_by_form(GetParam().form);
  EXPECT_EQ(cue == nullptr ? "" : cue->lemma, GetParam().lemma);
}

INSTANTIATE_TEST_SUITE_P(Rows, CueByForm,
                         testing::Values(Row{"vowed", "vow"}, Row{"denies", "deny"}, Row{"denied", "deny"}, Row{"admitting", "admit"},
                                         Row{"accused", "accuse"}, Row{"describing", "describe"}, Row{"claims", "claim"},
                                         Row{"stresses", "stress"}, Row{"walked", ""}, Row{"s", ""}, Row{"ied", ""}));

TEST(CueLexicon, KeepsClassesApart) {
  ASSERT_NE(find_verb_cue("accuse"), nullptr);
  EXPECT_EQ(find_verb_cue("accuse")->cue_class, CueClass::kJudge);
  ASSERT_NE(find_verb_cue("quote"), nullptr);
  EXPECT_EQ(find_verb_cue("quote")->cue_class, CueClass::kCite);
  EXPECT_EQ(find_verb_cue("walk"), nullptr);
  EXPECT_NE(find_noun_cue("claim"), nullptr);
  EXPECT_EQ(find_noun_cue("table"), nullptr);
  EXPECT_TRUE(is_text_noun("report"));
  EXPECT_FALSE(is_text_noun("horse"));
}

}  // namespace
}  // namespace annalist
