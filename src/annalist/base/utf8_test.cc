#include "annalist/base/utf8.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(Utf8, DecodesAndEncodesBack) {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  std::string again;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    ASSERT_TRUE(point.valid);
    append_utf8(again, point.value);
    at += point.bytes;
  }
  EXPECT_EQ(again, text);
}

TEST(Utf8, FindsTheFirstBrokenByte) {
  EXPECT_EQ(find_invalid_utf8("plain"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("caf\xc3\xa9"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("caf\xe9 x"), 3u);
  EXPECT_EQ(find_invalid_utf8("\xed\xa0\x80"), 0u);  // a surrogate
  EXPECT_EQ(find_invalid_utf8("ab\xc3"), 2u);        // cut short
}

TEST(Utf8, ComposesAndFolds) {
  EXPECT_EQ(to_nfc("e\u0301"), "\u00e9");
  EXPECT_FALSE(is_nfc("e\u0301"));
  EXPECT_TRUE(is_nfc("\u00e9"));
  EXPECT_EQ(fold("Rouh\u00e1n\u00ed"), "rouhani");
  EXPECT_EQ(to_lower("\u00c9TAT"), "\u00e9tat");
}

TEST(Utf8, CountsCodePoints) {
  const std::string text = "a\u20acb";
  const CodePointOffsets offsets(text);
  EXPECT_EQ(count_code_points(text), 3u);
  EXPECT_EQ(offsets.at(0), 0u);
  EXPECT_EQ(offsets.at(1), 1u);
  EXPECT_EQ(offsets.at(4), 2u);
  EXPECT_EQ(offsets.at(5), 3u);
}

TEST(Utf8, KnowsClasses) {
  EXPECT_TRUE(is_space(0xA0));
  EXPECT_FALSE(is_space(0x200B));
  EXPECT_TRUE(is_punctuation(0x201C));
  EXPECT_TRUE(is_upper(0xC9));
  EXPECT_EQ(trim(" \tx y\n"), "x y");
  EXPECT_EQ(trim(" \n"), "");
}

}  // namespace
}  // namespace annalist
