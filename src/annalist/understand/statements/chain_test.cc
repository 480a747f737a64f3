#include "annalist/understand/statements/chain.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

Source source(const char* name, ActorIndex actor) { return {{0, 1}, actor, name}; }

// "Agency reported [Kline said [it rained]]": bytes 0..100.
Statements nested() {
  Statements out;
  Statement outer;
  outer.source = {source("Agency", 0)};
  outer.cue = {5, 10};
  outer.content = {{20, 100}};
  Statement inner;
  inner.source = {source("Kline", 1)};
  inner.cue = {30, 34};
  inner.content = {{40, 60}, {70, 90}};
  inner.via = {source("Agency", 0)};
  out.statements = {outer, inner};
  return out;
}

struct Row {
  const char* name;
  ByteSpan words;
  int statement;
  std::vector<std::string> chain;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }
class Chain : public testing::TestWithParam<Row> {};

TEST_P(Chain, IsInnermostFirst) {
  const Statements statements = nested();
  EXPECT_EQ(innermost_statement(statements, GetParam().words), GetParam().statement);
  std::vector<std::string> names;
  for (const Source& link : chain_of(statements, GetParam().words)) names.push_back(link.name);
  EXPECT_EQ(names, GetParam().chain);
}

INSTANTIATE_TEST_SUITE_P(Rows, Chain,
                         testing::Values(Row{"Outside", {0, 4}, kNone, {}}, Row{"OuterOnly", {20, 28}, 0, {"Agency"}},
                                         Row{"InnerCue", {30, 34}, 0, {"Agency"}}, Row{"Inner", {45, 50}, 1, {"Kline", "Agency"}},
                                         Row{"SecondPiece", {70, 75}, 1, {"Kline", "Agency"}},
                                         Row{"BetweenPieces", {62, 66}, 0, {"Agency"}}, Row{"OwnCue", {5, 10}, kNone, {}}),
                         [](const auto& row) { return std::string(row.param.name); });

// "Agency reported [Kline welcomed [the raid]]": that Kline welcomes the raid says nothing of who tells of it.
TEST(Chain, StancesAreNoSources) {
  Statements statements = nested();
  statements.statements[1].stance = true;
  EXPECT_EQ(innermost_statement(statements, {45, 50}), 0);
  ASSERT_EQ(chain_of(statements, ByteSpan{45, 50}).size(), 1u);
  EXPECT_EQ(chain_of(statements, ByteSpan{45, 50})[0].name, "Agency");
}

TEST(Chain, EqualContentsGoByDepth) {
  Statements statements = nested();
  statements.statements[1].content = {{20, 100}};
  EXPECT_EQ(innermost_statement(statements, {80, 85}), 1);
}

TEST(Chain, SameSpeakerOnce) {
  Statements statements = nested();
  statements.statements[1].via = {source("K.", 1), source("Agency", 0)};
  EXPECT_EQ(chain_of(statements, 1).size(), 2u);
  EXPECT_TRUE(same_speaker(source("a", kNone), source("a", kNone)));
  EXPECT_FALSE(same_speaker(source("a", 3), source("a", kNone)));
}

}  // namespace
}  // namespace annalist
