// Whether an act happened, by the words around it: sentences with hand-written trees.
#include "annalist/understand/events/status.h"

#include <gtest/gtest.h>

#include "annalist/understand/events/test_sentence.h"

namespace annalist {
namespace {

constexpr char kCodebook[] = R"(
type THREATEN
  quad 3
  cameo 130
type ASSAULT
  quad 4
  cameo 190
  announced THREATEN 138

class light: launch

type ASSAULT
pattern attack
  verb attack, bomb, hit
  noun attack, siege
  actor subject
  recipient object, on
)";

struct Case {
  const char* name;
  const char* tokens;
  const char* expected;
};

class StatusOf : public testing::TestWithParam<Case> {};

TEST_P(StatusOf, Act) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::parse({{"t.codebook", kCodebook}}, faults);
  ASSERT_TRUE(faults.empty()) << faults.front().text();
  EXPECT_EQ(coded(GetParam().tokens, codebook), GetParam().expected);
}

constexpr Case kCases[] = {
    {"planned",
     "Iran/Iran/PROPN/2/nsubj/-/B-place planned/plan/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "THREATEN 138 actual: Iran > Iraq"},
    {"failed",
     "Iran/Iran/PROPN/2/nsubj/-/B-place failed/fail/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 denied: Iran > Iraq"},
    {"tried",
     "Iran/Iran/PROPN/2/nsubj/-/B-place tried/try/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"managed",
     "Iran/Iran/PROPN/2/nsubj/-/B-place managed/manage/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"continued",
     "Iran/Iran/PROPN/2/nsubj/-/B-place continued/continue/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 ongoing: Iran > Iraq"},
    {"about_to",
     "Iran/Iran/PROPN/3/nsubj/-/B-place was/be/AUX/3/cop about/about/ADJ/0/root to/to/PART/5/mark bomb/bomb/VERB/3/xcomp/VerbForm=Inf "
     "Iraq/Iraq/PROPN/5/obj/-/B-place",
     "THREATEN 138 actual: Iran > Iraq"},
    {"likely",
     "Iran/Iran/PROPN/3/nsubj/-/B-place was/be/AUX/3/cop likely/likely/ADJ/0/root to/to/PART/5/mark bomb/bomb/VERB/3/xcomp/VerbForm=Inf "
     "Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"was_able",
     "Iran/Iran/PROPN/3/nsubj/-/B-place was/be/AUX/3/cop/Tense=Past able/able/ADJ/0/root to/to/PART/5/mark "
     "bomb/bomb/VERB/3/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"is_able",
     "Iran/Iran/PROPN/3/nsubj/-/B-place is/be/AUX/3/cop/Tense=Pres able/able/ADJ/0/root to/to/PART/5/mark "
     "bomb/bomb/VERB/3/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"headline",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombs/bomb/VERB/0/root/Tense=Pres|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place "
     "again/again/ADV/2/advmod "
     "today/today/NOUN/2/obl:unmarked",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"unable",
     "Iran/Iran/PROPN/3/nsubj/-/B-place was/be/AUX/3/cop unable/unable/ADJ/0/root to/to/PART/5/mark bomb/bomb/VERB/3/xcomp/VerbForm=Inf "
     "Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 denied: Iran > Iraq"},
    {"wanted",
     "Iran/Iran/PROPN/2/nsubj/-/B-place wanted/want/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"began",
     "Iran/Iran/PROPN/2/nsubj/-/B-place began/begin/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"would_have",
     "Iran/Iran/PROPN/4/nsubj/-/B-place would/would/AUX/4/aux have/have/AUX/4/aux bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"could_have",
     "Iran/Iran/PROPN/4/nsubj/-/B-place could/could/AUX/4/aux have/have/AUX/4/aux bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"must_have",
     "Iran/Iran/PROPN/4/nsubj/-/B-place must/must/AUX/4/aux have/have/AUX/4/aux bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"has_long",
     "Iran/Iran/PROPN/4/nsubj/-/B-place has/have/AUX/4/aux/Tense=Pres long/long/ADV/4/advmod "
     "bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 ongoing: Iran > Iraq"},
    {"has",
     "Iran/Iran/PROPN/3/nsubj/-/B-place has/have/AUX/3/aux/Tense=Pres bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part "
     "Iraq/Iraq/PROPN/3/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"allegedly",
     "Iran/Iran/PROPN/3/nsubj/-/B-place allegedly/allegedly/ADV/3/advmod bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/3/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"not_only",
     "Iran/Iran/PROPN/4/nsubj/-/B-place not/not/PART/4/advmod only/only/ADV/4/advmod bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"might",
     "Iran/Iran/PROPN/3/nsubj/-/B-place might/might/AUX/3/aux bombed/bomb/VERB/0/root/VerbForm=Inf Iraq/Iraq/PROPN/3/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"if_clause",
     "Iran/Iran/PROPN/2/nsubj/-/B-place  bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place "
     "if/if/SCONJ/2/mark",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"whether",
     "Iran/Iran/PROPN/2/nsubj/-/B-place  bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place "
     "whether/whether/SCONJ/2/mark",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"told_that",
     "Oman/Oman/PROPN/2/nsubj/-/B-place told/tell/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/4/nsubj/-/B-place "
     "bombed/bomb/VERB/2/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"warned_that",
     "Oman/Oman/PROPN/2/nsubj/-/B-place warned/warn/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/4/nsubj/-/B-place "
     "bombed/bomb/VERB/2/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"denied_that",
     "Oman/Oman/PROPN/2/nsubj/-/B-place denied/deny/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/4/nsubj/-/B-place "
     "bombed/bomb/VERB/2/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 denied: Iran > Iraq"},
    {"did_not_deny_that",
     "Oman/Oman/PROPN/3/nsubj/-/B-place not/not/PART/3/advmod deny/deny/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iran/Iran/PROPN/5/nsubj/-/B-place bombed/bomb/VERB/3/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"feared_that",
     "Oman/Oman/PROPN/2/nsubj/-/B-place feared/fear/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/4/nsubj/-/B-place "
     "bombed/bomb/VERB/2/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"expected_that_past",
     "Oman/Oman/PROPN/2/nsubj/-/B-place expected/expect/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/4/nsubj/-/B-place "
     "bombed/bomb/VERB/2/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"told_to",
     "Oman/Oman/PROPN/2/nsubj/-/B-place told/tell/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/2/obj/-/B-place to/to/PART/5/mark "
     "bomb/bomb/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/5/obj/-/B-place",
     ""},
    {"told_in_parataxis",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place "
     "Oman/Oman/PROPN/5/nsubj/-/B-place told/tell/VERB/2/parataxis/Tense=Past|VerbForm=Fin Qatar/Qatar/PROPN/5/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"purpose",
     "Iran/Iran/PROPN/2/nsubj/-/B-place waited/wait/VERB/0/root/Tense=Past|VerbForm=Fin to/to/PART/4/mark "
     "bomb/bomb/VERB/2/advcl/VerbForm=Inf Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 planned: Iran > Iraq"},
    {"negated_plan_is_no_event",
     "Iran/Iran/PROPN/4/nsubj/-/B-place did/do/AUX/4/aux not/not/PART/4/advmod plan/plan/VERB/0/root/VerbForm=Inf to/to/PART/6/mark "
     "bomb/bomb/VERB/4/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/6/obj/-/B-place",
     ""},
    {"allegation_that",
     "an/a/DET/2/det allegation/allegation/NOUN/0/root that/that/SCONJ/5/mark Iran/Iran/PROPN/5/nsubj/-/B-place "
     "bombed/bomb/VERB/2/acl/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"plain_form_that_is_a_past",
     "Iran/Iran/PROPN/2/nsubj/-/B-place hit/hit/VERB/0/root/Tense=Pres|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"habit", "Iran/Iran/PROPN/2/nsubj/-/B-place bombs/bomb/VERB/0/root/Tense=Pres|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place",
     "ASSAULT 190 ongoing: Iran > Iraq"},
    {"lasting_noun",
     "Iran/Iran/PROPN/3/nmod:poss/-/B-place 's/'s/PART/1/case siege/siege/NOUN/6/nsubj of/of/ADP/5/case Iraq/Iraq/PROPN/3/nmod/-/B-place "
     "failed/fail/VERB/0/root/Tense=Past|VerbForm=Fin",
     "ASSAULT 190 ongoing: Iran > Iraq"},
    {"no_object",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin no/no/DET/4/det bridges/bridge/NOUN/2/obj "
     "of/of/ADP/6/case Iraq/Iraq/PROPN/4/nmod/-/B-place",
     ""},
    {"their_demands_include",
     "Iran/Iran/PROPN/3/nmod:poss/-/B-place 's/'s/PART/1/case demands/demand/NOUN/4/nsubj "
     "include/include/VERB/0/root/Tense=Pres|VerbForm=Fin bombing/bomb/VERB/4/ccomp/VerbForm=Ger Iraq/Iraq/PROPN/5/obj/-/B-place",
     ""},
    {"suspected_noun",
     "a/a/DET/3/det suspected/suspect/ADJ/3/amod attack/attack/NOUN/0/root on/on/ADP/5/case Iraq/Iraq/PROPN/3/nmod/-/B-place "
     "by/by/ADP/7/case Iran/Iran/PROPN/3/nmod/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"threat_of_noun",
     "a/a/DET/2/det threat/threat/NOUN/0/root of/of/ADP/4/case attack/attack/NOUN/2/nmod on/on/ADP/6/case Iraq/Iraq/PROPN/4/nmod/-/B-place "
     "by/by/ADP/8/case Iran/Iran/PROPN/4/nmod/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
};

INSTANTIATE_TEST_SUITE_P(Words, StatusOf, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<Case>& each) { return each.param.name; });

}  // namespace
}  // namespace annalist
