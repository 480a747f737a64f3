#include "annalist/read/english_lemma.h"

#include <gtest/gtest.h>

#include <set>

#include "annalist/read/english_irregulars.h"

namespace annalist {
namespace {

// What the small world of this test knows.
bool is_word(std::string_view word) {
  static const std::set<std::string_view> kWords = {"stop",  "kill",    "control", "add",   "form", "consider", "hope",  "hop",  "use",
                                                    "us",    "company", "movie",   "city",  "test", "bath",     "bathe", "big",  "nice",
                                                    "early", "so",      "bro",     "house", "bush", "go",       "focus", "visit"};
  return kWords.contains(word);
}

constexpr const char* kPast = "Mood=Ind|Tense=Past|VerbForm=Fin";
constexpr const char* kPart = "Tense=Past|VerbForm=Part|Voice=Pass";
constexpr const char* kIng = "VerbForm=Ger";
constexpr const char* kThird = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
constexpr const char* kPlural = "Number=Plur";

TEST(EnglishLemma, Table) {
  struct Row {
    Upos upos;
    const char* form;
    const char* feats;
    const char* network;
    const char* lemma;
  };
  const Row rows[] = {
      // restored e, by rule alone: none of these is a known word here
      {Upos::kVerb, "announced", kPast, "announc", "announce"},
      {Upos::kVerb, "nominated", kPart, "nominat", "nominate"},
      {Upos::kVerb, "merged", kPast, "merg", "merge"},
      {Upos::kVerb, "excluding", kIng, "exclud", "exclude"},
      {Upos::kVerb, "endorsed", kPast, "endors", "endorse"},
      {Upos::kVerb, "besieged", kPart, "besieg", "besiege"},
      {Upos::kVerb, "disabled", kPart, "disabl", "disable"},
      {Upos::kVerb, "mired", kPart, "mir", "mire"},
      {Upos::kVerb, "arguing", kIng, "argu", "argue"},
      // no e
      {Upos::kVerb, "predicted", kPast, "predicte", "predict"},
      {Upos::kVerb, "Formed", kPast, "forme", "form"},
      {Upos::kVerb, "suffering", kIng, "suffere", "suffer"},
      {Upos::kVerb, "feared", kPast, "feare", "fear"},
      {Upos::kVerb, "shelled", kPast, "shell", "shell"},
      {Upos::kVerb, "visited", kPast, "visite", "visit"},
      // doubled consonants
      {Upos::kVerb, "stopped", kPast, "stopp", "stop"},
      {Upos::kVerb, "submitted", kPart, "submitt", "submit"},
      {Upos::kVerb, "killed", kPart, "kille", "kill"},
      {Upos::kVerb, "controlled", kPart, "controll", "control"},
      {Upos::kVerb, "compelled", kPart, "compell", "compel"},
      {Upos::kVerb, "added", kPast, "ad", "add"},
      // short stems would have doubled
      {Upos::kVerb, "hoping", kIng, "hop", "hope"},
      {Upos::kVerb, "used", kPart, "us", "use"},
      // both possible: the network's choice
      {Upos::kVerb, "bathing", kIng, "bathe", "bathe"},
      {Upos::kVerb, "bathing", kIng, "bath", "bath"},
      // y
      {Upos::kVerb, "tried", kPast, "tri", "try"},
      {Upos::kVerb, "died", kPast, "di", "die"},
      {Upos::kVerb, "dying", kIng, "dy", "die"},
      {Upos::kVerb, "denies", kThird, "denie", "deny"},
      // irregular, with prefixes too
      {Upos::kVerb, "stolen", kPart, "stol", "steal"},
      {Upos::kVerb, "sold", kPart, "so", "sell"},
      {Upos::kVerb, "broke", kPast, "bro", "break"},
      {Upos::kVerb, "overthrew", kPast, "overthr", "overthrow"},
      {Upos::kVerb, "found", "VerbForm=Inf", "find", "found"},
      // third person and base forms
      {Upos::kVerb, "goes", kThird, "goe", "go"},
      {Upos::kVerb, "expresses", kThird, "expresse", "express"},
      {Upos::kVerb, "announces", kThird, "announc", "announce"},
      {Upos::kVerb, "specialize", "VerbForm=Inf", "specializ", "specialize"},
      {Upos::kVerb, "are", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "are", "be"},
      // nouns
      {Upos::kNoun, "companies", kPlural, "companie", "company"},
      {Upos::kNoun, "movies", kPlural, "movy", "movie"},
      {Upos::kNoun, "clashes", kPlural, "clashe", "clash"},
      {Upos::kNoun, "houses", kPlural, "hous", "house"},
      {Upos::kNoun, "hostages", kPlural, "hostag", "hostage"},
      {Upos::kNoun, "wives", kPlural, "wive", "wife"},
      {Upos::kNoun, "gunmen", kPlural, "gunmen", "gunman"},
      {Upos::kNoun, "gunmen", kPlural, "gunme", "gunman"},
      {Upos::kNoun, "troops", kPlural, "troops", "troops"},
      {Upos::kNoun, "saboteur", "Number=Sing", "saboteu", "saboteur"},
      // comparison
      {Upos::kAdj, "bigger", "Degree=Cmp", "bigg", "big"},
      {Upos::kAdj, "nicest", "Degree=Sup", "nic", "nice"},
      {Upos::kAdj, "earlier", "Degree=Cmp", "earli", "early"},
      {Upos::kAdj, "better", "Degree=Cmp", "good", "good"},
      // nouns and adjectives in -ing and -ed are their own lemmas
      {Upos::kNoun, "stopping", "Number=Sing", "stop", "stopping"},
      {Upos::kAdj, "used", "Degree=Pos", "use", "used"},
      // names, numbers, marks
      {Upos::kPropn, "Parties", kPlural, "Partie", "Party"},
      {Upos::kPropn, "PARTIES", kPlural, "PARTIE", "PARTY"},
      {Upos::kNum, "1,250,000.5", "_", "1,250,000.5", "1250000.5"},
      {Upos::kNum, "7,50", "_", "7,50", "7,50"},
      {Upos::kNum, "3.141,5", "_", "3.141,5", "3.141,5"},
      {Upos::kPunct, "...", "_", "…", "..."},
      {Upos::kPunct, "--", "_", "-", "--"},
      // a script of another word
      {Upos::kVerb, "bid", kPart, "b", "bid"},
      // left alone
      {Upos::kPropn, "Rawlings", kPlural, "Rawlings", "Rawlings"},
      {Upos::kNoun, "Olympics", kPlural, "Olympic", "Olympic"},
      {Upos::kVerb, "teh", "Typo=Yes|VerbForm=Inf", "the", "the"},
      {Upos::kAux, "'s", kThird, "be", "be"},
      {Upos::kPron, "i", "Case=Nom", "i", "I"},
  };
  for (const Row& row : rows) {
    Token token;
    token.form = row.form;
    token.upos = row.upos;
    token.feats = row.feats;
    EXPECT_EQ(english_lemma(token, row.network, is_word), row.lemma) << row.form << " " << row.feats << " from " << row.network;
  }
}

TEST(EnglishIrregulars, Lookups) {
  EXPECT_EQ(irregular_verb("abode"), "");
  EXPECT_EQ(irregular_verb("arose"), "arise");
  EXPECT_EQ(irregular_verb("wrung"), "wring");
  EXPECT_EQ(irregular_verb("zapped"), "");
  EXPECT_EQ(irregular_noun("women"), "woman");
  EXPECT_EQ(irregular_noun("alumni"), "alumnus");
}

}  // namespace
}  // namespace annalist
