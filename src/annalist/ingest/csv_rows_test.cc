#include "annalist/ingest/csv_rows.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

// Gives a text in small pieces, so that every row is cut somewhere.
class Pieces : public ByteSource {
 public:
  Pieces(std::string text, size_t size) : text_(std::move(text)), size_(size) {}
  Result<size_t> read(std::string& out) override {
    const std::string piece = text_.substr(at_, size_);
    at_ += piece.size();
    out += piece;
    return piece.size();
  }

 private:
  std::string text_;
  size_t size_;
  size_t at_ = 0;
};

// The rows as "line:cell|cell", errors as "!path:line message".
std::vector<std::string> rows_of(const std::string& text, char separator = ',', uint64_t row_bytes = 1 << 20, size_t piece = 1 << 20) {
  CsvRows rows("t.csv", std::make_unique<Pieces>(text, piece), separator, row_bytes);
  std::vector<std::string> out;
  while (auto row = rows.next()) {
    if (!*row) {
      out.push_back("!" + row->error().where + " " + row->error().message);
      continue;
    }
    std::string line = std::to_string((*row)->line) + ":";
    for (size_t i = 0; i < (*row)->cells.size(); ++i) line += (i == 0 ? "" : "|") + cell_value((*row)->bytes, (*row)->cells[i]);
    out.push_back(line);
  }
  return out;
}
using Lines = std::vector<std::string>;

TEST(CsvRows, CellsPlainAndQuoted) {
  EXPECT_EQ(rows_of("id,text\n1,one\n2,\"two, and\nmore\"\r\n3,\"he said \"\"no\"\"\"\n\n4, \"four\" \n5,"),
            (Lines{"1:id|text", "2:1|one", "3:2|two, and\nmore", "5:3|he said \"no\"", "7:4|four", "8:5|"}));
  EXPECT_EQ(rows_of("a;b\r1;2\r3;4\r", ';'), (Lines{"1:a|b", "2:1|2", "3:3|4"}));
  EXPECT_EQ(rows_of("a\tb\n1\t5\" long\n", '\t'), (Lines{"1:a|b", "2:1|5\" long"}));
  EXPECT_EQ(rows_of(""), Lines{});
  EXPECT_EQ(rows_of("\n\n"), Lines{});
}

TEST(CsvRows, TheSameHoweverTheBytesCome) {
  std::string text = "id,text\n";
  for (int i = 0; i < 50; ++i) text += std::to_string(i) + ",\"line one\r\nand \"\"two\"\" of " + std::to_string(i) + "\"\r\n";
  const Lines whole = rows_of(text);
  ASSERT_EQ(whole.size(), 51u);
  EXPECT_EQ(whole.back(), "100:49|line one\r\nand \"two\" of 49");
  for (const size_t piece : {size_t{1}, size_t{7}, size_t{64}}) EXPECT_EQ(rows_of(text, ',', 1 << 20, piece), whole);
}

TEST(CsvRows, ABadRowIsNamedAndTheRestGoesOn) {
  EXPECT_EQ(rows_of("id,text\n1\n2,two\n3,three,more\n4,four,,\n"),
            (Lines{"1:id|text", "!t.csv:2 the row has 1 columns, the header 2", "3:2|two", "!t.csv:4 the row has 3 columns, the header 2",
                   "5:4|four"}));
  EXPECT_EQ(rows_of("id,text\n1,\"she said \"no\" to it\nand left\"\n2,two\n"),
            (Lines{"1:id|text", "!t.csv:2 its quotation marks don't match (one inside a cell is written \"\"); passed over up to line 3",
                   "4:2|two"}));
  EXPECT_EQ(rows_of("id,text\n1,\"never closed\n2,two\n3,\"three\"\n"),
            (Lines{"1:id|text", "!t.csv:2 its quotation marks don't match (one inside a cell is written \"\")", "3:2|two", "4:3|three"}));
  EXPECT_EQ(
      rows_of("id,text\n1,\"never closed\n"),
      (Lines{"1:id|text", "!t.csv:2 its quotation marks don't match (one inside a cell is written \"\"); nothing after it could be read"}));
  EXPECT_EQ(rows_of("\"id,text\n1,one\n").size(), 1u);
}

TEST(CsvRows, ARowPastTheLimitIsNamed) {
  const std::string text = "id,text\n1,\"" + std::string(3'000'000, 'x') + "\"\n2,two\n";
  const Lines out = rows_of(text, ',', 1 << 20, 1 << 16);
  ASSERT_EQ(out.size(), 3u);
  EXPECT_TRUE(out[1].starts_with("!t.csv:2 the row is too long")) << out[1];
  EXPECT_EQ(out[2], "3:2|two");
}

TEST(CsvRows, ManyQuotationMarksTakeNoLongerThanTheirLength) {
  std::string text = "id,text\n";
  for (int i = 0; i < 200'000; ++i) text += "1,\"\"x\n2,\"a\n";
  EXPECT_FALSE(rows_of(text).empty());
}

TEST(CsvCells, MapLeadsToTheRow) {
  const std::string row = "1, \"a \"\"b\"\" c\",x";
  const MappedText text = cell_text(row, {2, 14});
  ASSERT_EQ(text.text(), "a \"b\" c");
  for (uint32_t at = 0; at < text.size(); ++at) EXPECT_EQ(row[text.map().to_raw(at)], text.text()[at]) << at;
}

TEST(SniffSeparator, OfTheHeader) {
  EXPECT_EQ(sniff_separator("a,b,c\n1;2;3;4;5"), ',');
  EXPECT_EQ(sniff_separator("a;b\n"), ';');
  EXPECT_EQ(sniff_separator("a\tb,c\td\n"), '\t');
  EXPECT_EQ(sniff_separator("\"a;b;c\",d\n"), ',');
  EXPECT_EQ(sniff_separator("text"), ',');
}

}  // namespace
}  // namespace annalist
