#include "annalist/ingest/csv_articles.h"

#include <gtest/gtest.h>

#include "annalist/ingest/articles.h"

namespace annalist {
namespace {

std::vector<Result<Document>> documents_of(std::string table, const CsvColumns& columns = {}) {
  Item item;
  item.path = "t.csv";
  item.bytes = std::move(table);
  auto stream = open_csv(std::move(item), columns, IngestLimits());
  std::vector<Result<Document>> out;
  if (!stream) {
    out.push_back(stream.error());
    return out;
  }
  while (auto next = (*stream)->next()) {
    if (!*next) out.push_back(next->error());
    else out.push_back(make_document({(*next)->path, (*next)->bytes, (*next)->format, (*next)->hints}, {}));
  }
  return out;
}

TEST(CsvArticles, UsualColumnsAreFoundByTheirNames) {
  const auto out = documents_of(
      "ID;Headline;Published;Body;Source;Author;URL\n"
      "a7;Talks go on;2021-03-02 10:00;\"He said \"\"no\"\".\n\nThen he left.\";The Herald;Ana Ruiz and Tom Berg;https://a.example/7\n");
  ASSERT_EQ(out.size(), 1u);
  const Document& document = *out[0];
  EXPECT_EQ(document.path, "t.csv:2");
  EXPECT_EQ(document.id, "a7");
  EXPECT_EQ(document.text, "He said \"no\".\n\nThen he left.");
  EXPECT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.title, (Metadatum{"Talks go on", "csv"}));
  EXPECT_EQ(document.outlet.value, "The Herald");
  EXPECT_EQ(document.authors.size(), 2u);
  EXPECT_EQ(document.published, (Date{2021, 3, 2}));
  EXPECT_EQ(document.url, "https://a.example/7");
}

TEST(CsvArticles, AskedColumnsComeFirst) {
  CsvColumns columns;
  columns.text = "Volltext";
  columns.date = "tag";
  const auto out = documents_of("text,volltext,tag\nshort,The long text.,5 March 2021\n", columns);
  ASSERT_EQ(out.size(), 1u);
  EXPECT_EQ(out[0]->text, "The long text.");
  EXPECT_EQ(out[0]->published, (Date{2021, 3, 5}));
  columns.text = "missing";
  const auto error = documents_of("text,volltext\nshort,long\n", columns);
  ASSERT_FALSE(error[0]);
  EXPECT_EQ(error[0].error().message, "no column \"missing\" among \"text\", \"volltext\"; name it with --text-column");
  EXPECT_FALSE(documents_of("a,b\n1,2\n")[0]);
}

TEST(CsvArticles, BadRowsAndDatesAreNamed) {
  const auto out = documents_of("id,text,date\n1,One.,13/32/2021\n2\n3,,2021-01-01\n4,Four.,2021-01-01\n");
  ASSERT_EQ(out.size(), 4u);
  EXPECT_EQ(out[0]->note, "date \"13/32/2021\" is not understood (write YYYY-MM-DD)");
  EXPECT_EQ(out[1].error().where, "t.csv:3");
  EXPECT_EQ(out[2].error().text(), "t.csv:4: the row has no text");
  EXPECT_EQ(out[3]->text, "Four.");
}

TEST(CsvArticles, DatesInFiguresAreReadAsTheColumnHasThem) {
  const auto published = [](const std::string& dates) {
    std::string out;
    for (const auto& document : documents_of("text,date\n" + dates)) out += document->published ? to_iso(*document->published) + " " : "? ";
    return out;
  };
  EXPECT_EQ(published("A.,03/04/2019\nB.,23/04/2019 10:00\n"), "2019-04-03 2019-04-23 ");
  EXPECT_EQ(published("A.,03/04/2019\nB.,4/23/2019\n"), "2019-03-04 2019-04-23 ");
  EXPECT_EQ(published("A.,03/04/2019\nB.,05/06/2019\n"), "? ? ");
  EXPECT_EQ(published("A.,03/04/2019\nB.,13/04/2019\nC.,04/13/2019\n"), "? 2019-04-13 2019-04-13 ");
}

TEST(CsvArticles, EncodingsOfSpreadsheets) {
  EXPECT_EQ(documents_of("\xEF\xBB\xBFtext,n\ncaf\xC3\xA9,1\n")[0]->text, "caf\xC3\xA9");
  const auto guessed = documents_of("text;n\nShe said \x93no\x94.;1\nPlain.;2\n");
  EXPECT_EQ(guessed[0]->text, "She said \xE2\x80\x9Cno\xE2\x80\x9D.");
  EXPECT_EQ(guessed[0]->encoding, "windows-1252");
  EXPECT_EQ(guessed[0]->note, "encoding guessed: windows-1252");
  EXPECT_EQ(guessed[1]->note, "");
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("id\ttext\n1\t\"a, b\"\n")) utf16 += {c, '\0'};
  const auto wide = documents_of(utf16);
  ASSERT_EQ(wide.size(), 1u);
  EXPECT_EQ(wide[0]->text, "a, b");
  EXPECT_EQ(wide[0]->id, "1");
}

TEST(CsvArticles, RowsThatDifferOnlyInTheirIdAreTwoArticles) {
  const auto out = documents_of("id,text\n1,Same.\n2,Same.\n");
  EXPECT_NE(out[0]->raw_sha256, out[1]->raw_sha256);
}

}  // namespace
}  // namespace annalist
