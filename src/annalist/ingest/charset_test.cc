#include "annalist/ingest/charset.h"

#include <gtest/gtest.h>

#include <map>

namespace annalist {
namespace {

struct LabelRow {
  const char* label;
  const char* name;  // nullptr: not known
};
TEST(CharsetByLabel, Table) {
  for (const LabelRow& row :
       {LabelRow{"UTF-8", "UTF-8"}, LabelRow{" utf8 ", "UTF-8"}, LabelRow{"latin1", "windows-1252"}, LabelRow{"ISO_8859-1", "windows-1252"},
        LabelRow{"iso-8859-2", "ISO-8859-2"}, LabelRow{"Windows-1251", "windows-1251"}, LabelRow{"cp1251", "windows-1251"},
        LabelRow{"koi8-r", "KOI8-R"}, LabelRow{"GBK", "GB18030"}, LabelRow{"ks_c_5601-1987", "EUC-KR"}, LabelRow{"", nullptr},
        LabelRow{"nonsense", nullptr}, LabelRow{"utf-8//TRANSLIT", nullptr}, LabelRow{"wchar_t", nullptr},
        LabelRow{"../etc/passwd", nullptr}}) {
    const auto name = charset_by_label(row.label);
    EXPECT_EQ(name.value_or("-"), row.name == nullptr ? "-" : row.name) << row.label;
  }
}

TEST(ConvertToUtf8, EveryByteOfEverySingleByteSetGivesOneCharacter) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (const char* name : {"windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
                           "windows-1257", "windows-1258", "windows-874",  "ISO-8859-2",   "ISO-8859-5",   "ISO-8859-6",   "ISO-8859-7",
                           "ISO-8859-8",   "ISO-8859-15",  "KOI8-R",       "KOI8-U",       "IBM866",       "macintosh"}) {
    const Converted out = convert_to_utf8(bytes, name);
    size_t characters = 0;
    for (const char c : out.text.text()) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1U : 0U;
    EXPECT_EQ(characters, 256u) << name;
    EXPECT_LT(out.broken, 64u) << name;
    EXPECT_EQ(out.text.map().to_raw(static_cast<uint32_t>(out.text.text().find('A'))), 65u) << name;
  }
}

TEST(ConvertToUtf8, BrokenBytesAreReplacedOneByOne) {
  const Converted out = convert_to_utf8("a\xFF\x20\x93\xFA\x93", "Shift_JIS");
  EXPECT_EQ(out.text.text(), "a\xEF\xBF\xBD \xE6\x97\xA5\xEF\xBF\xBD");
  EXPECT_EQ(out.broken, 2u);
  EXPECT_EQ(out.first_broken, 1u);
}

TEST(GuessCharset, EnglishWithMarksOfWordProcessors) {
  EXPECT_EQ(guess_charset("The minister said \x93no\x94 \x97 it\x92s over."), "windows-1252");
  EXPECT_EQ(guess_charset("\xA3"
                          "5 million for the caf\xE9 owners\x92 union."),
            "windows-1252");
}

TEST(GuessCharset, EnglishFromAnOldMacintosh) {
  std::string text = "The minister said it\xD5s over \xD1 and that the union\xD5s owners, who met on Tuesday, agreed.";
  text += " The talks went on until late in the night, and nobody would say more of them than that they went well.";
  text += " A second round is due in the capital next month, the spokesman said, when the new terms are known.";
  EXPECT_EQ(guess_charset(text), "macintosh");
}

TEST(GuessCharset, Russian) {
  // "The minister said that the talks in the capital would go on", in three encodings.
  const std::string utf8 = "Министр сообщил, что переговоры в столице будут продолжены на следующей неделе";
  const auto encoded = [&](const char* name) {
    std::map<std::string, char> bytes_of;
    for (int i = 0; i < 256; ++i) {
      const char byte = static_cast<char>(i);
      bytes_of.emplace(convert_to_utf8(std::string_view(&byte, 1), name).text.text(), byte);
    }
    std::string bytes;
    for (size_t at = 0; at < utf8.size();) {
      const size_t length = static_cast<unsigned char>(utf8[at]) < 0x80 ? 1 : 2;
      bytes += bytes_of.at(utf8.substr(at, length));
      at += length;
    }
    return bytes;
  };
  for (const char* name : {"windows-1251", "KOI8-R", "ISO-8859-5"}) EXPECT_EQ(guess_charset(encoded(name)), name);
}

}  // namespace
}  // namespace annalist
