#include "annalist/understand/events/find_events.h"

#include <gtest/gtest.h>

#include "annalist/understand/events/test_sentence.h"

namespace annalist {
namespace {

constexpr char kCodebook[] = R"(
type AGREE
  quad 1
  cameo 030
type CONSULT
  quad 1
  cameo 040
  announced AGREE 036
  refused REJECT 125
type REQUEST
  quad 3
  cameo 100
type REJECT
  quad 3
  cameo 120
type THREATEN
  quad 3
  cameo 130
type ASSAULT
  quad 4
  cameo 190
  announced THREATEN 138

class light: launch, hold

type ASSAULT
pattern attack
  verb attack, bomb
  noun attack
  actor subject
  recipient object, on
type CONSULT
pattern visit
  verb visit
  actor subject
  recipient object
  needs both
pattern talks
  noun talk
  actor subject, between
  recipient with
  mutual
type AGREE
pattern promise
  verb promise
  when complement is any
  actor subject
  recipient object, complement
type REQUEST
pattern ask
  verb ask, call on
  actor subject
  recipient object
  needs both
pattern tell
  verb tell
  when complement is infinitive
  actor subject
  recipient object
type ASSAULT
pattern deadly
  verb kill
  when subject is bomb
  recipient object
  public
)";

struct Case {
  const char* name;
  const char* tokens;
  const char* expected;
};

class FindEvents : public testing::TestWithParam<Case> {};

TEST_P(FindEvents, Codes) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::parse({{"t.codebook", kCodebook}}, faults);
  ASSERT_TRUE(faults.empty()) << faults.front().text();
  EXPECT_EQ(coded(GetParam().tokens, codebook), GetParam().expected);
}

constexpr Case kCases[] = {
    {"each_other",
     "Iran/Iran/PROPN/4/nsubj/-/B-place and/and/CCONJ/3/cc Iraq/Iraq/PROPN/1/conj/-/B-place "
     "attacked/attack/VERB/0/root/Tense=Past|VerbForm=Fin "
     "each/each/DET/6/det other/other/ADJ/4/obj",
     "ASSAULT 190 actual: Iran Iraq > Iran Iraq"},
    {"each_other_as_one",
     "Iran/Iran/PROPN/4/nsubj/-/B-place and/and/CCONJ/3/cc Iraq/Iraq/PROPN/1/conj/-/B-place "
     "attacked/attack/VERB/0/root/Tense=Past|VerbForm=Fin "
     "each/each/DET/4/obj other/other/ADJ/5/fixed",
     "ASSAULT 190 actual: Iran Iraq > Iran Iraq"},
    {"told_to",
     "Iran/Iran/PROPN/2/nsubj/-/B-place told/tell/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place to/to/PART/5/mark "
     "leave/leave/VERB/2/xcomp/VerbForm=Inf",
     "REQUEST 100 actual: Iran > Iraq"},
    {"told_that_it_would",
     "Iran/Iran/PROPN/2/nsubj/-/B-place told/tell/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place it/it/PRON/6/nsubj "
     "would/would/AUX/6/aux/VerbForm=Fin leave/leave/VERB/2/ccomp/VerbForm=Inf",
     ""},
    {"public_act", "a/a/DET/2/det bomb/bomb/NOUN/3/nsubj killed/kill/VERB/0/root/Tense=Past|VerbForm=Fin Omar/Omar/PROPN/3/obj/-/B-person",
     "ASSAULT 190 actual: > Omar"},
    {"engaged_in_an_attack",
     "Iran/Iran/PROPN/3/nsubj/-/B-place is/be/AUX/3/aux:pass/Tense=Pres|VerbForm=Fin "
     "engaged/engage/VERB/0/root/Tense=Past|VerbForm=Part|Voice=Pass "
     "in/in/ADP/6/case an/a/DET/6/det attack/attack/NOUN/3/obl on/on/ADP/8/case Iraq/Iraq/PROPN/6/nmod/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"active", "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"passive",
     "Iraq/Iraq/PROPN/3/nsubj:pass/-/B-place was/be/AUX/3/aux:pass bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part by/by/ADP/5/case "
     "Iran/Iran/PROPN/3/obl:agent/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"relative_clause",
     "Iran/Iran/PROPN/5/nsubj/-/B-place which/which/PRON/3/nsubj bombed/bomb/VERB/1/acl:relcl/VerbForm=Fin Iraq/Iraq/PROPN/3/obj/-/B-place "
     "slept/sleep/VERB/0/root",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"conjoined_verbs_and_actors",
     "Iran/Iran/PROPN/4/nsubj/-/B-place and/and/CCONJ/3/cc Oman/Oman/PROPN/1/conj/-/B-place waited/wait/VERB/0/root and/and/CCONJ/6/cc "
     "bombed/bomb/VERB/4/conj/VerbForm=Fin Iraq/Iraq/PROPN/6/obj/-/B-place",
     "ASSAULT 190 actual: Iran Oman > Iraq"},
    {"control",
     "Iran/Iran/PROPN/2/nsubj/-/B-place began/begin/VERB/0/root to/to/PART/4/mark bomb/bomb/VERB/2/xcomp/VerbForm=Inf "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"noun_with_modifier_and_light_verb",
     "Iran/Iran/PROPN/2/nsubj/-/B-place launched/launch/VERB/0/root an/a/DET/4/det attack/attack/NOUN/2/obj on/on/ADP/6/case "
     "Iraq/Iraq/PROPN/4/nmod/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"talks_between",
     "Talks/talk/NOUN/5/nsubj:pass between/between/ADP/3/case Iran/Iran/PROPN/1/nmod/-/B-place were/be/AUX/5/aux:pass "
     "held/hold/VERB/0/root/Tense=Past|VerbForm=Part with/with/ADP/7/case Iraq/Iraq/PROPN/5/obl/-/B-place",
     "CONSULT 040 actual: Iran > Iraq"},
    {"announced_cooperation",
     "Iran/Iran/PROPN/3/nsubj/-/B-place will/will/AUX/3/aux visit/visit/VERB/0/root/VerbForm=Inf Iraq/Iraq/PROPN/3/obj/-/B-place",
     "AGREE 036 actual: Iran > Iraq"},
    {"announced_conflict",
     "Iran/Iran/PROPN/3/nsubj/-/B-place will/will/AUX/3/aux bomb/bomb/VERB/0/root/VerbForm=Inf Iraq/Iraq/PROPN/3/obj/-/B-place",
     "THREATEN 138 actual: Iran > Iraq"},
    {"refusal",
     "Iran/Iran/PROPN/4/nsubj/-/B-place will/will/AUX/4/aux not/not/PART/4/advmod visit/visit/VERB/0/root/VerbForm=Inf "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "REJECT 125 actual: Iran > Iraq"},
    {"plain_negation_is_no_event",
     "Iran/Iran/PROPN/4/nsubj/-/B-place did/do/AUX/4/aux not/not/PART/4/advmod bomb/bomb/VERB/0/root/VerbForm=Inf "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     ""},
    {"possible", "Iran/Iran/PROPN/3/nsubj/-/B-place may/may/AUX/3/aux bomb/bomb/VERB/0/root/VerbForm=Inf Iraq/Iraq/PROPN/3/obj/-/B-place",
     "ASSAULT 190 possible: Iran > Iraq"},
    {"denied",
     "Iran/Iran/PROPN/2/nsubj/-/B-place denied/deny/VERB/0/root that/that/SCONJ/5/mark it/it/PRON/5/nsubj "
     "bombed/bomb/VERB/2/ccomp/VerbForm=Fin|Tense=Past Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 denied: Iran > Iraq"},
    {"ongoing",
     "Iran/Iran/PROPN/3/nsubj/-/B-place is/be/AUX/3/aux/Tense=Pres bombing/bomb/VERB/0/root/Tense=Pres|VerbForm=Part "
     "Iraq/Iraq/PROPN/3/obj/-/B-place",
     "ASSAULT 190 ongoing: Iran > Iraq"},
    {"promised_act_is_no_record",
     "Iran/Iran/PROPN/2/nsubj/-/B-place promised/promise/VERB/0/root/VerbForm=Fin to/to/PART/4/mark visit/visit/VERB/2/xcomp/VerbForm=Inf "
     "Iraq/Iraq/PROPN/4/obj/-/B-place",
     "AGREE 030 actual: Iran > Iraq"},
    {"preposition_in_the_trigger",
     "Iran/Iran/PROPN/2/nsubj/-/B-place called/call/VERB/0/root/VerbForm=Fin on/on/ADP/4/case Iraq/Iraq/PROPN/2/obl/-/B-place",
     "REQUEST 100 actual: Iran > Iraq"},
    {"odd_lemma_is_found_by_its_form",
     "Iran/Iran/PROPN/2/nsubj/-/B-place visited/visite/VERB/0/root/VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place",
     "CONSULT 040 actual: Iran > Iraq"},
    {"owner_of_the_object",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/VerbForm=Fin bridges/bridge/NOUN/2/obj of/of/ADP/5/case "
     "Iraq/Iraq/PROPN/3/nmod/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"act_asked_for_is_no_record",
     "Oman/Oman/PROPN/2/nsubj/-/B-place requires/require/VERB/0/root/VerbForm=Fin Iran/Iran/PROPN/2/obj/-/B-place "
     "to/to/PART/5/mark visit/visit/VERB/2/xcomp/VerbForm=Inf Iraq/Iraq/PROPN/5/obj/-/B-place",
     ""},
    {"attributive_participle_is_background",
     "the/the/DET/3/det bombed/bomb/VERB/3/amod/Tense=Past|VerbForm=Part Iraq/Iraq/PROPN/4/nsubj/-/B-place slept/sleep/VERB/0/root", ""},
    {"gerund_done_by_the_object",
     "Oman/Oman/PROPN/2/nsubj/-/B-place thanked/thank/VERB/0/root/VerbForm=Fin Iran/Iran/PROPN/2/obj/-/B-place for/for/SCONJ/5/mark "
     "bombing/bomb/VERB/2/advcl/VerbForm=Ger Iraq/Iraq/PROPN/5/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"agent_hung_on_the_patient",
     "The/the/DET/2/det attack/attack/NOUN/7/nsubj on/on/ADP/4/case Iraq/Iraq/PROPN/2/nmod/-/B-place by/by/ADP/6/case "
     "Iran/Iran/PROPN/2/nmod/-/B-place failed/fail/VERB/0/root",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"known_attack_is_not_the_subjects",
     "Iran/Iran/PROPN/2/nsubj/-/B-place waited/wait/VERB/0/root/Tense=Past|VerbForm=Fin during/during/ADP/5/case the/the/DET/5/det "
     "attack/attack/NOUN/2/obl on/on/ADP/7/case Iraq/Iraq/PROPN/5/nmod/-/B-place",
     "ASSAULT 190 actual: > Iraq"},
    {"after_an_attack_is_no_light_verbs",
     "Iran/Iran/PROPN/2/nsubj/-/B-place held/hold/VERB/0/root/Tense=Past|VerbForm=Fin prayers/prayer/NOUN/2/obj after/after/ADP/6/case "
     "an/a/DET/6/det attack/attack/NOUN/2/obl on/on/ADP/8/case Iraq/Iraq/PROPN/6/nmod/-/B-place",
     "ASSAULT 190 actual: > Iraq"},
    {"a_message_speaks_for_who_sent_it",
     "Iran/Iran/PROPN/2/nsubj/-/B-place sent/send/VERB/0/root/Tense=Past|VerbForm=Fin a/a/DET/4/det letter/letter/NOUN/2/obj "
     "asking/ask/VERB/4/acl/VerbForm=Ger Iraq/Iraq/PROPN/5/obj/-/B-place",
     "REQUEST 100 actual: Iran > Iraq"},
    {"a_participle_goes_on_with_the_clause_before_it",
     "a/a/DET/2/det visit/visit/NOUN/0/root since/since/SCONJ/5/mark Iran/Iran/PROPN/5/nsubj/-/B-place "
     "waited/wait/VERB/2/advcl/Tense=Past|VerbForm=Fin bombing/bomb/VERB/2/advcl/VerbForm=Ger Iraq/Iraq/PROPN/6/obj/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"whose_attack_it_is",
     "Oman/Oman/PROPN/2/nsubj/-/B-place launched/launch/VERB/0/root/Tense=Past|VerbForm=Fin Iran/Iran/PROPN/5/nmod:poss/-/B-place "
     "'s/'s/PART/3/case attack/attack/NOUN/2/obj on/on/ADP/7/case Iraq/Iraq/PROPN/5/nmod/-/B-place",
     "ASSAULT 190 actual: Iran > Iraq"},
    {"nobody_political", "Children/child/NOUN/2/nsubj bombed/bomb/VERB/0/root/VerbForm=Fin cakes/cake/NOUN/2/obj", ""},
};

INSTANTIATE_TEST_SUITE_P(Frames, FindEvents, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<Case>& each) { return each.param.name; });

// The speaker of a statement is the actor of a demand made by a modal.
TEST(FindEventsModal, SpeakerDemands) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::parse({{"t.codebook", std::string(kCodebook) + R"(
type REQUEST
pattern must
  verb must
  when complement is any
  actor speaker
  recipient subject
  needs both
)"}},
                                            faults);
  ASSERT_TRUE(faults.empty()) << faults.front().text();
  Statements statements;
  Statement statement;
  statement.source.push_back({{0, 4}, 0, "Iran"});
  statement.cue = {5, 9};
  statement.content.push_back({10, 31});
  statements.statements.push_back(statement);
  EXPECT_EQ(coded("Iran/Iran/PROPN/2/nsubj/-/B-place said/say/VERB/0/root Iraq/Iraq/PROPN/5/nsubj/-/B-place must/must/AUX/5/aux "
                  "visit/visit/VERB/2/ccomp/VerbForm=Inf Oman/Oman/PROPN/5/obj/-/B-place",
                  codebook, statements),
            "REQUEST 100 actual: Iran > Iraq");
}

}  // namespace
}  // namespace annalist
