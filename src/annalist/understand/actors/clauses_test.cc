#include "annalist/understand/actors/clauses.h"

#include <gtest/gtest.h>

#include "annalist/understand/actors/test_document.h"

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* sentence;
  TokenIndex word;       // in whose clause
  TokenIndex predicate;  // what heads that
  TokenIndex subject;    // who its subject is
  SubjectHow how;
};

TEST(Clauses, Table) {
  const Row rows[] = {
      {"spoken", "Havik/PROPN/2/nsubj sold:sell/VERB/0/root his/PRON/4/nmod:poss house/NOUN/2/obj", 2, 1, 0, SubjectHow::kSpoken},
      {"asked",
       "Havik/PROPN/2/nsubj asked:ask/VERB/0/root Oster/PROPN/2/obj to/PART/5/mark bring/VERB/2/xcomp his/PRON/7/nmod:poss book/NOUN/5/obj",
       5, 4, 2, SubjectHow::kImplied},
      {"shared", "Havik/PROPN/2/nsubj left:leave/VERB/0/root and/CCONJ/4/cc sold:sell/VERB/2/conj his/PRON/6/nmod:poss house/NOUN/4/obj", 4,
       3, 0, SubjectHow::kImplied},
      {"participle", "They/PRON/2/nsubj saw:see/VERB/0/root Havik/PROPN/2/obj holding:hold/VERB/3/acl her/PRON/6/nmod:poss hat/NOUN/4/obj",
       4, 3, 2, SubjectHow::kImplied},
      {"passing through a noun",
       "Havik/PROPN/2/nsubj came:come/VERB/0/root with/ADP/4/case friends/NOUN/2/obl of/ADP/6/case his/PRON/4/nmod:poss", 5, 1, 0,
       SubjectHow::kSpoken},
      {"nobody", "Sell/VERB/0/root his/PRON/3/nmod:poss house/NOUN/1/obj", 1, 0, kNoToken, SubjectHow::kNobody},
  };
  for (const Row& row : rows) {
    const ConlluDocument parsed = test_document(row.sentence);
    const Clauses clauses(parsed.reading, Children(parsed.reading));
    EXPECT_EQ(clauses.around(row.word), row.predicate) << row.name;
    EXPECT_EQ(clauses.subject(row.predicate).token, row.subject) << row.name;
    EXPECT_EQ(clauses.subject(row.predicate).how, row.how) << row.name;
  }
}

TEST(Clauses, ARelativePronounStandsForItsNoun) {
  ConlluDocument parsed =
      test_document("Havik/PROPN/0/root who/PRON/3/nsubj sold:sell/VERB/1/acl:relcl his/PRON/5/nmod:poss house/NOUN/3/obj");
  parsed.reading.tokens[1].feats = "PronType=Rel";
  const Clauses clauses(parsed.reading, Children(parsed.reading));
  EXPECT_EQ(clauses.subject(2).token, 0);
  EXPECT_EQ(clauses.subject(2).how, SubjectHow::kRelative);
  EXPECT_EQ(clauses.around(0), kNoToken);
}

}  // namespace
}  // namespace annalist
