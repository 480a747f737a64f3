#include "annalist/ingest/page_metadata.h"

#include <gtest/gtest.h>

#include "annalist/ingest/html_article.h"
#include "annalist/ingest/json_ld.h"
#include "annalist/ingest/page_title.h"

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
        Row{"reference_to_an_author",
            R"(<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#p1","name":"Ana Ruiz"},{"@type":"Organization","@id":"#o","name":"The Herald"},{"@type":"NewsArticle","headline":"Talks go on","author":{"@id":"#p1"},"publisher":{"@id":"#o"}}]}</script>)",
            "Talks go on", "json-ld", "Ana Ruiz", "The Herald", "", ""},
        Row{"json_ld_in_comments",
            "<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Talks go on\"}\n//]]></script>",
            "Talks go on", "json-ld", "", "", "", ""},
        Row{"the_outlet_is_no_author",
            R"(<meta property="og:site_name" content="The Herald"><meta name="author" content="The Herald"><h1>Talks go on</h1><p>By Ana Ruiz</p>)",
            "Talks go on", "h1", "Ana Ruiz", "The Herald", "", ""},
        Row{"an_account_is_no_author", R"(<meta name="author" content="Admin"><h1>Talks go on</h1>)", "Talks go on", "h1", "", "", "", ""},
        Row{"library_names",
            R"(<meta name="DCTERMS.title" content="Talks go on"><meta name="dc:creator" content="Ruiz, Ana"><meta name="DC.date" content="20210302">)",
            "Talks go on", "dc.title", "Ana Ruiz", "", "2021-03-02", "meta dc.date"},
        Row{"label_of_a_preview",
            R"(<meta property="og:title" content="Talks go on"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ana Ruiz">)",
            "Talks go on", "og:title", "Ana Ruiz", "", "", ""},
        Row{"seconds_since_1970", R"(<h1>Talks go on</h1><meta name="publish-date" content="1614643200">)", "Talks go on", "h1", "", "",
            "2021-03-02", "meta publish-date"},
        Row{"numeric_reference_twice", R"(<meta property="og:title" content="The town&amp;#8217;s talks go on">)",
            "The town\xE2\x80\x99s talks go on", "og:title", "", "", "", ""},
        Row{"classes",
            R"(<h1>Talks go on</h1><div class="post-meta"><span class="post-author">Ana Ruiz</span><span class="author-role">Foreign Editor</span><span class="entry-date">2 March 2021</span></div>)",
            "Talks go on", "h1", "Ana Ruiz", "", "2021-03-02", "date line"},
        Row{"classes_of_other_articles",
            R"(<div class="related"><span class="post-author">Tom Berg</span><time datetime="2020-01-01">x</time></div><h1>Talks go on</h1><time datetime="2021-03-02">y</time>)",
            "Talks go on", "h1", "", "", "2021-03-02", "time element"},
        Row{"publisher_in_microdata",
            R"(<h1>Talks go on</h1><div itemprop="publisher"><img src=x><meta itemprop="name" content="The Herald"></div>)", "Talks go on",
            "h1", "", "The Herald", "", ""},
        Row{"masthead_as_heading",
            R"(<meta property="og:site_name" content="The Herald"><h1>The Herald</h1><title>The Herald: Talks go on</title>)",
            "Talks go on", "title element", "", "The Herald", "", ""},
        Row{"short_headline_with_site", R"(<title>Talks resume | The Valley Herald</title><h1>Talks resume</h1>)", "Talks resume", "h1", "",
            "The Valley Herald", "", ""},
        Row{"no_date_at_all",
            R"(<meta property="article:published_time" content="0001-01-01T00:00:00Z"><h1>Talks go on</h1><p>2 March 2021</p>)",
            "Talks go on", "h1", "", "", "2021-03-02", "date line"},
        Row{"the_site_as_title",
            R"(<meta property="og:title" content="The Herald"><meta property="og:site_name" content="The Herald -"><h1>Talks go on</h1>)",
            "Talks go on", "h1", "", "The Herald", "", ""},
        Row{"address_as_outlet",
            R"(<meta property="og:site_name" content="https://www.herald.example/"><meta name="author" content="Analysis by Ana Ruiz | Valley Wire"><h1>Talks go on</h1>)",
            "Talks go on", "h1", "Ana Ruiz", "herald.example", "", ""},
        Row{"link_to_a_writer",
            R"(<h1>Talks go on</h1><a href="/authors/ana-ruiz">Ana Ruiz</a><abbr class="published" title="2021-03-02T10:00">today</abbr>)",
            "Talks go on", "h1", "Ana Ruiz", "", "2021-03-02", "date line"},
        Row{"list_of_writers", R"(<h1>Talks go on</h1><ul class="contributors"><li>Ana Ruiz</li><li>Tom Berg</li></ul>)", "Talks go on",
            "h1", "Ana Ruiz, Tom Berg", "", "", ""},
        Row{"rdfa",
            R"(<h1>Talks go on</h1><span property="schema:author">Ana Ruiz</span><span property="schema:datePublished" content="2021-03-02">x</span>)",
            "Talks go on", "h1", "Ana Ruiz", "", "2021-03-02", "microdata"},
        Row{"published_then_updated", R"(<h1>Talks go on</h1><p>2 March 2021 | Updated 9 March 2021</p>)", "Talks go on", "h1", "", "",
            "2021-03-02", "date line"},
        Row{"updated_then_published", R"(<h1>Talks go on</h1><p>Updated 9 March 2021, first published 2 March 2021</p>)", "Talks go on",
            "h1", "", "", "2021-03-02", "date line"},
        Row{"below_the_text",
            R"(<h1>Talks go on</h1><p>The talks went on for a second day in the capital, the minister said.</p><p>The talks went on for a third day in the capital, the minister said.</p><p>And so they will for a fourth day in the capital, the minister said.</p><p>(Reporting by Ana Ruiz; Editing by Tom Berg)</p><p>First published on 2 March 2021</p>)",
            "Talks go on", "h1", "Ana Ruiz", "", "2021-03-02", "date line"},
        Row{"site_before_the_headline", R"(<title>The Herald | Talks go on</title><h1>Talks go on</h1>)", "Talks go on", "h1", "",
            "The Herald", "", ""},
        Row{"names_and_day_in_one_line", R"(<h1>Talks go on</h1><p><b>Ana Ruiz and Tom Berg</b> | 2 March 2021</p>)", "Talks go on", "h1",
            "Ana Ruiz, Tom Berg", "", "2021-03-02", "date line"},
        Row{"lines_by_breaks", R"(<title>Talks go on</title><td><b>Talks go on</b><br>By Ana Ruiz<br>Tuesday, March 2, 2021</td>)",
            "Talks go on", "title element", "Ana Ruiz", "", "2021-03-02", "date line"},
        Row{"names_in_two_parts",
            R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","author":{"givenName":"Ana","familyName":"Ruiz"}}</script>)",
            "Talks go on", "json-ld", "Ana Ruiz", "", "", ""},
        Row{"posted_by_at_the_end",
            R"(<h1>Talks go on</h1><p>The talks went on for a second day in the capital, the minister said.</p><p>The talks went on for a third day in the capital, the minister said.</p><p>And so they will for a fourth day in the capital, the minister said.</p><div>Posted by Ana Ruiz at 10:11</div>)",
            "Talks go on", "h1", "Ana Ruiz", "", "", ""},
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
