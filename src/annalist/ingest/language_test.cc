#include "annalist/ingest/language.h"

#include <gtest/gtest.h>

#include <string>

#include "annalist/ingest/genre.h"

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* language;
};
class Language : public testing::TestWithParam<Row> {};
TEST_P(Language, Guess) { EXPECT_EQ(guess_language(GetParam().text), GetParam().language); }
INSTANTIATE_TEST_SUITE_P(
    Rows, Language,
    testing::Values(
        Row{"english", "The foreign minister said on Tuesday that the talks would go on in the capital.", "en"},
        Row{"short", "Talks resume", "en"},
        Row{"german",
            "Der Minister sagte am Dienstag, dass die Gespr\xC3\xA4"
            "che in der Hauptstadt nicht zu Ende sind.",
            "de"},
        Row{"french",
            "Le ministre a dit mardi que les n\xC3\xA9gociations dans la capitale ne sont pas finies et que "
            "la paix est possible.",
            "fr"},
        Row{"russian",
            "\xD0\x9C\xD0\xB8\xD0\xBD\xD0\xB8\xD1\x81\xD1\x82\xD1\x80 "
            "\xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB",
            "ru"},
        Row{"arabic", "\xD9\x82\xD8\xA7\xD9\x84 \xD8\xA7\xD9\x84\xD9\x88\xD8\xB2\xD9\x8A\xD8\xB1", "ar"},
        Row{"hebrew", "\xD7\x90\xD7\x9E\xD7\xA8 \xD7\x94\xD7\xA9\xD7\xA8", "he"},
        Row{"turkish",
            "Bakan sal\xC4\xB1 g\xC3\xBCn\xC3\xBC ba\xC5\x9Fkentteki g\xC3\xB6r\xC3\xBC\xC5\x9Fmelerin bitmedi\xC4\x9Fini s\xC3\xB6yledi, "
            "taraflar haftaya yine bulu\xC5\x9F"
            "acak.",
            "tr"},
        Row{"persian_in_few_words",
            "\xD9\x88\xD8\xB2\xDB\x8C\xD8\xB1 \xDA\xAF\xD9\x81\xD8\xAA \xDA\xA9\xD9\x87 "
            "\xDA\xAF\xD9\x81\xD8\xAA\xE2\x80\x8C\xDA\xAF\xD9\x88\xD9\x87\xD8\xA7 \xD9\xBE\xD8\xA7\xDB\x8C\xD8\xA7\xD9\x86 "
            "\xD9\x86\xDB\x8C\xD8\xA7\xD9\x81\xD8\xAA\xD9\x87 \xD8\xA7\xD8\xB3\xD8\xAA",
            "fa"},
        Row{"names_alone",
            "Mohammad Reza Ebrahimi, Jean-Pierre Lef\xC3\xA8vre, Giuseppe Bianchi, J\xC3\xBCrgen M\xC3\xBCller, Siti Nurhaliza, Kwame "
            "Mensah",
            "en"},
        Row{"names_of_places", "Dnipro, Kharkiv, Zaporizhzhia and Mykolaiv hit overnight", "en"},
        Row{"capitals", "PRIME MINISTER OF BURKINA FASO LEAVES FOR OUAGADOUGOU", "en"},
        Row{"figures_and_names", "Borussia 3-1 Bayern; Juventus 2-0 Roma; Real Madrid 1-1 Valencia; Galatasaray 0-4 Fenerbahce", "en"},
        Row{"half_english",
            "Le ministre a dit mardi que les n\xC3\xA9gociations dans la capitale ne sont pas finies. "
            "The minister said on Tuesday that the talks in the capital were not over yet.",
            "en"},
        Row{"arabic_quote_in_english",
            "The spokesman wrote \xD9\x84\xD8\xA7 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 on the wall of the ministry, and the crowd repeated it.",
            "en"},
        Row{"digits", "12 34", "und"}, Row{"empty", "", "und"}),
    [](const auto& row) { return row.param.name; });

TEST(Language, TheMiddleOfALongTextCounts) {
  std::string text;
  for (int i = 0; i < 300; ++i)
    text +=
        "Der Minister sagte am Dienstag, dass die Gespr\xC3\xA4"
        "che in der Hauptstadt nicht zu Ende sind. ";
  const std::string german = text;
  EXPECT_EQ(guess_language(german), "de");
  for (int i = 0; i < 900; ++i) text += "The minister said on Tuesday that the talks in the capital were not over yet. ";
  EXPECT_EQ(guess_language(text), "en");
}

TEST(GenreSigns, EachAlone) {
  EXPECT_EQ(guess_genre({"World", "Talks resume", "https://a.example/world/talks", "", "Talks resumed."}), Genre::kNews);
  EXPECT_EQ(guess_genre({"Opinion", "Talks resume", "", "", ""}), Genre::kOpinion);
  EXPECT_EQ(guess_genre({"", "Opinion: Talks must resume", "", "", ""}), Genre::kOpinion);
  EXPECT_EQ(guess_genre({"", "Analysis | What the talks mean", "", "", ""}), Genre::kAnalysis);
  EXPECT_EQ(guess_genre({"", "", "https://a.example/opinion/2020/talks", "", ""}), Genre::kOpinion);
  EXPECT_EQ(guess_genre({"", "", "https://a.example/news/opinion-polls-open", "", ""}), Genre::kNews);
  EXPECT_EQ(guess_genre({"AnalysisNewsArticle", "", "", "", ""}), Genre::kAnalysis);
  std::string body;
  for (int i = 0; i < 60; ++i) body += "The council keeps its old ties with the port. ";
  EXPECT_EQ(guess_genre({"", "", "", "", body}), Genre::kAnalysis);  // long, and no day told
  EXPECT_EQ(guess_genre({"", "", "", "", "The council met on Friday.\n\n" + body}), Genre::kNews);
  EXPECT_EQ(guess_genre({"", "", "", "", "OSLO (Agency) - The council met.\n\n" + body}), Genre::kNews);
}

}  // namespace
}  // namespace annalist
