#include "annalist/ingest/language.h"

#include <gtest/gtest.h>

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
    testing::Values(Row{"english", "The foreign minister said on Tuesday that the talks would go on in the capital.", "en"},
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
                    Row{"hebrew", "\xD7\x90\xD7\x9E\xD7\xA8 \xD7\x94\xD7\xA9\xD7\xA8", "he"}, Row{"digits", "12 34", "und"},
                    Row{"empty", "", "und"}),
    [](const auto& row) { return row.param.name; });

TEST(GenreSigns, EachAlone) {
  EXPECT_EQ(guess_genre({"World", "Talks resume", "https://a.example/world/talks", "", "Talks resumed."}), Genre::kNews);
  EXPECT_EQ(guess_genre({"Opinion", "Talks resume", "", "", ""}), Genre::kOpinion);
  EXPECT_EQ(guess_genre({"", "Opinion: Talks must resume", "", "", ""}), Genre::kOpinion);
  EXPECT_EQ(guess_genre({"", "Analysis | What the talks mean", "", "", ""}), Genre::kAnalysis);
  EXPECT_EQ(guess_genre({"", "", "https://a.example/opinion/2020/talks", "", ""}), Genre::kOpinion);
  EXPECT_EQ(guess_genre({"", "", "https://a.example/news/opinion-polls-open", "", ""}), Genre::kNews);
  EXPECT_EQ(guess_genre({"AnalysisNewsArticle", "", "", "", ""}), Genre::kAnalysis);
}

}  // namespace
}  // namespace annalist
