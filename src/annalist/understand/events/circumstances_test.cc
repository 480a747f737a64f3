// When, where and how much (dates.h, carry.h, places.h, amount.h): sentences with hand-written trees; times
// and amounts are given.
#include <gtest/gtest.h>

#include <algorithm>

#include "annalist/understand/events/test_sentence.h"

namespace annalist {
namespace {

constexpr char kCodebook[] = R"(
type CONSULT
  quad 1
  cameo 040
type ACCUSE
  quad 3
  cameo 112
type ASSAULT
  quad 4
  cameo 190

class light: launch

type ASSAULT
pattern attack
  verb bomb, kill, wound, hit
  noun attack
  actor subject
  recipient object, on
type CONSULT
pattern visit
  verb visit
  noun visit
  actor subject
  recipient object, to
type ACCUSE
pattern accuse
  verb accuse
  actor subject
  recipient object
)";

struct Case {
  const char* name;
  const char* tokens;
  const char* times;    // "Monday=2024-06-17", words joined by "_"
  const char* amounts;  // "five_men"
  const char* expected;
};

std::string spaced(std::string words) {
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::vector<Timex> times_of(const ConlluDocument& document, const char* written) {
  std::vector<Timex> out;
  std::istringstream in(written);
  for (std::string each; in >> each;) {
    const size_t equals = each.find('=');
    Timex timex;
    timex.tokens = tokens_of(document, spaced(each.substr(0, equals)));
    timex.words = span_of(document.reading, timex.tokens);
    timex.value = each.substr(equals + 1);
    timex.range = parse_iso_range(timex.value);
    EXPECT_TRUE(timex.range.has_value()) << each;
    out.push_back(timex);
  }
  return out;
}

std::vector<Amount> amounts_of(const ConlluDocument& document, const char* written) {
  std::vector<Amount> out;
  std::istringstream in(written);
  for (std::string each; in >> each;) {
    Amount amount;
    amount.tokens = tokens_of(document, spaced(each));
    amount.words = span_of(document.reading, amount.tokens);
    out.push_back(amount);
  }
  return out;
}

// "trigger date carried at place amount", events parted by " | ".
std::string circumstances(const Case& each) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::parse({{"t.codebook", kCodebook}}, faults);
  EXPECT_TRUE(faults.empty());
  const auto knowledge = Knowledge::from_text("");
  ConlluDocument document = sentence_of_text(each.tokens);
  document.document.published = Date{2024, 6, 24};
  const std::vector<Amount> amounts = amounts_of(document, each.amounts);
  const std::vector<Event> events = find_events(document.document, document.reading, actors_of(document), times_of(document, each.times),
                                                amounts, {}, codebook, *knowledge);
  std::string out;
  for (const Event& event : events) {
    out += (out.empty() ? "" : " | ") + std::string(words_of(document.document.text, event.trigger));
    if (event.date) out += " " + to_iso(*event.date);
    if (event.date_how == "carried") out += " carried";
    if (event.place) out += " at " + event.place->name;
    if (event.amount != kNone) out += " " + std::string(words_of(document.document.text, amounts[static_cast<size_t>(event.amount)].words));
  }
  return out;
}

class Circumstances : public testing::TestWithParam<Case> {};

TEST_P(Circumstances, OfEvents) { EXPECT_EQ(circumstances(GetParam()), GetParam().expected); }

constexpr Case kCases[] = {
    {"own",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place Monday/Monday/PROPN/2/obl:unmarked",
     "Monday=2024-06-17", "", "bombed 2024-06-17"},
    {"told_aside_dates_nothing_after_it",
     "Iran/Iran/PROPN/2/nsubj/-/B-place visited/visit/VERB/0/root/Tense=Past|VerbForm=Fin Oman/Oman/PROPN/2/obj/-/B-place "
     "which/which/PRON/6/nsubj:pass/PronType=Rel was/be/AUX/6/aux:pass/Tense=Past|VerbForm=Fin "
     "bombed/bomb/VERB/3/acl:relcl/Tense=Past|VerbForm=Part Monday/Monday/PROPN/6/obl:unmarked || "
     "Iran/Iran/PROPN/2/nsubj/-/B-place visited/visit/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/obj/-/B-place",
     "Monday=2024-06-17", "", "visited at Oman | bombed 2024-06-17 | visited at Iraq"},
    {"fronted_and_shared",
     "Monday/Monday/PROPN/3/obl:unmarked Iran/Iran/PROPN/3/nsubj/-/B-place "
     "bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/3/obj/-/B-place and/and/CCONJ/6/cc "
     "visited/visit/VERB/3/conj/Tense=Past|VerbForm=Fin Oman/Oman/PROPN/6/obj/-/B-place",
     "Monday=2024-06-17", "", "bombed 2024-06-17 | visited 2024-06-17 at Oman"},
    {"each_its_own",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place Monday/Monday/PROPN/2/obl:unmarked and/and/CCONJ/6/cc "
     "visited/visit/VERB/2/conj/Tense=Past|VerbForm=Fin Oman/Oman/PROPN/6/obj/-/B-place "
     "Friday/Friday/PROPN/6/obl:unmarked",
     "Monday=2024-06-17 Friday=2024-06-21", "", "bombed 2024-06-17 | visited 2024-06-21 at Oman"},
    {"saying_has_its_own_day",
     "Oman/Oman/PROPN/2/nsubj/-/B-place said/say/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Friday/Friday/PROPN/2/obl:unmarked Iran/Iran/PROPN/5/nsubj/-/B-place "
     "bombed/bomb/VERB/2/ccomp/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/5/obj/-/B-place",
     "Friday=2024-06-21", "", "bombed"},
    {"relative_clause_has_its_own_day",
     "Iran/Iran/PROPN/5/nsubj/-/B-place which/which/PRON/3/nsubj "
     "slept/sleep/VERB/1/acl:relcl/Tense=Past|VerbForm=Fin Friday/Friday/PROPN/3/obl:unmarked "
     "bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/5/obj/-/B-place",
     "Friday=2024-06-21", "", "bombed"},
    {"time_drawn_out_of_its_clause",
     "Iran/Iran/PROPN/6/nsubj/-/B-place which/which/PRON/3/nsubj "
     "slept/sleep/VERB/1/acl:relcl/Tense=Past|VerbForm=Fin Friday/Friday/PROPN/6/obl:unmarked "
     ",/,/PUNCT/3/punct bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/6/obj/-/B-place",
     "Friday=2024-06-21", "", "bombed"},
    {"time_of_a_thing",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin the/the/DET/5/det "
     "2015/2015/NUM/5/compound memorial/memorial/NOUN/2/obj of/of/ADP/7/case "
     "Iraq/Iraq/PROPN/5/nmod/-/B-place",
     "2015=2015", "", "bombed"},
    {"after_is_not_at",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place after/after/ADP/5/case Friday/Friday/PROPN/2/obl",
     "Friday=2024-06-21", "", "bombed"},
    {"since_runs_to_the_day_of_writing",
     "Iran/Iran/PROPN/3/nsubj/-/B-place has/have/AUX/3/aux/Tense=Pres "
     "bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Part Iraq/Iraq/PROPN/3/obj/-/B-place "
     "since/since/ADP/6/case 2017/2017/NUM/3/obl",
     "2017=2017", "", "bombed 2017-01-01/2024-06-24"},
    {"noun_has_its_own",
     "Oman/Oman/PROPN/2/nsubj/-/B-place visited/visit/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place after/after/ADP/7/case Monday/Monday/PROPN/7/nmod:poss "
     "'s/'s/PART/5/case attack/attack/NOUN/2/obl by/by/ADP/9/case Iran/Iran/PROPN/7/nmod/-/B-place",
     "Monday=2024-06-17", "", "visited at Iraq | attack 2024-06-17"},
    {"whole_interval",
     "Iran/Iran/PROPN/2/nsubj/-/B-place visited/visit/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Oman/Oman/PROPN/2/obj/-/B-place Monday/Monday/PROPN/2/obl:unmarked to/to/ADP/6/case "
     "Friday/Friday/PROPN/4/nmod",
     "Monday_to_Friday=2024-06-17/2024-06-21 Monday=2024-06-17 Friday=2024-06-21", "", "visited 2024-06-17/2024-06-21 at Oman"},
    {"narrative_runs_on",
     "Monday/Monday/PROPN/3/obl:unmarked Iran/Iran/PROPN/3/nsubj/-/B-place "
     "bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/3/obj/-/B-place || "
     "Oman/Oman/PROPN/2/nsubj/-/B-place visited/visit/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Qatar/Qatar/PROPN/2/obj/-/B-place",
     "Monday=2024-06-17", "", "bombed 2024-06-17 | visited 2024-06-17 carried at Qatar"},
    {"present_perfect_does_not",
     "Monday/Monday/PROPN/3/obl:unmarked Iran/Iran/PROPN/3/nsubj/-/B-place "
     "bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/3/obj/-/B-place || "
     "Oman/Oman/PROPN/3/nsubj/-/B-place has/have/AUX/3/aux/Tense=Pres "
     "visited/visit/VERB/0/root/Tense=Past|VerbForm=Part Qatar/Qatar/PROPN/3/obj/-/B-place",
     "Monday=2024-06-17", "", "bombed 2024-06-17 | visited at Qatar"},
    {"the_visit_refers_back",
     "Oman/Oman/PROPN/2/nsubj/-/B-place visited/visit/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Qatar/Qatar/PROPN/2/obj/-/B-place Monday/Monday/PROPN/2/obl:unmarked || The/the/DET/2/det "
     "visit/visit/NOUN/5/nsubj by/by/ADP/4/case Oman/Oman/PROPN/2/nmod/-/B-place "
     "pleases/please/VERB/0/root/Tense=Pres|VerbForm=Fin",
     "Monday=2024-06-17", "", "visited 2024-06-17 at Qatar | visit 2024-06-17 carried at Qatar"},
    {"locative_phrase",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place in/in/ADP/5/case Syria/Syria/PROPN/2/obl/-/B-place",
     "", "", "bombed at Syria"},
    {"said_elsewhere",
     "Iran/Iran/PROPN/2/nsubj/-/B-place accused/accuse/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place of/of/SCONJ/5/mark theft/theft/NOUN/2/obl in/in/ADP/7/case "
     "Syria/Syria/PROPN/5/nmod/-/B-place",
     "", "", "accused"},
    {"site",
     "Iran/Iran/PROPN/2/nsubj/-/B-place bombed/bomb/VERB/0/root/Tense=Past|VerbForm=Fin "
     "Iraq/Iraq/PROPN/2/obj/-/B-place near/near/ADP/6/case army/army/NOUN/6/compound posts/post/NOUN/2/obl",
     "", "", "bombed at army posts"},
    {"two_amounts",
     "Iran/Iran/PROPN/2/nsubj/-/B-place killed/kill/VERB/0/root/Tense=Past|VerbForm=Fin "
     "five/five/NUM/4/nummod men/man/NOUN/2/obj and/and/CCONJ/6/cc "
     "wounded/wound/VERB/2/conj/Tense=Past|VerbForm=Fin nine/nine/NUM/8/nummod boys/boy/NOUN/6/obj",
     "", "five_men nine_boys", "killed five men | wounded nine boys"},
    {"amount_as_subject",
     "six/six/NUM/2/nummod shells/shell/NOUN/5/nsubj of/of/ADP/4/case Iran/Iran/PROPN/2/nmod/-/B-place "
     "hit/hit/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/5/obj/-/B-place",
     "", "six_shells", "hit six shells"},
};

INSTANTIATE_TEST_SUITE_P(Sentences, Circumstances, testing::ValuesIn(kCases),
                         [](const testing::TestParamInfo<Case>& each) { return each.param.name; });

}  // namespace
}  // namespace annalist
