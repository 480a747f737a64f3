#include "annalist/ingest/encoding.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

using namespace std::string_literals;

struct Row {
  const char* name;
  std::string bytes;
  bool markup;
  const char* text;
  const char* encoding;
  const char* note;
};

class DecodeBytes : public testing::TestWithParam<Row> {};

TEST_P(DecodeBytes, Table) {
  const Decoded out = decode_bytes(GetParam().bytes, GetParam().markup);
  EXPECT_EQ(out.text.text(), GetParam().text);
  EXPECT_EQ(out.encoding, GetParam().encoding);
  EXPECT_EQ(out.note, GetParam().note);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, DecodeBytes,
    testing::Values(
        Row{"utf8", "caf\xC3\xA9", false, "caf\xC3\xA9", "UTF-8", ""},
        Row{"utf8_mark",
            "\xEF\xBB\xBF"
            "abc",
            false, "abc", "UTF-8", ""},
        Row{"utf16_little",
            "\xFF\xFE"
            "a\0\xE9\0"s,
            false, "a\xC3\xA9", "UTF-16LE", ""},
        Row{"utf16_big_pair", "\xFE\xFF\xD8\x3D\xDE\x00"s, false, "\xF0\x9F\x98\x80", "UTF-16BE", ""},
        Row{"utf16_cut",
            "\xFF\xFE"
            "a\0b"s,
            false, "a", "UTF-16LE", "broken UTF-16 replaced by U+FFFD"},
        Row{"guess", "\x93yes\x94", false, "\xE2\x80\x9Cyes\xE2\x80\x9D", "windows-1252",
            "encoding guessed: windows-1252 (byte 0 is no UTF-8)"},
        Row{"declared_latin", "<meta charset=\"ISO-8859-1\">caf\xE9", true, "<meta charset=\"ISO-8859-1\">caf\xC3\xA9", "windows-1252", ""},
        Row{"declared_latin9", "<meta charset=iso-8859-15>\xA4", true, "<meta charset=iso-8859-15>\xE2\x82\xAC", "ISO-8859-15", ""},
        Row{"declared_in_text_is_no_declaration", "charset=iso-8859-15 \xA4", false, "charset=iso-8859-15 \xC2\xA4", "windows-1252",
            "encoding guessed: windows-1252 (byte 20 is no UTF-8)"},
        Row{"declared_cyrillic", "<meta charset=koi8-r>\xD4\xC1\xCB", true, "<meta charset=koi8-r>\xD1\x82\xD0\xB0\xD0\xBA", "KOI8-R", ""},
        Row{"declared_japanese", "<meta charset=x-sjis>\x93\xFA\x96\x7B", true, "<meta charset=x-sjis>\xE6\x97\xA5\xE6\x9C\xAC",
            "Shift_JIS", ""},
        Row{"declared_japanese_in_seven_bits", "<?xml encoding='iso-2022-jp'?>\x1B$BF|K\\\x1B(B.", true,
            "<?xml encoding='iso-2022-jp'?>\xE6\x97\xA5\xE6\x9C\xAC.", "ISO-2022-JP", ""},
        Row{"valid_utf8_whatever_is_declared", "<meta charset=latin1>caf\xC3\xA9", true, "<meta charset=latin1>caf\xC3\xA9", "UTF-8", ""},
        Row{"utf16_declared_in_ascii", "<meta charset=utf-16>abc", true, "<meta charset=utf-16>abc", "UTF-8", ""},
        Row{"utf16_without_mark", "T\0a\0l\0k\0s\0 \0\xE9\0\n\0"s, false, "Talks \xC3\xA9\n", "UTF-16LE", "encoding guessed: UTF-16LE"},
        Row{"declared_unknown", "<meta charset=nonsense>\x93yes\x94", true, "<meta charset=nonsense>\xE2\x80\x9Cyes\xE2\x80\x9D",
            "windows-1252", "encoding guessed: windows-1252 (byte 23 is no UTF-8; \"nonsense\", which is declared, is not known)"},
        Row{"declared_and_broken", "<meta charset=euc-jp>\x93yes\x94", true, "<meta charset=euc-jp>\xE2\x80\x9Cyes\xE2\x80\x9D",
            "windows-1252", "encoding guessed: windows-1252 (byte 21 is no UTF-8; as EUC-JP, which is declared, it is broken)"}),
    [](const auto& row) { return row.param.name; });

TEST(DecodeBytes, DamagedUtf8IsMended) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) bytes += "\xC3\xA9";
  bytes += "\xFF.";
  const Decoded out = decode_bytes(bytes, false);
  EXPECT_EQ(out.encoding, "UTF-8");
  EXPECT_NE(out.text.text().find("\xEF\xBF\xBD."), std::string::npos);
  EXPECT_EQ(out.note, "broken UTF-8 replaced by U+FFFD (first at byte 40)");
  EXPECT_EQ(out.text.map().to_raw(static_cast<uint32_t>(out.text.size() - 1)), 41u);
}

TEST(DecodeBytes, ToldFromOutsideComesFirst) {
  const Decoded out = decode_bytes("<meta charset=koi8-r>\xE9", true, "ISO-8859-2");
  EXPECT_EQ(out.encoding, "ISO-8859-2");
  EXPECT_EQ(out.text.text(), "<meta charset=koi8-r>\xC3\xA9");
  EXPECT_EQ(decode_bytes("<meta charset=koi8-r>\xD4", true, "no such set").encoding, "KOI8-R");
}

TEST(DecodeBytes, MapsManyBytes) {
  const Decoded out = decode_bytes(
      "a\x93\xFA"
      "b\x96\x7B.",
      false, "shift_jis");
  const std::string& text = out.text.text();
  ASSERT_EQ(text,
            "a\xE6\x97\xA5"
            "b\xE6\x9C\xAC.");
  EXPECT_EQ(out.text.map().to_raw(1), 1u);
  EXPECT_EQ(out.text.map().to_raw(4), 3u);
  EXPECT_EQ(out.text.map().to_raw(8), 6u);
}

TEST(DecodeBytes, MapsSingleBytes) {
  const Decoded out = decode_bytes(
      "a\xE9"
      "b",
      false);
  EXPECT_EQ(out.text.map().to_raw(0), 0u);
  EXPECT_EQ(out.text.map().to_raw(1), 1u);
  EXPECT_EQ(out.text.map().to_raw(3), 2u);
}

struct CharsetRow {
  const char* name;
  const char* bytes;
  const char* charset;
};
class DeclaredCharset : public testing::TestWithParam<CharsetRow> {};
TEST_P(DeclaredCharset, Table) { EXPECT_EQ(declared_charset(GetParam().bytes), GetParam().charset); }
INSTANTIATE_TEST_SUITE_P(
    Rows, DeclaredCharset,
    testing::Values(CharsetRow{"meta", "<meta charset=\"UTF-8\">", "utf-8"}, CharsetRow{"bare", "<meta charset=koi8-r>", "koi8-r"},
                    CharsetRow{"http_equiv", "<meta http-equiv=content-type content='text/html; charset=Windows-1252'>", "windows-1252"},
                    CharsetRow{"xml", "<?xml version='1.0' encoding='iso-8859-1'?>", "iso-8859-1"},
                    CharsetRow{"none", "<p>charset</p>", ""}),
    [](const auto& row) { return row.param.name; });

TEST(BinaryKind, TellsFilesApart) {
  EXPECT_EQ(binary_kind("%PDF-1.7"), "a PDF file");
  EXPECT_EQ(binary_kind("\x89PNG\r\n"), "an image");
  EXPECT_EQ(binary_kind("PK\x03\x04"), "a ZIP archive or an office document");
  EXPECT_EQ(binary_kind("ab\0cd"s), "a binary file");
  EXPECT_EQ(binary_kind("\xFF\xFE"
                        "a\0"s),
            "");
  EXPECT_EQ(binary_kind("An article.\n"), "");
}

}  // namespace
}  // namespace annalist
