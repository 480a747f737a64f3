#include "annalist/understand/actors/chains.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/understand/actors/find_actors.h"
#include "annalist/understand/actors/test_document.h"

namespace annalist {
namespace {

const CoreferenceModel& shipped_model() {
  static const CoreferenceModel model = *CoreferenceModel::open(std::string(ANNALIST_SOURCE_DIR) + "/models/coref.weights");
  return model;
}

constexpr const char* kBoat =
    "Maria/PROPN/3/nsubj/B-person Holt/PROPN/1/flat/I-person bought:buy/VERB/0/root a/DET/5/det boat/NOUN/3/obj from/ADP/8/case "
    "her/PRON/8/nmod:poss "
    "uncle~/NOUN/3/obl ./PUNCT/3/punct\n"
    "Holt/PROPN/2/nsubj/B-person painted:paint/VERB/0/root the/DET/4/det boat/NOUN/2/obj and/CCONJ/7/cc she/PRON/7/nsubj "
    "sold:sell/VERB/2/conj "
    "it~/PRON/7/obj ./PUNCT/2/punct";

std::vector<std::vector<std::string>> chains_of(const ConlluDocument& parsed) {
  std::vector<std::vector<std::string>> chains;
  for (const LinkedMention& mention : find_chains(parsed.reading, shipped_model())) {
    if (static_cast<size_t>(mention.chain) >= chains.size()) chains.resize(static_cast<size_t>(mention.chain) + 1);
    chains[static_cast<size_t>(mention.chain)].emplace_back(words_of(parsed.document.text, span_of(parsed.reading, mention.tokens)));
  }
  return chains;
}

TEST(Chains, NamesNounsAndPronouns) {
  const std::vector<std::vector<std::string>> expected = {{"Maria Holt", "her", "Holt", "she"}, {"a boat", "the boat", "it"}};
  EXPECT_EQ(chains_of(test_document(kBoat)), expected);
}

TEST(Chains, HeIsNotShe) {
  const ConlluDocument parsed =
      test_document("She/PRON/2/nsubj left:leave/VERB/0/root and/CCONJ/5/cc he/PRON/5/nsubj stayed~:stay/VERB/2/conj ./PUNCT/2/punct");
  EXPECT_TRUE(chains_of(parsed).empty());
}

TEST(Chains, NothingInNothing) { EXPECT_TRUE(find_chains(Reading{}, shipped_model()).empty()); }

TEST(Chains, MentionsAreSortedAndNoneIsAlone) {
  const ConlluDocument parsed = test_document(kBoat);
  const std::vector<LinkedMention> mentions = find_chains(parsed.reading, shipped_model());
  ASSERT_FALSE(mentions.empty());
  std::vector<int> count;
  for (size_t i = 0; i < mentions.size(); ++i) {
    EXPECT_TRUE(mentions[i].tokens.contains(mentions[i].head));
    if (i > 0) { EXPECT_LE(mentions[i - 1].tokens.begin, mentions[i].tokens.begin); }
    count.resize(std::max(count.size(), static_cast<size_t>(mentions[i].chain) + 1));
    ++count[static_cast<size_t>(mentions[i].chain)];
  }
  for (const int members : count) EXPECT_GE(members, 2);
}

// A long text costs each of its phrases a bounded number of candidates.
TEST(Chains, CandidatesAreBounded) {
  std::string sentences;
  for (int i = 0; i < 400; ++i) sentences += "The/DET/2/det harbour/NOUN/3/nsubj closed~:close/VERB/0/root ./PUNCT/3/punct\n";
  const ConlluDocument parsed = test_document(sentences);
  const Children children(parsed.reading);
  const Phrases phrases = find_phrases(parsed.reading, children);
  const PairFeatures features(parsed.reading, children, phrases);
  Candidates candidates;
  features.candidates_of(static_cast<PhraseIndex>(phrases.phrases.size()) - 1, candidates);
  EXPECT_LE(candidates.phrases.size(), 60U);
  EXPECT_EQ(candidates.rows.size(), candidates.phrases.size() * kPairTemplates);
  EXPECT_TRUE(std::ranges::is_sorted(candidates.phrases, std::greater<>()));
}

TEST(FindActorsWithModel, PronounsAreResolved) {
  const ConlluDocument parsed = test_document(kBoat);
  const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge(), &shipped_model());
  int resolved = 0;
  for (const Mention& mention : actors.mentions) {
    if (mention.how != MentionHow::kPronoun || mention.kind != EntityKind::kPerson) continue;
    ASSERT_NE(mention.actor, kNone);
    EXPECT_EQ(actors.actors[static_cast<size_t>(mention.actor)].name, "Maria Holt");
    ++resolved;
  }
  EXPECT_EQ(resolved, 2);
}

TEST(FindActorsWithModel, WhoSaysSomethingOfItSpeaksOfItself) {
  const ConlluDocument parsed = test_document(
      "Hamas/PROPN/2/nsubj/B-organization said:say/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux fight~/VERB/2/ccomp ./PUNCT/2/punct\n"
      "Hamas/PROPN/2/nsubj/B-organization said:say/VERB/0/root it/PRON/4/nsubj lost~:lose/VERB/2/ccomp ./PUNCT/2/punct\n"
      "The/DET/2/det army/NOUN/3/nsubj said:say/VERB/0/root its/PRON/5/nmod:poss ships/NOUN/6/nsubj left:leave/VERB/3/ccomp and/CCONJ/9/cc "
      "it/PRON/9/nsubj stayed~:stay/VERB/6/conj ./PUNCT/3/punct");
  const Actors actors = find_actors(parsed.document, parsed.reading, test_knowledge(), &shipped_model());
  std::vector<std::string> meant;
  for (const Mention& mention : actors.mentions) {
    if (mention.how != MentionHow::kPronoun) continue;
    meant.push_back(mention.actor == kNone ? "" : actors.actors[static_cast<size_t>(mention.actor)].name);
  }
  EXPECT_EQ(meant, (std::vector<std::string>{"Hamas", "Hamas", "army", "army"}));
}

TEST(CoreferenceModel, RefusesWhatIsNotItsOwn) {
  const std::string models = std::string(ANNALIST_SOURCE_DIR) + "/models/";
  const auto missing = CoreferenceModel::open(models + "none.weights");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kBadConfiguration);
  EXPECT_NE(missing.error().where.find("none.weights"), std::string::npos);
  // A network's weights are whole, and no coreference model.
  const auto network = CoreferenceModel::open(models + "reader.weights");
  ASSERT_FALSE(network);
  EXPECT_NE(network.error().message.find("coreference"), std::string::npos);
  // One byte changed.
  std::string bytes = *read_file(models + "coref.weights", uint64_t{1} << 24);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const std::string damaged = testing::TempDir() + "damaged.weights";
  std::ofstream(damaged, std::ios::binary) << bytes;
  const auto changed = CoreferenceModel::open(damaged);
  ASSERT_FALSE(changed);
  EXPECT_NE(changed.error().message.find("damaged"), std::string::npos);
}

}  // namespace
}  // namespace annalist
