#include "annalist/understand/actors/argument.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annalist/understand/actors/find_actors.h"
#include "annalist/understand/actors/test_document.h"

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* sentence;
  TokenIndex token;  // counted from 0
  std::vector<std::string> words;
};

class ArgumentMentions : public testing::TestWithParam<Row> {};

TEST_P(ArgumentMentions, AreThoseOfTheWords) {
  const ConlluDocument parsed = test_document(GetParam().sentence);
  const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
  const Children children(parsed.reading);
  std::vector<std::string> words;
  for (MentionIndex mention : mentions_of_argument(parsed.reading, children, actors, GetParam().token)) {
    words.emplace_back(words_of(parsed.document.text, actors.mentions[static_cast<size_t>(mention)].words));
  }
  EXPECT_EQ(words, GetParam().words);
}

const std::vector<Row> kRows = {
    {"Conjunction",
     "Iran/PROPN/4/nsubj/B-place and/CCONJ/3/cc Hamas/PROPN/1/conj/B-organization signed~:sign/VERB/0/root ./PUNCT/4/punct",
     0,
     {"Iran", "Hamas"}},
    {"PartitiveAndMembers",
     "Dozens:dozen/NOUN+/8/nsubj of/ADP/3/case Palestinians:Palestinian/PROPN+/1/nmod/B-group and/CCONJ/5/cc members:member/NOUN+/3/conj "
     "of/ADP/7/case "
     "Hamas/PROPN/5/nmod/B-organization fled~:flee/VERB/0/root ./PUNCT/8/punct",
     0,
     {"Palestinians", "members of Hamas"}},
    {"OwnerOfANounThatIsNoMention",
     "It/PRON/2/nsubj hit/VERB/0/root the/DET/4/det home/NOUN/2/obj of/ADP/6/case Iran~/PROPN/4/nmod/B-place ./PUNCT/2/punct",
     3,
     {"Iran"}},
    {"RelativePronoun",
     "The:the/DET/2/det minister/NOUN/5/nsubj who/PRON/4/nsubj resigned:resign/VERB/2/acl:relcl thanked:thank/VERB/0/root "
     "Iran~/PROPN/5/obj/B-place ./PUNCT/5/punct",
     2,
     {"The minister"}},
    {"NameBeforeItsApposition",
     "An:a/DET/2/det official~/NOUN/6/nsubj ,/PUNCT/4/punct Basim/PROPN/2/appos/B-person ,/PUNCT/2/punct left~:leave/VERB/0/root "
     "./PUNCT/6/punct",
     1,
     {"Basim"}},
    {"NoMention", "The:the/DET/2/det plan/NOUN/3/nsubj failed~:fail/VERB/0/root ./PUNCT/3/punct", 1, {}},
};

INSTANTIATE_TEST_SUITE_P(Rows, ArgumentMentions, testing::ValuesIn(kRows), [](const auto& row) { return std::string(row.param.name); });

TEST(Arguments, NationalityIsAnOwner) {
  const ConlluDocument parsed =
      test_document("The:the/DET/3/det Israeli/ADJ/3/amod/B-group attack/NOUN/4/nsubj failed~:fail/VERB/0/root ./PUNCT/4/punct");
  const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge());
  const Children children(parsed.reading);
  const Arguments arguments(parsed.reading, children, actors);
  ASSERT_EQ(arguments.owners_of(2).size(), 1U);
  EXPECT_TRUE(arguments.own_mentions_of(2).empty());
  EXPECT_EQ(arguments.mention_at(1), arguments.owners_of(2).front());
  EXPECT_EQ(arguments.mention_at(kNoToken), kNone);
}

}  // namespace
}  // namespace annalist
