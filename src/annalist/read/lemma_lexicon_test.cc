#include "annalist/read/lemma_lexicon.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

Token token(const char* form, Upos upos, const char* feats) {
  Token made;
  made.form = form;
  made.upos = upos;
  made.feats = feats;
  return made;
}

TEST(LemmaLexicon, FindsByFormUposAndInflection) {
  const auto lexicon = LemmaLexicon::parse(
      "# a "
      "comment\nHeights\tPROPN\tPlur\tHeight\nfound\tVERB\tFinPast\tfind\nfound\tVERB\tInf\tfound\nmen\tNOUN\tPlur\tman\nred\tADJ\t\tred\n",
      "l");
  ASSERT_TRUE(lexicon.has_value());
  EXPECT_EQ(lexicon->lemma(token("Found", Upos::kVerb, "Mood=Ind|Tense=Past|VerbForm=Fin")), "find");
  EXPECT_EQ(lexicon->lemma(token("found", Upos::kVerb, "VerbForm=Inf")), "found");
  EXPECT_EQ(lexicon->lemma(token("found", Upos::kVerb, "Tense=Past|VerbForm=Part")), "");
  EXPECT_EQ(lexicon->lemma(token("Heights", Upos::kPropn, "Number=Plur")), "Height");
  EXPECT_EQ(lexicon->lemma(token("heights", Upos::kPropn, "Number=Plur")), "");
  EXPECT_EQ(lexicon->lemma(token("MEN", Upos::kNoun, "Number=Plur")), "man");
  EXPECT_EQ(lexicon->lemma(token("men", Upos::kNoun, "Number=Plur|Typo=Yes")), "");
  EXPECT_EQ(lexicon->lemma(token("red", Upos::kAdj, "Degree=Pos")), "red");
  EXPECT_EQ(lexicon->lemma(token("Red", Upos::kAdj, "Degree=Pos")), "");
  EXPECT_EQ(LemmaLexicon().lemma(token("men", Upos::kNoun, "Number=Plur")), "");
}

TEST(LemmaLexicon, AnotherLexiconHasAnotherFingerprint) {
  const auto one = LemmaLexicon::parse("men\tNOUN\tPlur\tman\n", "l"), other = LemmaLexicon::parse("men\tNOUN\tPlur\tmen\n", "l");
  ASSERT_TRUE(one.has_value() && other.has_value());
  EXPECT_EQ(one->fingerprint().size(), 12u);
  EXPECT_NE(one->fingerprint(), other->fingerprint());
}

TEST(LemmaLexicon, RefusesWhatIsMalformed) {
  for (const char* text :
       {"men\tNOUN\tman\n", "b\tADJ\t\tb\na\tADJ\t\ta\n", "a\tADJ\t\ta\na\tADJ\t\tb\n", "a\tADJ\t\t\n", "\tADJ\t\ta\n", "a\n\n"}) {
    const auto lexicon = LemmaLexicon::parse(text, "lemmas.tsv");
    ASSERT_FALSE(lexicon.has_value()) << text;
    EXPECT_EQ(lexicon.error().where.substr(0, 11), "lemmas.tsv:") << text;
  }
}

TEST(LemmaLexicon, ShippedFileOpens) {
  const auto lexicon = LemmaLexicon::open(std::string(ANNALIST_SOURCE_DIR) + "/models/lemmas.tsv");
  ASSERT_TRUE(lexicon.has_value()) << lexicon.error().text();
  EXPECT_EQ(lexicon->lemma(token("children", Upos::kNoun, "Number=Plur")), "child");
}

}  // namespace
}  // namespace annalist
