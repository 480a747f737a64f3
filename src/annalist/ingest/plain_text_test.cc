#include "annalist/ingest/plain_text.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

ArticleParts read(std::string_view text) { return read_plain_text(MappedText::identity(text)); }

std::string body_of(const ArticleParts& parts) {
  std::string out;
  for (const BodyBlock& block : parts.blocks) out += (out.empty() ? "" : "|") + block.text.text();
  return out;
}

constexpr const char* kFirst = "The foreign minister of Velmora met a delegation from Kaldria in Ostrel on Tuesday.";
constexpr const char* kSecond = "Both sides said that the talks would go on next week, and that no date had been set.";
const std::string kBody = std::string(kFirst) + "|" + kSecond;
const std::string kText = std::string(kFirst) + "\n\n" + kSecond;

struct Row {
  const char* name;
  std::string text;
  std::string title;
  std::string body;
};
class PlainText : public testing::TestWithParam<Row> {};
TEST_P(PlainText, TitleAndBody) {
  const ArticleParts parts = read(GetParam().text);
  EXPECT_EQ(parts.title.value, GetParam().title);
  EXPECT_EQ(body_of(parts), GetParam().body);
}
INSTANTIATE_TEST_SUITE_P(
    Rows, PlainText,
    testing::Values(
        Row{"body_alone", kText, "", kBody}, Row{"title", "Talks in Ostrel\n\n" + kText, "Talks in Ostrel", kBody},
        Row{"one_sentence", "Talks resumed.", "", "Talks resumed."},
        Row{"short_last_paragraph", kText + "\n\nNobody was hurt.", "", kBody + "|Nobody was hurt."},
        Row{"question_as_title", "Will the talks in Ostrel bring peace to the valley?\n\n" + kText,
            "Will the talks in Ostrel bring peace to the valley?", kBody},
        Row{"menu", "Skip to main content\nMenu\nWorld\nPolitics\n\nTalks in Ostrel go on\n\n" + kText, "Talks in Ostrel go on", kBody},
        Row{"doubled_headline", "Connect with us\n\nTalks in Ostrel go on\n\n\nTalks in Ostrel go on\n\n" + kText, "Talks in Ostrel go on",
            kBody},
        Row{"byline_and_date", "Talks in Ostrel go on\n\nBy Ana Ruiz\nMarch 3, 2021\n\n" + kText, "Talks in Ostrel go on", kBody},
        Row{"share_inside", "Talks in Ostrel go on\n\n" + std::string(kFirst) + "\n\nShare\n\nAdvertisement\n\n" + kSecond,
            "Talks in Ostrel go on", kBody},
        Row{"read_more_inside",
            "Talks in Ostrel go on\n\n" + std::string(kFirst) + "\n\nRead more: Marrek visits the port of Senna\n\n" + kSecond,
            "Talks in Ostrel go on", kBody},
        Row{"label_and_link", "Talks in Ostrel go on\n\n" + std::string(kFirst) + "\n\nRead more\nMarrek visits the port\n\n" + kSecond,
            "Talks in Ostrel go on", kBody},
        Row{"tail",
            kText + "\n\nMore from Ana Ruiz\n\nRecommended Articles\n\nHalmere opens its new station after a "
                    "wait of four years.",
            "", kBody},
        Row{"comments", kText + "\n\nClick to comment\n\nLeave a Comment\n\nYour email address will not be published.", "", kBody},
        Row{"author_box", kText + "\n\nAna Ruiz is a reporter on the foreign desk.", "", kBody},
        Row{"photo_credit", kText + "\n\n(Photo: AFP)", "", kBody},
        Row{"crlf", "Talks in Ostrel\r\n\r\n" + std::string(kFirst) + "\r\n", "Talks in Ostrel", kFirst},
        Row{"address", "https://a.example/talks\n\nTalks in Ostrel go on\n\n" + kText, "Talks in Ostrel go on", kBody},
        Row{"heading_inside", std::string(kFirst) + "\n\nA long war\n\n" + kSecond, "", std::string(kFirst) + "|A long war|" + kSecond}),
    [](const auto& row) { return row.param.name; });

TEST(PlainTextWrapped, JoinsLines) {
  const ArticleParts parts = read(
      "Talks in Ostrel\n\n"
      "The foreign minister of Velmora met a delegation from Kaldria in the\n"
      "capital on Tuesday, and said that the talks about the Karst pass would\n"
      "go on.\n\n"
      "Both sides said that no date had been set, and that the next meeting\n"
      "would be held in Port Senna, as the Kaldrian side had asked, before the\n"
      "end of the year.\n");
  EXPECT_EQ(parts.title.value, "Talks in Ostrel");
  EXPECT_EQ(body_of(parts),
            "The foreign minister of Velmora met a delegation from Kaldria in the capital on Tuesday, and "
            "said that the talks about the "
            "Karst pass would go on.|Both sides said that no date had been set, and that the next meeting "
            "would be held in Port Senna, as "
            "the Kaldrian side had asked, before the end of the year.");
}

TEST(PlainTextCaptions, DoubledCaptionStaysOnce) {
  const std::string caption = "Josef Harrane meets President Ilan Marrek in Ostrel on March 12, 2019";
  const ArticleParts parts = read("Talks in Ostrel go on\n\n" + std::string(kFirst) + "\n\n" + caption + "\n" + caption + "\n\n" + kSecond);
  ASSERT_EQ(parts.blocks.size(), 3u);
  EXPECT_EQ(parts.blocks[1].text.text(), caption);
  EXPECT_EQ(parts.blocks[1].kind, BlockKind::kCaption);
}

TEST(PlainTextCaptions, StandfirstAboveACaptionIsNoBody) {
  const ArticleParts parts = read(
      "Talks in Ostrel go on\n\nThe two sides are closer than they have ever been before.\nMarrek in Ostrel "
      "(Photo by Lise Varn/Courier)\n\n" +
      kText);
  ASSERT_EQ(parts.blocks.size(), 3u);
  EXPECT_EQ(parts.blocks[0].kind, BlockKind::kCaption);
  EXPECT_EQ(parts.blocks[1].text.text(), kFirst);
}

struct DateRow {
  const char* name;
  std::string text;
  const char* date;
  const char* how;
};
class PlainTextDate : public testing::TestWithParam<DateRow> {};
TEST_P(PlainTextDate, Published) {
  const ArticleParts parts = read(GetParam().text);
  EXPECT_EQ(parts.published ? to_iso(*parts.published) : "", GetParam().date);
  EXPECT_EQ(parts.published_how, GetParam().how);
}
INSTANTIATE_TEST_SUITE_P(
    Rows, PlainTextDate,
    testing::Values(DateRow{"below_title", "Talks in Ostrel\n\nTuesday, March 2, 2021\n\n" + kText, "2021-03-02", "date line"},
                    DateRow{"visit_above_title", "Friday, November 20, 2026\nMenu\n\nTalks in Ostrel go on\n\n" + kText, "", ""},
                    DateRow{"labelled_above_title", "Published March 2, 2021\n\nTalks in Ostrel go on\n\n" + kText, "2021-03-02",
                            "date line"},
                    DateRow{"in_byline", "Talks in Ostrel go on\n\nBy Ana Ruiz | March 2, 2021\n\n" + kText, "2021-03-02", "byline"},
                    DateRow{"update_alone", "Talks in Ostrel go on\n\nLast updated March 2, 2021\n\n" + kText, "", ""},
                    DateRow{"dateline", "Talks in Ostrel go on\n\nOSTREL, March 2, 2021 (KW) - " + kText, "2021-03-02", "dateline"},
                    DateRow{"amid_text",
                            "Talks in Ostrel go on\n\nThe war that began on March 2, 2021 has no end, the minister "
                            "said.\n\n" +
                                kText,
                            "", ""}),
    [](const auto& row) { return row.param.name; });

// What stands below everything is no title of what is above it, however often it is said.
TEST(PlainTextTitle, IsAboveSomething) {
  const ArticleParts parts = read("Harbour union meets minister again\n\nFerries\n\nHarbour union meets minister again\n");
  EXPECT_EQ(parts.title.value, "");
  EXPECT_EQ(parts.blocks.size(), 3u);
}

struct AuthorRow {
  const char* name;
  std::string text;
  std::vector<std::string> authors;
};
class PlainTextAuthors : public testing::TestWithParam<AuthorRow> {};
TEST_P(PlainTextAuthors, Names) {
  std::vector<std::string> names;
  for (const Metadatum& author : read(GetParam().text).authors) names.push_back(author.value);
  EXPECT_EQ(names, GetParam().authors);
}
INSTANTIATE_TEST_SUITE_P(
    Rows, PlainTextAuthors,
    testing::Values(AuthorRow{"byline", "Talks in Ostrel go on\n\nBy Ana Ruiz and Tom Berg\n\n" + kText, {"Ana Ruiz", "Tom Berg"}},
                    AuthorRow{"name_alone", "Talks in Ostrel go on\n\nAna Ruiz\n\n" + kText, {"Ana Ruiz"}},
                    AuthorRow{"section_alone", "Talks in Ostrel go on\n\nMiddle East\n\n" + kText, {}},
                    AuthorRow{"more_from", "Talks in Ostrel go on\n\n" + kText + "\n\nMore from Ana Ruiz", {"Ana Ruiz"}},
                    AuthorRow{"box", "Talks in Ostrel go on\n\n" + kText + "\n\nAna Ruiz is a columnist of the Herald.", {"Ana Ruiz"}},
                    AuthorRow{"none", "Talks in Ostrel go on\n\n" + kText, {}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace annalist
