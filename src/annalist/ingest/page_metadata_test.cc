#include "annalist/ingest/page_metadata.h"

#include <gtest/gtest.h>

#include "annalist/ingest/html_article.h"
#include "annalist/ingest/json_ld.h"

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* html;
  const char* title;
  const char* title_how;
  const char* authors;
  const char* outlet;
  const char* published;
  const char* published_how;
};

class PageMetadataForms : public testing::TestWithParam<Row> {};
TEST_P(PageMetadataForms, Table) {
  const ArticleParts out = read_html_article(MappedText::identity(GetParam().html));
  EXPECT_EQ(out.title.value, GetParam().title);
  EXPECT_EQ(out.title.how, GetParam().title_how);
  std::string authors;
  for (const Metadatum& author : out.authors) authors += (authors.empty() ? "" : ", ") + author.value;
  EXPECT_EQ(authors, GetParam().authors);
  EXPECT_EQ(out.outlet.value, GetParam().outlet);
  EXPECT_EQ(out.published ? to_iso(*out.published) : "", GetParam().published);
  EXPECT_EQ(out.published_how, GetParam().published_how);
}
INSTANTIATE_TEST_SUITE_P(
    Rows, PageMetadataForms,
    testing::Values(
        Row{"json_ld",
            R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","datePublished":"2021-03-02T23:00:00-05:00","author":[{"name":"Ana Ruiz"},{"name":"Tom Berg"}],"publisher":{"name":"The Herald"}}</script>)",
            "Talks go on", "json-ld", "Ana Ruiz, Tom Berg", "The Herald", "2021-03-02", "json-ld"},
        Row{"graph",
            R"(<script type=application/ld+json>[{"@graph":[{"@type":"WebSite"},{"@type":["Thing","Article"],"headline":"Talks &amp; terms","author":"Ana Ruiz"}]}]</script>)",
            "Talks & terms", "json-ld", "Ana Ruiz", "", "", ""},
        Row{"broken_json_ld",
            R"(<script type="application/ld+json">{"@type":"NewsArticle",</script><title>Talks go on today | The Herald</title>)",
            "Talks go on today", "title element", "", "The Herald", "", ""},
        Row{"open_graph",
            R"(<meta property="og:title" content="Talks go on"><meta property="og:site_name" content="The Herald"><meta property="article:published_time" content="2021-03-02T06:00:00Z"><meta property="article:author" content="https://a.example/ana">)",
            "Talks go on", "og:title", "", "The Herald", "2021-03-02", "meta article:published_time"},
        Row{"meta",
            R"(<meta name="author" content="By Ana Ruiz and Tom Berg"><meta name="pubdate" content="March 2, 2021"><h1>Talks go on</h1>)",
            "Talks go on", "h1", "Ana Ruiz, Tom Berg", "", "2021-03-02", "meta pubdate"},
        Row{"microdata",
            R"(<h1>Talks go on</h1><span itemprop="author">Ana Ruiz</span><time itemprop="datePublished" datetime="2021-03-02">x</time>)",
            "Talks go on", "h1", "Ana Ruiz", "", "2021-03-02", "microdata"},
        Row{"time_element", R"(<h1>Talks go on</h1><time class=updated datetime="2021-03-09">9</time><time datetime="2021-03-02">2</time>)",
            "Talks go on", "h1", "", "", "2021-03-02", "time element"},
        Row{"byline_text", "<h1>Talks go on</h1><p>By Ana Ruiz</p><p>Published: 2 March 2021</p>", "Talks go on", "h1", "Ana Ruiz", "",
            "2021-03-02", "date line"},
        Row{"date_of_the_visit", "<div>Friday, 20 November 2026</div><h1>Talks go on</h1>", "Talks go on", "h1", "", "", "", ""},
        Row{"url", R"(<link rel=canonical href="https://a.example/2021/03/02/talks"><h1>Talks go on</h1>)", "Talks go on", "h1", "", "",
            "2021-03-02", "url"},
        Row{"nothing", "<p>Hello</p>", "", "", "", "", "", ""}),
    [](const auto& row) { return row.param.name; });

TEST(SplitTitle, CutsTheSite) {
  EXPECT_EQ(split_title("Talks go on - The Herald").title, "Talks go on");
  EXPECT_EQ(split_title("Talks go on - The Herald").site, "The Herald");
  EXPECT_EQ(split_title("Talks go on | World | The Herald").title, "Talks go on");
  EXPECT_EQ(split_title("Herald - Talks").title, "Herald - Talks");
  EXPECT_EQ(split_title("War-weary town waits").title, "War-weary town waits");
}

TEST(JsonLd, PassesOverWhatIsNoArticle) {
  EXPECT_FALSE(read_json_ld(""));
  EXPECT_FALSE(read_json_ld("window.x = 1"));
  EXPECT_FALSE(read_json_ld(R"({"@type":"Organization","name":"The Herald"})"));
  EXPECT_FALSE(read_json_ld("[[[[[[[["));
  EXPECT_EQ(read_json_ld("{\"@type\":\"NewsArticle\",\"headline\":\"Two\nlines\"};")->headline, "Two lines");
}

}  // namespace
}  // namespace annalist
