#include "annalist/understand/events/codebook.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace annalist {
namespace {

constexpr char kHead[] = "type AID\n  quad 2\n  cameo 070\n  modes military\n\nclass arms: rocket, @heavy\nclass heavy: tank\n\n";

std::vector<Error> faults_of(const std::string& text) {
  std::vector<Error> faults;
  (void)Codebook::parse({{"t.codebook", text}}, faults);
  return faults;
}

TEST(Codebook, ReadsAPattern) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::parse(
      {{"t.codebook", std::string(kHead) + "pattern give-arms\n  verb give, hand over\n  when object is @arms, money\n"
                                           "  unless subject is person\n  actor subject\n  recipient iobject, to\n  mode military\n"
                                           "  example Iran gave Hamas rockets. -> Iran ; Hamas ; AID actual\n"
                                           "  not Iran gave Hamas\n"}},
      faults);
  ASSERT_TRUE(faults.empty()) << faults.front().text();
  ASSERT_EQ(codebook.patterns().size(), 1u);
  const Pattern& pattern = codebook.patterns()[0];
  EXPECT_EQ(pattern.cameo, "070");
  EXPECT_EQ(pattern.at.line, 9);
  ASSERT_EQ(pattern.triggers.size(), 2u);
  EXPECT_EQ(pattern.triggers[1].head, "hand");
  EXPECT_EQ(pattern.triggers[1].others, std::vector<std::string>{"over"});
  EXPECT_EQ(pattern.recipient, (std::vector<Term>{{TermKind::kIndirect, {}}, {TermKind::kPreposition, "to"}}));
  ASSERT_EQ(pattern.conditions.size(), 2u);
  EXPECT_TRUE(pattern.conditions[1].negated);
  ASSERT_EQ(pattern.examples.size(), 2u);
  EXPECT_EQ(pattern.examples[0].actors, std::vector<std::string>{"Iran"});
  EXPECT_EQ(pattern.examples[0].status, "actual");
  EXPECT_FALSE(pattern.examples[1].must_fire);
  EXPECT_EQ(codebook.by_lemma(TriggerKind::kVerb, "give").size(), 1u);
  EXPECT_TRUE(codebook.by_lemma(TriggerKind::kNoun, "give").empty());
  EXPECT_TRUE(codebook.in_class(codebook.class_index("arms"), "tank"));
}

struct FaultCase {
  const char* name;
  const char* body;
  const char* where;
  const char* message;
};

class CodebookFaults : public testing::TestWithParam<FaultCase> {};

TEST_P(CodebookFaults, NamesPlaceAndRemedy) {
  const std::vector<Error> faults = faults_of(std::string(kHead) + GetParam().body);
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults[0].where, GetParam().where);
  EXPECT_NE(faults[0].message.find(GetParam().message), std::string::npos) << faults[0].message;
}

INSTANTIATE_TEST_SUITE_P(
    All, CodebookFaults,
    testing::Values(
        FaultCase{"relation", "pattern p\n  verb give\n  actor objct\n", "t.codebook:11:9", "did you mean 'object'"},
        FaultCase{"key", "pattern p\n  verbb give\n", "t.codebook:10:3", "did you mean 'verb'"},
        FaultCase{"block", "patern p\n  verb give\n", "t.codebook:9:1", "did you mean 'pattern'"},
        FaultCase{"class", "pattern p\n  verb give\n  actor subject\n  when object is @armz\n", "t.codebook:12:8", "did you mean 'arms'"},
        FaultCase{"type", "pattern p\n  verb give\n  actor subject\n  when object is AIDD\n", "t.codebook:12:8", "did you mean 'AID'"},
        FaultCase{"cameo", "pattern p\n  verb give\n  actor subject\n  cameo 99\n", "t.codebook:12:9", "CAMEO"},
        FaultCase{"mode", "pattern p\n  verb give\n  actor subject\n  mode militry\n", "t.codebook:12:8", "did you mean 'military'"},
        FaultCase{"context", "pattern p\n  verb give\n  actor subject\n  context econmic\n", "t.codebook:12:11", "did you mean 'economic'"},
        FaultCase{"no_trigger", "pattern p\n  actor subject\n", "t.codebook:9:1", "no trigger"},
        FaultCase{"cycle", "class a: @b\nclass b: @a\n", "t.codebook:10:1", "take one out of the other"},
        FaultCase{"shadowed", "pattern p\n  verb give\n  actor subject\npattern q\n  verb give\n  actor subject\n", "t.codebook:12:1",
                  "never fires"},
        FaultCase{"shadowed_in_another_order",
                  "pattern p\n  verb give\n  when object is money\n  unless to is person\n  actor subject\n"
                  "pattern q\n  verb give\n  unless to is person\n  when object is money\n  actor subject\n",
                  "t.codebook:14:1", "tell it apart with a 'when'"},
        FaultCase{"nobody", "pattern p\n  verb give\n", "t.codebook:9:1", "add 'actor subject'"},
        FaultCase{"twice", "pattern p\n  verb give\n  actor subject\npattern p\n  verb send\n  actor subject\n", "t.codebook:12:9",
                  "stands already"},
        FaultCase{"no_sentence", "pattern p\n  verb give\n  actor subject\n  not -> Iran\n", "t.codebook:12:7", "no sentence"},
        FaultCase{"arrow", "pattern p\n  verb give\n  actor subject\n  example Iran gave money.\n", "t.codebook:12:11", "'->'"},
        FaultCase{"condition", "pattern p\n  verb give\n  actor subject\n  when object money\n", "t.codebook:12:8", "' is '"}),
    [](const testing::TestParamInfo<FaultCase>& each) { return each.param.name; });

TEST(Codebook, ShippedFolderNamedTwiceIsReadOnce) {
  const std::string folder = std::string(ANNALIST_SOURCE_DIR) + "/codebook";
  const auto once = Codebook::open({folder});
  const auto twice = Codebook::open({folder, folder});
  ASSERT_TRUE(once.has_value() && twice.has_value());
  EXPECT_EQ(once->patterns().size(), twice->patterns().size());
}

TEST(Codebook, ShippedFilesAreSound) {
  const auto codebook = Codebook::open({std::string(ANNALIST_SOURCE_DIR) + "/codebook"});
  ASSERT_TRUE(codebook.has_value()) << codebook.error().text();
  EXPECT_EQ(codebook->types().size(), 16u);
  for (const Pattern& pattern : codebook->patterns())
    for (const bool fires : {true, false})
      EXPECT_TRUE(
          std::any_of(pattern.examples.begin(), pattern.examples.end(), [&](const CodebookExample& e) { return e.must_fire == fires; }))
          << codebook->where(pattern.at) << ": " << pattern.name << " has no " << (fires ? "example" : "twin");
}

}  // namespace
}  // namespace annalist
