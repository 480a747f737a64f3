#include "annalist/ingest/byline.h"

#include <gtest/gtest.h>

#include "annalist/ingest/author_box.h"

namespace annalist {
namespace {

using Names = std::vector<std::string>;
struct Row {
  const char* name;
  const char* line;
  Names authors;
  bool marked;
};

class ReadByline : public testing::TestWithParam<Row> {};
TEST_P(ReadByline, Table) {
  const Byline out = read_byline(GetParam().line);
  EXPECT_EQ(out.authors, GetParam().authors);
  EXPECT_EQ(out.marked, GetParam().marked);
}
INSTANTIATE_TEST_SUITE_P(
    Rows, ReadByline,
    testing::Values(Row{"one", "By Ana Ruiz", {"Ana Ruiz"}, true}, Row{"two", "By Ana Ruiz and Tom Berg", {"Ana Ruiz", "Tom Berg"}, true},
                    Row{"three", "By Ana Ruiz, Tom Berg and Lu Chen", {"Ana Ruiz", "Tom Berg", "Lu Chen"}, true},
                    Row{"house", "By Ana Ruiz, Reuters", {"Ana Ruiz"}, true},
                    Row{"long_house", "By Ana Ruiz, Kaldria Wire", {"Ana Ruiz"}, true}, Row{"upper", "BY ANA RUIZ", {"Ana Ruiz"}, true},
                    Row{"dated", "By Ana Ruiz | March 4, 2022", {"Ana Ruiz"}, true},
                    Row{"written", "Written by Mohammad van der Berg", {"Mohammad van der Berg"}, true},
                    Row{"weekday_of_the_date", "By Ana Ruiz Friday, March 4, 2022", {"Ana Ruiz"}, true},
                    Row{"office_behind_the_name", "By Ana Ruiz, Kaldria Editor-at-large", {"Ana Ruiz"}, true},
                    Row{"middle_dot", "By Ana Ruiz \xC2\xB7 Updated 4 March", {"Ana Ruiz"}, true},
                    Row{"office_before_the_name", "Story by: Special correspondent Ana Ruiz", {"Ana Ruiz"}, true},
                    Row{"agency", "By AFP", {"AFP"}, true}, Row{"bare", "Ana Ruiz", {"Ana Ruiz"}, false},
                    Row{"sentence", "By Monday the army had left the town.", {}, false}, Row{"prose", "The army left the town", {}, false},
                    Row{"month", "March 2022", {}, false}, Row{"empty", "", {}, false}),
    [](const auto& row) { return row.param.name; });

TEST(AuthorBox, NeedsNameAndOffice) {
  EXPECT_TRUE(read_author_box("Ana Ruiz is a reporter on the Herald's foreign desk.").is_box);
  EXPECT_EQ(read_author_box("Ana Ruiz is a columnist.").authors, Names{"Ana Ruiz"});
  EXPECT_FALSE(read_author_box("Sami Abu Zuhri is a spokesman for the movement.").is_box);
  EXPECT_FALSE(read_author_box("The reporter is a citizen of Kaldria.").is_box);
}

TEST(AuthorBox, MoreFrom) {
  EXPECT_EQ(author_of_more_from("More from Ana Ruiz"), "Ana Ruiz");
  EXPECT_EQ(author_of_more_from("More from Middle East"), "");
  EXPECT_EQ(author_of_more_from("More from World"), "");
  EXPECT_EQ(author_of_more_from("More from the front line in the valley"), "");
}

struct FooterRow {
  const char* name;
  const char* line;
  const char* outlet;
};
class OutletOfFooter : public testing::TestWithParam<FooterRow> {};
TEST_P(OutletOfFooter, Table) { EXPECT_EQ(outlet_of_footer(GetParam().line), GetParam().outlet); }
INSTANTIATE_TEST_SUITE_P(Rows, OutletOfFooter,
                         testing::Values(FooterRow{"sign", "\xC2\xA9 2019 Kaldria Wire. All rights reserved.", "Kaldria Wire"},
                                         FooterRow{"word", "Copyright 2015-2021 The Herald, Halmere", "The Herald"},
                                         FooterRow{"both", "Copyright \xC2\xA9 2020 by The Herald", "The Herald"},
                                         FooterRow{"via", "Subscribe to BLiTZ via Email", "BLiTZ"},
                                         FooterRow{"nobody", "\xC2\xA9 2020. All rights reserved", ""},
                                         FooterRow{"prose", "He held the copyright of the song.", ""}),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace annalist
