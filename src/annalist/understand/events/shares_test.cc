#include "annalist/understand/events/shares.h"

#include <gtest/gtest.h>

#include "annalist/understand/events/test_sentence.h"

namespace annalist {
namespace {

constexpr char kCodebook[] = R"(
type AID
  quad 2
  cameo 070
pattern give
  verb give, send
  actor subject
  recipient iobject, to
)";

// "recipients amount" of each event, parted by " | "; amounts are the words joined by "_".
std::string shared(const std::string& tokens, const std::string& written) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::parse({{"t.codebook", kCodebook}}, faults);
  EXPECT_TRUE(faults.empty());
  const auto knowledge = Knowledge::from_text("");
  const ConlluDocument document = sentence_of_text(tokens);
  std::vector<Amount> amounts;
  std::istringstream in(written);
  for (std::string each; in >> each;) {
    for (char& c : each) c = c == '_' ? ' ' : c;
    Amount amount;
    amount.tokens = tokens_of(document, each);
    amount.words = span_of(document.reading, amount.tokens);
    amounts.push_back(amount);
  }
  std::string out;
  for (const Event& event : find_events(document.document, document.reading, actors_of(document), {}, amounts, {}, codebook, *knowledge)) {
    out += out.empty() ? "" : " | ";
    for (const Participant& p : event.recipients) out += p.name + " ";
    out += event.amount == kNone ? "-" : std::string(words_of(document.document.text, amounts[static_cast<size_t>(event.amount)].words));
  }
  return out;
}

TEST(Shares, EachReceiverHasItsFigureBeforeIt) {
  EXPECT_EQ(
      shared("Iran/Iran/PROPN/2/nsubj/-/B-place gave/give/VERB/0/root/Tense=Past|VerbForm=Fin Iraq/Iraq/PROPN/2/iobj/-/B-place "
             "three/three/NUM/5/nummod tanks/tank/NOUN/2/obj and/and/CCONJ/7/cc Oman/Oman/PROPN/5/conj/-/B-place two/two/NUM/9/nummod "
             "jets/jet/NOUN/2/conj",
             "three_tanks two_jets"),
      "Iraq three tanks | Oman two jets");
}

TEST(Shares, EachReceiverHasItsFigureAfterIt) {
  EXPECT_EQ(shared("Iran/Iran/PROPN/2/nsubj/-/B-place sent/send/VERB/0/root/Tense=Past|VerbForm=Fin three/three/NUM/4/nummod "
                   "tanks/tank/NOUN/2/obj to/to/ADP/6/case Iraq/Iraq/PROPN/2/obl/-/B-place and/and/CCONJ/9/cc two/two/NUM/9/nummod "
                   "jets/jet/NOUN/6/conj to/to/ADP/11/case Oman/Oman/PROPN/9/nmod/-/B-place",
                   "three_tanks two_jets"),
            "Iraq three tanks | Oman two jets");
}

TEST(Shares, OneFigureIsForAll) {
  EXPECT_EQ(
      shared("Iran/Iran/PROPN/2/nsubj/-/B-place sent/send/VERB/0/root/Tense=Past|VerbForm=Fin three/three/NUM/4/nummod "
             "tanks/tank/NOUN/2/obj to/to/ADP/6/case Iraq/Iraq/PROPN/2/obl/-/B-place and/and/CCONJ/8/cc Oman/Oman/PROPN/6/conj/-/B-place",
             "three_tanks"),
      "Iraq Oman three tanks");
}

}  // namespace
}  // namespace annalist
