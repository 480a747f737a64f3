#include "annalist/app/parse_stream.h"

#include <gtest/gtest.h>

#include <random>

namespace annalist {
namespace {

std::vector<std::string> cut(std::string_view text, uint32_t seed, bool* was_cut = nullptr) {
  ParagraphStream stream;
  std::mt19937 random(seed);
  std::vector<std::string> all;
  const auto take = [&](std::vector<std::string> some) { all.insert(all.end(), some.begin(), some.end()); };
  for (size_t at = 0; at < text.size();) {
    const size_t size = seed == 0 ? text.size() : random() % (seed % 2 == 0 ? 5 : 50000);
    take(stream.add(text.substr(at, size)));
    at += size;
  }
  take(stream.end());
  if (was_cut != nullptr) *was_cut = stream.was_cut();
  return all;
}

TEST(ParagraphStream, BlankLinesPart) {
  const std::string_view text = "\n\nOne\nline two.\n\n \t\n\nTwo.\r\n\r\nThree \n\n";
  for (uint32_t seed = 0; seed < 20; ++seed) {
    EXPECT_EQ(cut(text, seed), (std::vector<std::string>{"One\nline two.", "Two.", "Three"})) << seed;
  }
  EXPECT_TRUE(cut(" \n \n", 1).empty());
}

TEST(ParagraphStream, LongParagraphsAreCutAtSpacesAndBetweenCharacters) {
  std::string text = "Short.\n\n";
  for (int i = 0; i < 40000; ++i) text += "wort ";
  text += "\n\n";
  for (int i = 0; i < 50000; ++i) text += "\u00e9\u4e2d";
  bool was_cut = false;
  const std::vector<std::string> whole = cut(text, 0, &was_cut);
  EXPECT_TRUE(was_cut);
  ASSERT_EQ(whole.size(), 1u + 4u + 4u);
  std::string joined;
  for (const std::string& paragraph : whole) {
    EXPECT_LE(paragraph.size(), ParagraphStream::kLongest);
    EXPECT_EQ(document_of(paragraph).text, paragraph) << "no character is cut in two";
    joined += paragraph;
  }
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  std::erase_if(joined, [](char c) { return c == ' '; });
  EXPECT_EQ(joined, text);
  for (uint32_t seed = 1; seed < 12; seed += 2)
    EXPECT_TRUE(cut("Short.\n\n" + whole[1] + " " + whole[2], seed) == cut("Short.\n\n" + whole[1] + " " + whole[2], 0));
}

TEST(ParagraphStream, BrokenBytesAreMarked) {
  EXPECT_EQ(document_of("a\xff"
                        "b e\u0301")
                .text,
            "a\uFFFDb \u00e9");
}

}  // namespace
}  // namespace annalist
