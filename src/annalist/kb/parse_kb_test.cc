#include "annalist/kb/parse_kb.h"

#include <gtest/gtest.h>

#include "annalist/base/files.h"
#include "annalist/kb/resolve.h"

namespace annalist {
namespace {

std::vector<Diagnostic> faults_of(std::string_view text) {
  ParsedKb parsed = parse_kb(text, "t.kb");
  if (!parsed.faults.empty()) return parsed.faults;
  return resolve_kb(std::move(parsed.records)).faults;
}

constexpr std::string_view kGround =
    "country IRN IR\n  name Iran\n\n"
    "role minister.foreign GOV single\n  name foreign minister\n\n";

TEST(ParseKb, ReadsARecord) {
  const ParsedKb parsed = parse_kb(
      "actor Q1 person IRN\n  name Mohammad Javad Zarif\n  alias Javad Zarif; Mohammad Zarif\n"
      "  role minister.foreign IRN 2013-08-15..2021-08\n  src wikidata\n",
      "t.kb");
  ASSERT_TRUE(parsed.faults.empty());
  ASSERT_EQ(parsed.records.size(), 1U);
  const Record& record = parsed.records[0];
  EXPECT_EQ(record.name, "Mohammad Javad Zarif");
  EXPECT_EQ(record.aliases, (std::vector<std::string>{"Javad Zarif", "Mohammad Zarif"}));
  ASSERT_EQ(record.roles.size(), 1U);
  EXPECT_EQ(record.roles[0].interval.from, (Date{2013, 8, 15}));
  EXPECT_EQ(record.roles[0].interval.to, (Date{2021, 8, 31}));
}

struct FaultCase {
  const char* name;
  const char* text;  // after kGround, which is six lines long
  const char* where;
  const char* says;
};
class Faults : public testing::TestWithParam<FaultCase> {};
TEST_P(Faults, AreNamedWithLineAndColumn) {
  const std::vector<Diagnostic> faults = faults_of(std::string(kGround) + GetParam().text);
  ASSERT_FALSE(faults.empty());
  EXPECT_EQ(faults[0].where, GetParam().where);
  EXPECT_NE(faults[0].message.find(GetParam().says), std::string::npos) << faults[0].message;
}
INSTANTIATE_TEST_SUITE_P(
    Kb, Faults,
    testing::Values(
        FaultCase{"record_keyword", "actr x person\n", "t.kb:7:1", "did you mean 'actor'?"},
        FaultCase{"field_keyword", "actor x person\n  name X\n  rolle a b\n", "t.kb:9:3", "did you mean 'role'?"},
        FaultCase{"field_of_other_kind", "actor x person\n  name X\n  seat Tehran\n", "t.kb:9:3", "has no field 'seat'"},
        FaultCase{"kind", "actor x persn\n  name X\n", "t.kb:7:9", "did you mean 'person'?"},
        FaultCase{"head_too_short", "actor x\n  name X\n", "t.kb:7:1", "actor ID KIND [COUNTRY]"},
        FaultCase{"country_shape", "actor x person Iran\n  name X\n", "t.kb:7:16", "three capital letters"},
        FaultCase{"unknown_country", "actor x person ISR\n  name X\n", "t.kb:7:16", "no country 'ISR'"},
        FaultCase{"no_name", "actor x person\n  alias X\n", "t.kb:7:7", "has no name"},
        FaultCase{"no_value", "actor x person\n  name X\n  code\n", "t.kb:9:3", "the field 'code' has no value"},
        FaultCase{"odd_blanks", "actor x person\n  name X\n  code \v\f\n", "t.kb:9:3", "the field 'code' has no value"},
        FaultCase{"second_name", "actor x person\n  name X\n  name Y\n", "t.kb:9:3", "a second 'name'"},
        FaultCase{"empty_item", "actor x person\n  name X\n  alias A;; B\n", "t.kb:9:11", "empty item"},
        FaultCase{"bad_date", "actor x person\n  name X\n  role minister.foreign IRN 2013-13..2014\n", "t.kb:9:29", "no date"},
        FaultCase{"bad_end", "actor x person\n  name X\n  role minister.foreign IRN 2013..soon\n", "t.kb:9:29", "the last date"},
        FaultCase{"no_interval", "actor x person\n  name X\n  role minister.foreign IRN 2013\n", "t.kb:9:29", "expected an interval"},
        FaultCase{"reversed", "actor x person\n  name X\n  role minister.foreign IRN 2014..2013\n", "t.kb:9:29", "ends before it begins"},
        FaultCase{"asof_on_closed", "actor x person\n  name X\n  role minister.foreign IRN 2013..2014 asof 2015\n", "t.kb:9:40",
                  "goes with an interval"},
        FaultCase{"overlap", "actor x person\n  name X\n  role minister.foreign IRN 2010..2014\n  role minister.foreign IRN 2012..2016\n",
                  "t.kb:10:29", "overlap"},
        FaultCase{"unknown_role", "actor x person\n  name X\n  role minister.forein IRN 2010..2014\n", "t.kb:9:8",
                  "did you mean 'minister.foreign'?"},
        FaultCase{"unknown_of", "actor x person\n  name X\n  role minister.foreign hamaz 2010..2014\n", "t.kb:9:25",
                  "unknown actor 'hamaz'"},
        FaultCase{"unknown_part", "actor x armed-group\n  name X\n  part hamaz\n", "t.kb:9:8", "unknown actor 'hamaz'"},
        FaultCase{"part_of_itself", "actor x armed-group\n  name X\n  part y\nactor y armed-group\n  name Y\n  part x\n", "t.kb:9:8",
                  "'part' leads in a circle: x, part of y, part of x"},
        FaultCase{"duplicate", "actor IRN person\n  name X\n", "t.kb:7:7", "defined already at t.kb:1:9"},
        FaultCase{"amend_unknown", "amend IRM\n  alias X\n", "t.kb:7:7", "did you mean 'IRN'?"},
        FaultCase{"latitude", "place p IRN 91 50\n  name P\n", "t.kb:7:13", "a latitude"},
        FaultCase{"feature", "place p IRN 31 50 0 Z\n  name P\n", "t.kb:7:21", "one of C"},
        FaultCase{"currency_code", "currency rial\n  name rial\n", "t.kb:7:10", "ISO 4217"}),
    [](const auto& row) { return row.param.name; });

TEST(ParseKb, FieldOutsideARecord) {
  const auto faults = faults_of("  name X\n");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].where, "t.kb:1:3");
}

TEST(ParseKb, BytesThatAreNoUtf8) {
  const auto faults = faults_of("# x\n# \xff\n");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].where, "t.kb:2:1");
}

TEST(ParseKb, TermsThatTouchOrAreCoarseDoNotOverlap) {
  EXPECT_TRUE(faults_of(std::string(kGround) + "actor x person\n  name X\n  role minister.foreign IRN 2010..2012-05-01\n"
                                               "  role minister.foreign IRN 2012-05-01..2014\n  role minister.foreign IRN 2014-03..?\n")
                  .empty());
}

struct IntervalCase {
  const char* text;
  Date from, to;
  bool open;
  const char* again;
};
TEST(Interval, ReadsAndWritesAllPrecisions) {
  const IntervalCase cases[] = {
      {"2013-08-15..2021-08-24", {2013, 8, 15}, {2021, 8, 24}, false, "2013-08-15..2021-08-24"},
      {"2013..2014", {2013, 1, 1}, {2014, 12, 31}, false, "2013..2014"},
      {"2013-02..2016-02", {2013, 2, 1}, {2016, 2, 29}, false, "2013-02..2016-02"},
      {"..2010", kEarliest, {2010, 12, 31}, false, "..2010"},
      {"2013..?", {2013, 1, 1}, kLatest, true, "2013..?"},
      {"2013..", {2013, 1, 1}, kLatest, false, "2013.."},
  };
  for (const IntervalCase& one : cases) {
    const IntervalReading reading = parse_interval(one.text);
    EXPECT_EQ(reading.fault, IntervalFault::kNone) << one.text;
    EXPECT_EQ(reading.interval, (Interval{one.from, one.to, one.open})) << one.text;
    EXPECT_EQ(interval_text(reading.interval), one.again);
  }
}

// The examples of docs/knowledge.md: blocks marked ```kb are whole and right, those marked ```kb-wrong have the fault that follows "# ".
TEST(KnowledgeDocument, ExamplesHold) {
  const auto document = read_file(std::string(ANNALIST_SOURCE_DIR) + "/docs/knowledge.md");
  ASSERT_TRUE(document);
  std::string good;
  int blocks = 0;
  for (size_t at = 0; (at = document->find("```kb", at)) != std::string::npos; ++blocks) {
    const size_t line_end = document->find('\n', at);
    const std::string mark = document->substr(at + 3, line_end - at - 3);
    const size_t end = document->find("```", line_end);
    const std::string body = document->substr(line_end + 1, end - line_end - 1);
    if (mark == "kb") {
      good += body + "\n";
      EXPECT_TRUE(faults_of(good).empty()) << body << faults_of(good)[0].where << " " << faults_of(good)[0].message;
    } else {
      const std::string expected = body.substr(body.rfind("# ") + 2, body.find_last_not_of('\n') - body.rfind("# ") - 1);
      const auto faults = faults_of(body);
      ASSERT_FALSE(faults.empty()) << body;
      EXPECT_EQ(faults[0].where + ": " + faults[0].message, expected);
    }
    at = end + 3;
  }
  EXPECT_GE(blocks, 6);
}

}  // namespace
}  // namespace annalist
