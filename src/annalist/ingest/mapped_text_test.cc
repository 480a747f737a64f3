#include "annalist/ingest/mapped_text.h"

#include <gtest/gtest.h>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

TEST(OffsetMap, LeadsThroughRuns) {
  const OffsetMap map{{{0, 10}, {5, 100}}};
  EXPECT_EQ(map.to_raw(0), 10u);
  EXPECT_EQ(map.to_raw(4), 14u);
  EXPECT_EQ(map.to_raw(5), 100u);
  EXPECT_EQ(map.to_raw(7), 102u);
}

TEST(MappedText, JoinsNeighbours) {
  MappedText text;
  text.append("abc", 3);
  text.append("def", 6);
  EXPECT_EQ(text.map().runs.size(), 1u);
  text.append("x", 20);
  EXPECT_EQ(text.map().runs.size(), 2u);
  EXPECT_EQ(text.text(), "abcdefx");
}

TEST(MappedText, SliceKeepsTheMap) {
  MappedText text;
  text.append("abc", 0);
  text.append("def", 100);
  MappedText slice;
  slice.append_slice(text, 1, 5);
  EXPECT_EQ(slice.text(), "bcde");
  EXPECT_EQ(slice.map().to_raw(0), 1u);
  EXPECT_EQ(slice.map().to_raw(2), 100u);
  EXPECT_EQ(slice.map().to_raw(3), 101u);
}

// Of one raw byte that became three, and of two: what is added leads to them, never past them, however often.
TEST(MappedText, GlueLeadsToTheCharacterBefore) {
  MappedText text;
  text.append("a", 7);
  text.append("\xEF\xBF\xBD", 8);
  text.append_glue("\n\n");
  text.append_glue(" ");
  for (const uint32_t at : {4U, 5U, 6U}) EXPECT_EQ(text.map().to_raw(at), 8u) << at;
  MappedText first;
  first.append_glue(" ");
  EXPECT_EQ(first.map().to_raw(0), 0u);
}

struct CleanRow {
  const char* name;
  const char* raw;
  const char* clean;
};

class CleanCharacters : public testing::TestWithParam<CleanRow> {};

TEST_P(CleanCharacters, Text) {
  const MappedText raw = MappedText::identity(GetParam().raw);
  EXPECT_EQ(clean_characters(raw, true).text(), GetParam().clean);
}

// Every clean character is the raw one that it leads to, or stands for the raw characters that begin there.
TEST_P(CleanCharacters, LeadsBack) {
  const std::string_view raw = GetParam().raw;
  const MappedText clean = clean_characters(MappedText::identity(raw), true);
  uint64_t last = 0;
  for (size_t at = 0; at < clean.size();) {
    const CodePoint c = decode_utf8(clean.text(), at);
    const uint64_t from = clean.map().to_raw(static_cast<uint32_t>(at));
    ASSERT_LT(from, raw.size());
    EXPECT_GE(from, last);
    last = from;
    const CodePoint source = decode_utf8(raw, from);
    const std::string composed = to_nfc(raw.substr(from));
    EXPECT_TRUE(source.value == c.value || is_space(source.value) || composed.find(clean.text().substr(at, c.bytes)) != std::string::npos)
        << at;
    at += c.bytes;
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, CleanCharacters,
                         testing::Values(CleanRow{"plain", "Talks resumed.", "Talks resumed."}, CleanRow{"crlf", "a\r\nb\rc", "a\nb\nc"},
                                         CleanRow{"controls",
                                                  "a\x01"
                                                  "b\x7F"
                                                  "c",
                                                  "abc"},
                                         CleanRow{"c1",
                                                  "a\xC2\x9C"
                                                  "b",
                                                  "ab"},
                                         CleanRow{"no_break",
                                                  "10\xC2\xA0"
                                                  "km",
                                                  "10 km"},
                                         CleanRow{"zero_width",
                                                  "a\xE2\x80\x8B"
                                                  "b\xEF\xBB\xBF"
                                                  "c",
                                                  "abc"},
                                         CleanRow{"soft_hyphen",
                                                  "govern\xC2\xAD"
                                                  "ment",
                                                  "government"},
                                         CleanRow{"line_separator",
                                                  "a\xE2\x80\xA8"
                                                  "b",
                                                  "a\nb"},
                                         CleanRow{"composed", "Rouha\xCC\x81ni spoke", "Rouh\xC3\xA1ni spoke"},
                                         CleanRow{"two_marks", "e\xCC\x82\xCC\x81 and o\xCC\x88", "\xE1\xBA\xBF and \xC3\xB6"},
                                         CleanRow{"hangul", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB x", "\xED\x95\x9C x"},
                                         CleanRow{"empty", "", ""}),
                         [](const auto& row) { return row.param.name; });

TEST(CollapseSpaces, KeepsOneBetweenWords) {
  const MappedText out = collapse_spaces(MappedText::identity("  two \n\t words  ", 5));
  EXPECT_EQ(out.text(), "two words");
  EXPECT_EQ(out.map().to_raw(0), 7u);
  EXPECT_EQ(out.map().to_raw(4), 14u);
}

TEST(Through, TwoMapsAsOne) {
  MappedText first;  // from "a&amp;b\xE9c"
  first.append("a", 0);
  first.append("&", 1);
  first.append("b", 6);
  first.append("\xC3\xA9", 7);
  first.append("c", 8);
  MappedText second;
  second.append_slice(MappedText::identity(first.text()), 1, 6);
  const MappedText out = through(second, first);
  ASSERT_EQ(out.text(),
            "&b\xC3\xA9"
            "c");
  const uint64_t raw[] = {1, 6, 7, 8, 8};
  for (uint32_t at = 0; at < 5; ++at) EXPECT_EQ(out.map().to_raw(at), raw[at]) << at;
  EXPECT_EQ(through(second, MappedText::identity(first.text())).map(), second.map());
  EXPECT_EQ(through(second, MappedText::identity(first.text(), 100)).map().to_raw(0), 101u);
  EXPECT_TRUE(through(MappedText(), first).empty());
}

}  // namespace
}  // namespace annalist
