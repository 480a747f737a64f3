#include "annalist/understand/actors/find_actors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/understand/actors/test_document.h"

namespace annalist {
namespace {

// "words=name" of each mention; a pronoun's words begin with "~", a description's with "*"; an unresolved one has no name.
std::vector<std::string> shown(const Document& document, const Actors& actors) {
  std::vector<std::string> rows;
  for (const Mention& mention : actors.mentions) {
    std::string row = mention.how == MentionHow::kPronoun ? "~" : mention.how == MentionHow::kDescription ? "*" : "";
    row += words_of(document.text, mention.words);
    row += '=';
    if (mention.actor != kNone) row += actors.actors[static_cast<size_t>(mention.actor)].name;
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Row {
  const char* name;
  const char* sentences;
  std::vector<std::string> mentions;  // all of them, in order
  Date published{2019, 9, 4};
};

class FindActors : public testing::TestWithParam<Row> {};

TEST_P(FindActors, Mentions) {
  ConlluDocument parsed = test_document(GetParam().sentences);
  parsed.document.published = GetParam().published;
  const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
  EXPECT_EQ(shown(parsed.document, actors), GetParam().mentions);
}

constexpr const char* kZarif =
    "Iranian/ADJ/3/amod/B-group Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Mohammad/PROPN/7/nsubj/B-person "
    "Javad/PROPN/4/flat/I-person Zarif/PROPN/4/flat/I-person met:meet/VERB/0/root Hamas/PROPN/9/compound/B-organization "
    "leaders~:leader/NOUN+/7/obj ./PUNCT/7/punct\n";

const std::vector<Row> kRows = {
    {"TitleAndSurnameAndPronouns",
     "Iranian/ADJ/3/amod/B-group Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Mohammad/PROPN/7/nsubj/B-person Javad/PROPN/4/flat/I-person "
     "Zarif/PROPN/4/flat/I-person met:meet/VERB/0/root Hamas/PROPN/9/compound/B-organization leaders~:leader/NOUN+/7/obj ./PUNCT/7/punct\n"
     "Zarif/PROPN/2/nsubj/B-person said:say/VERB/0/root he/PRON/4/nsubj supported:support/VERB/2/ccomp them~:they/PRON+/4/obj "
     "./PUNCT/2/punct",
     {"*Iranian Foreign Minister=Mohammad Javad Zarif", "Iranian=Iran", "Mohammad Javad Zarif=Mohammad Javad Zarif",
      "*Hamas leaders=Hamas leaders", "Hamas=Hamas", "Zarif=Mohammad Javad Zarif", "~he=Mohammad Javad Zarif", "~them=Hamas leaders"}},
    {"Apposition",
     "Sami/PROPN/9/nsubj/B-person Abu/PROPN/1/flat/I-person Zuhri~/PROPN/1/flat/I-person ,/PUNCT/7/punct a/DET/7/det "
     "Hamas/PROPN/7/compound/B-organization "
     "spokesman~/NOUN/1/appos ,/PUNCT/1/punct accused:accuse/VERB/0/root Israel~/PROPN/9/obj/B-place ./PUNCT/9/punct",
     {"Sami Abu Zuhri=Sami Abu Zuhri", "*a Hamas spokesman=Sami Abu Zuhri", "Hamas=Hamas", "Israel=Israel"}},
    {"BareDescriptionKeepsItsWords",
     "A:a/DET/4/det senior/ADJ/4/amod Hamas/PROPN/4/compound/B-organization official/NOUN/5/nsubj said:say/VERB/0/root "
     "Iranian/ADJ/7/amod/B-group "
     "officials:official/NOUN+/8/nsubj visited:visit/VERB/5/ccomp Tehran~/PROPN/8/obj/B-place ./PUNCT/5/punct",
     {"*A senior Hamas official=a senior Hamas official", "Hamas=Hamas", "*Iranian officials=Iranian officials", "Iranian=Iran",
      "Tehran=Tehran"}},
    {"HolderAtTheDate",
     "The:the/DET/4/det Iranian/ADJ/4/amod/B-group foreign/ADJ/4/amod minister/NOUN/5/nsubj criticized:criticize/VERB/0/root "
     "Israel~/PROPN/5/obj/B-place ./PUNCT/5/punct\n"
     "The:the/DET/2/det minister/NOUN/3/nsubj left~:leave/VERB/0/root ./PUNCT/3/punct",
     {"*The Iranian foreign minister=Mohammad Javad Zarif", "Iranian=Iran", "Israel=Israel", "*The minister=Mohammad Javad Zarif"}},
    {"HolderAtALaterDate",
     "The:the/DET/4/det Iranian/ADJ/4/amod/B-group foreign/ADJ/4/amod minister/NOUN/5/nsubj criticized:criticize/VERB/0/root "
     "Israel~/PROPN/5/obj/B-place ./PUNCT/5/punct",
     {"*The Iranian foreign minister=Hossein Amir-Abdollahian", "Iranian=Iran", "Israel=Israel"},
     {2022, 3, 1}},
    {"AnotherStatesMinister",
     "Iranian/ADJ/3/amod/B-group Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Mohammad/PROPN/7/nsubj/B-person Javad/PROPN/4/flat/I-person "
     "Zarif/PROPN/4/flat/I-person met:meet/VERB/0/root Iraq/PROPN/11/nmod:poss/B-place 's/PART/8/case foreign/ADJ/11/amod "
     "minister~/NOUN/7/obj ./PUNCT/7/punct",
     {"*Iranian Foreign Minister=Mohammad Javad Zarif", "Iranian=Iran", "Mohammad Javad Zarif=Mohammad Javad Zarif",
      "*Iraq 's foreign minister=Iraq 's foreign minister", "Iraq=Iraq"}},
    {"FormerIsNotTheHolder",
     "The:the/DET/5/det former/ADJ/5/amod Iranian/ADJ/5/amod/B-group foreign/ADJ/5/amod minister/NOUN/6/nsubj "
     "criticized:criticize/VERB/0/root Israel~/PROPN/6/obj/B-place ./PUNCT/6/punct",
     {"*The former Iranian foreign minister=former Iranian foreign minister", "Iranian=Iran", "Israel=Israel"}},
    {"GroupAndIt",
     "Hamas/PROPN/2/nsubj/B-organization attacked:attack/VERB/0/root Israel~/PROPN/2/obj/B-place ./PUNCT/2/punct\n"
     "The:the/DET/2/det group/NOUN/3/nsubj said:say/VERB/0/root it/PRON/5/nsubj killed:kill/VERB/3/ccomp soldiers~:soldier/NOUN+/5/obj "
     "./PUNCT/3/punct",
     {"Hamas=Hamas", "Israel=Israel", "*The group=Hamas", "~it=Hamas", "*soldiers=soldiers"}},
    {"Acronym",
     "The:the/DET/5/det Islamic/ADJ/4/amod/B-organization Revolutionary/ADJ/4/amod/I-organization Guard/PROPN/5/compound/I-organization "
     "Corps/PROPN/9/nsubj/I-organization (~/PUNCT/7/punct IRGC~/PROPN/5/appos/B-organization )/PUNCT/7/punct fired:fire/VERB/0/root "
     "missiles~:missile/NOUN+/9/obj ./PUNCT/9/punct\n"
     "The:the/DET/2/det IRGC/PROPN/3/nsubj/B-organization denied:deny/VERB/0/root this~/PRON/3/obj ./PUNCT/3/punct",
     {"Islamic Revolutionary Guard Corps=Islamic Revolutionary Guard Corps", "IRGC=Islamic Revolutionary Guard Corps",
      "IRGC=Islamic Revolutionary Guard Corps"}},
    {"BothCountries",
     "Iran/PROPN/4/nsubj/B-place and/CCONJ/3/cc Iraq/PROPN/1/conj/B-place signed:sign/VERB/0/root the/DET/6/det deal~/NOUN/4/obj "
     "./PUNCT/4/punct\n"
     "Both:both/DET/2/det countries:country/NOUN+/3/nsubj praised:praise/VERB/0/root their/PRON+/5/nmod:poss ties~:tie/NOUN+/3/obj "
     "./PUNCT/3/punct",
     {"Iran=Iran", "Iraq=Iraq", "*Both countries=Iran and Iraq", "~their=Iran and Iraq"}},
    {"SeatActsOrIsAPlace",
     "Tehran/PROPN/2/nsubj/B-place accused:accuse/VERB/0/root Washington/PROPN/2/obj/B-place of/SCONJ/5/mark lying~:lie/VERB/2/advcl "
     "./PUNCT/2/punct\n"
     "Officials:official/NOUN+/2/nsubj met:meet/VERB/0/root in/ADP/4/case Tehran~/PROPN/2/obl/B-place ./PUNCT/2/punct",
     {"Tehran=Iran", "Washington=United States", "*Officials=officials", "Tehran=Tehran"}},
    {"SpeakerIsNotHe",
     "Netanyahu/PROPN/2/nsubj/B-person left~:leave/VERB/0/root ./PUNCT/2/punct\n"
     "“~:\"/PUNCT/5/punct He:he/PRON/5/nsubj is:be/AUX/5/cop a/DET/5/det liar~/NOUN/9/ccomp ,~/PUNCT/5/punct ”:\"/PUNCT/5/punct "
     "Zarif/PROPN/9/nsubj/B-person said~:say/VERB/0/root ./PUNCT/9/punct\n"
     "“~:\"/PUNCT/4/punct He:he/PRON/4/nsubj often/ADV/4/advmod lies~:lie/VERB/7/ccomp ,~/PUNCT/4/punct ”:\"/PUNCT/4/punct "
     "added:add/VERB/0/root Zarif~/PROPN/7/nsubj/B-person ./PUNCT/7/punct",
     {"Netanyahu=Netanyahu", "~He=Netanyahu", "Zarif=Zarif", "~He=Netanyahu", "Zarif=Zarif"}},
    {"FrontedPhrase",
     "In:in/ADP/3/case his/PRON/3/nmod:poss speech~/NOUN/6/obl ,/PUNCT/3/punct Zarif/PROPN/6/nsubj/B-person praised:praise/VERB/0/root "
     "Hamas~/PROPN/6/obj/B-organization ./PUNCT/6/punct",
     {"~his=Zarif", "Zarif=Zarif", "Hamas=Hamas"}},
    {"ObjectIsNotTheControllingSubject",
     "Haniyeh/PROPN/2/nsubj/B-person promised:promise/VERB/0/root Khamenei/PROPN/2/iobj/B-person that/SCONJ/7/mark "
     "Hamas/PROPN/7/nsubj/B-organization would/AUX/7/aux help/VERB/2/ccomp him~:he/PRON/7/obj ./PUNCT/2/punct\n",
     {"Haniyeh=Haniyeh", "Khamenei=Khamenei", "Hamas=Hamas", "~him=Haniyeh"}},
    {"FirstPersonIsLeftToStatements",
     "We:we/PRON+/2/nsubj thank/VERB/0/root Iran~/PROPN/2/obj/B-place ./PUNCT/2/punct",
     {"~We=", "Iran=Iran"}},
    {"NothingToReferTo",
     "It:it/PRON/3/expl is:be/AUX/3/cop clear/ADJ/0/root that/SCONJ/6/mark Iran/PROPN/6/nsubj/B-place won~:win/VERB/3/csubj "
     "./PUNCT/3/punct",
     {"Iran=Iran"}},
    {"CountryAndGovernmentOfASeat",
     "The:the/DET/3/det Baghdad/PROPN/3/compound/B-place government/NOUN/4/nsubj thanked:thank/VERB/0/root Iran~/PROPN/4/obj/B-place "
     "./PUNCT/4/punct\n"
     "The:the/DET/2/det country/NOUN/3/nsubj replied~:reply/VERB/0/root ./PUNCT/3/punct",
     {"*The Baghdad government=Iraq", "Baghdad=Iraq", "Iran=Iran", "*The country=Iran"}},
    {"PartOfABodysName",
     "The:the/DET/3/det Carter/PROPN/3/compound/B-organization Center/PROPN/4/nsubj/I-organization reported~:report/VERB/0/root "
     "./PUNCT/4/punct\n"
     "Carter/PROPN/2/nsubj/B-organization agreed~:agree/VERB/0/root ./PUNCT/2/punct",
     {"Carter Center=Carter Center", "Carter=Carter Center"}},
    {"AnyGroupIsNotTheGroup",
     "No:no/DET/2/det group/NOUN/3/nsubj agreed~:agree/VERB/0/root ./PUNCT/3/punct\n"
     "The:the/DET/2/det group/NOUN/3/nsubj left~:leave/VERB/0/root ./PUNCT/3/punct",
     {"*No group=no group", "*The group=group"}},
    {"RebelsTheyNotTheOfficialThey",
     "An:a/DET/2/det official/NOUN/3/nsubj met:meet/VERB/0/root rebels~:rebel/NOUN+/3/obj ./PUNCT/3/punct\n"
     "They:they/PRON+/2/nsubj left~:leave/VERB/0/root ./PUNCT/2/punct",
     {"*An official=an official", "*rebels=rebels", "~They=rebels"}},
    {"HimselfIsTheSubject",
     "Zarif/PROPN/2/nsubj/B-person defended:defend/VERB/0/root himself~/PRON/2/obj ./PUNCT/2/punct",
     {"Zarif=Zarif", "~himself=Zarif"}},
    {"HimIsNotTheSubject",
     "Zarif/PROPN/2/nsubj/B-person defended:defend/VERB/0/root him~:he/PRON/2/obj ./PUNCT/2/punct",
     {"Zarif=Zarif", "~him="}},
    {"OwnersByName",
     "Syria/PROPN/2/nsubj/B-place moved:move/VERB/0/root its/PRON/4/nmod:poss troops~:troop/NOUN+/2/obj ./PUNCT/2/punct",
     {"Syria=Syria", "*its troops=Syria's troops", "~its=Syria"}},
    {"ADatelinesCapitals",
     "KARSA/PROPN/0/root/B-place -/PUNCT/1/punct\n"
     "Rebels:rebel/NOUN+/2/nsubj attacked:attack/VERB/0/root Karsa~/PROPN/2/obj/B-place ./PUNCT/2/punct",
     {"KARSA=Karsa", "*Rebels=rebels", "Karsa=Karsa"}},
    {"SheIsNotWhoWasHe",
     "Oster/PROPN/2/nsubj/B-person left~:leave/VERB/0/root ./PUNCT/2/punct\n"
     "He/PRON/2/nsubj slept~:sleep/VERB/0/root ./PUNCT/2/punct\n"
     "She/PRON/2/nsubj slept~:sleep/VERB/0/root ./PUNCT/2/punct",
     {"Oster=Oster", "~He=Oster", "~She="}},
    {"AgencyIsItsName",
     "Yonhap/PROPN/3/compound/B-organization news/NOUN/3/compound agency/NOUN/4/nsubj said:say/VERB/0/root the/DET/6/det army/NOUN/7/nsubj "
     "moved~:move/VERB/4/ccomp ./PUNCT/4/punct",
     {"*Yonhap news agency=Yonhap", "Yonhap=Yonhap", "*the army=army"}},
};

INSTANTIATE_TEST_SUITE_P(Rows, FindActors, testing::ValuesIn(kRows), [](const auto& row) { return std::string(row.param.name); });

const Actor* actor_named(const Actors& actors, std::string_view name) {
  const auto found = std::ranges::find(actors.actors, name, &Actor::name);
  return found == actors.actors.end() ? nullptr : &*found;
}

TEST(FindActorsKinds, ABodyWithATownsWholeNameIsTheTown) {
  const ConlluDocument parsed = test_document(
      "Karsa/PROPN/3/nsubj/B-organization Wells/PROPN/1/flat/I-organization voted:vote/VERB/0/root against/ADP/7/case the/DET/7/det "
      "Karsa/PROPN/7/compound/B-organization Works/PROPN/3/obl/I-organization");
  const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
  ASSERT_EQ(actors.mentions.size(), 2U);
  EXPECT_EQ(actors.mentions[0].kind, EntityKind::kPlace);
  EXPECT_EQ(actors.mentions[1].kind, EntityKind::kOrganization);
}

TEST(FindActorsCodes, FromOwnersAndNouns) {
  struct CodeRow {
    const char* name;
    const char* sentence;
    const char* actor;
    const char* country;
    const char* code;
  };
  const CodeRow rows[] = {
      {"officials of a state", "Iranian/ADJ/2/amod/B-group officials:official/NOUN+/3/nsubj left~:leave/VERB/0/root ./PUNCT/3/punct",
       "Iranian officials", "IRN", "IRNGOV"},
      {"official of a group",
       "A:a/DET/3/det Hamas/PROPN/3/compound/B-organization official/NOUN/4/nsubj left~:leave/VERB/0/root ./PUNCT/4/punct",
       "a Hamas official", "PSE", "PSEREBHMS"},
      {"a state's force", "The:the/DET/3/det Israeli/ADJ/3/amod/B-group army/NOUN/4/nsubj left~:leave/VERB/0/root ./PUNCT/4/punct",
       "Israeli army", "ISR", "ISRMIL"},
      {"a people", "Palestinians:Palestinian/PROPN+/2/nsubj/B-group left~:leave/VERB/0/root ./PUNCT/2/punct", "Palestinians", "PSE", "PSE"},
      {"a named organ",
       "The:the/DET/3/det Iranian/ADJ/3/amod/B-organization Navy/PROPN/4/nsubj/I-organization left~:leave/VERB/0/root ./PUNCT/4/punct",
       "Iranian Navy", "IRN", "IRNMIL"},
      {"a named branch of a group",
       "The:the/DET/3/det Hamas/PROPN/3/compound/B-organization Wells/PROPN/4/nsubj/I-organization left~:leave/VERB/0/root ./PUNCT/4/punct",
       "Hamas Wells", "PSE", "PSEREBHMS"},
      {"another body of a like name",
       "The:the/DET/2/det Hamas/PROPN/5/nsubj/B-organization of/ADP/4/case/I-organization Karsa/PROPN/2/nmod/I-organization "
       "left~:leave/VERB/0/root ./PUNCT/5/punct",
       "Hamas of Karsa", "", ""},
      {"an officer of that",
       "A:a/DET/4/det Hamas/PROPN/3/compound/B-organization Wells/PROPN/4/compound/I-organization officer/NOUN/5/nsubj "
       "left~:leave/VERB/0/root "
       "./PUNCT/5/punct",
       "a Hamas Wells officer", "PSE", "PSEREBHMS"},
  };
  for (const CodeRow& row : rows) {
    SCOPED_TRACE(row.name);
    const ConlluDocument parsed = test_document(row.sentence);
    const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
    const Actor* actor = actor_named(actors, row.actor);
    ASSERT_NE(actor, nullptr);
    EXPECT_EQ(actor->country, row.country);
    EXPECT_EQ(actor->code, row.code);
  }
}

TEST(FindActorsTies, TitlesAppositionsCopulasHeadships) {
  struct TieRow {
    const char* name;
    const char* sentence;
    const char* who;
    const char* role;
    const char* of;
    const char* words;
  };
  const TieRow rows[] = {
      {"title", kZarif, "Mohammad Javad Zarif", "foreign minister", "Iran", "Iranian Foreign Minister Mohammad Javad Zarif"},
      {"copula",
       "Sami/PROPN/6/nsubj/B-person Abu/PROPN/1/flat/I-person Zuhri/PROPN/1/flat/I-person is:be/AUX/6/cop a/DET/6/det "
       "spokesman/NOUN/0/root for/ADP/8/case Hamas~/PROPN/6/nmod/B-organization ./PUNCT/6/punct",
       "Sami Abu Zuhri", "spokesman", "Hamas", "Sami Abu Zuhri is a spokesman for Hamas"},
      {"relative clause",
       "Saleh/PROPN/11/nsubj/B-person al~/PROPN/1/flat/I-person -~/PUNCT/4/punct/I-person Arouri~/PROPN/1/flat/I-person ,/PUNCT/7/punct "
       "who/PRON/7/nsubj heads:head/VERB/1/acl:relcl the/DET/9/det delegation~/NOUN/7/obj ,/PUNCT/1/punct thanked:thank/VERB/0/root "
       "Iran~/PROPN/11/obj/B-place ./PUNCT/11/punct",
       "Saleh al-Arouri", "head", "delegation", "Saleh al-Arouri, who heads the delegation"},
  };
  for (const TieRow& row : rows) {
    SCOPED_TRACE(row.name);
    const ConlluDocument parsed = test_document(row.sentence);
    const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
    ASSERT_EQ(actors.ties.size(), 1U);
    const Tie& tie = actors.ties.front();
    EXPECT_EQ(actors.actors[static_cast<size_t>(tie.who)].name, row.who);
    EXPECT_EQ(tie.role, row.role);
    ASSERT_NE(tie.of, kNone);
    EXPECT_EQ(actors.actors[static_cast<size_t>(tie.of)].name, row.of);
    EXPECT_EQ(words_of(parsed.document.text, tie.words), row.words);
  }
}

TEST(FindActorsTies, NoneWhereDenied) {
  const ConlluDocument parsed = test_document(
      "Zuhri/PROPN/5/nsubj/B-person is:be/AUX/5/cop not/PART/5/advmod a/DET/5/det spokesman/NOUN/0/root for/ADP/7/case "
      "Hamas~/PROPN/5/nmod/B-organization ./PUNCT/5/punct");
  EXPECT_TRUE(find_actors(parsed.document, parsed.reading, test_knowledge()).ties.empty());
}

TEST(FindActorsProperties, MentionsAreSortedAndPointToActors) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.name);
    const ConlluDocument parsed = test_document(row.sentences);
    const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
    for (size_t i = 0; i < actors.mentions.size(); ++i) {
      const Mention& mention = actors.mentions[i];
      EXPECT_TRUE(mention.tokens.contains(mention.head));
      EXPECT_EQ(mention.words, span_of(parsed.reading, mention.tokens));
      EXPECT_LT(mention.actor, static_cast<ActorIndex>(actors.actors.size()));
      if (i > 0) { EXPECT_LE(actors.mentions[i - 1].words.begin, mention.words.begin); }
    }
    EXPECT_EQ(actors, find_actors(parsed.document, parsed.reading, test_knowledge()));
  }
}

TEST(FindActorsProperties, EmptyDocument) { EXPECT_EQ(find_actors(Document{}, Reading{}, test_knowledge()), Actors{}); }

}  // namespace
}  // namespace annalist
