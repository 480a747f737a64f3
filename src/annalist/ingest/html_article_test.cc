#include "annalist/ingest/html_article.h"

#include <gtest/gtest.h>

#include <ctime>

#include "annalist/ingest/html_page.h"
#include "annalist/ingest/html_strip.h"
#include "annalist/ingest/html_units.h"

namespace annalist {
namespace {

ArticleParts read(std::string_view html) { return read_html_article(MappedText::identity(html)); }

std::string body_of(const ArticleParts& parts) {
  std::string out;
  for (const BodyBlock& block : parts.blocks) out += (out.empty() ? "" : "|") + block.text.text();
  return out;
}

const std::string kFirst = "The foreign minister of Velmora met a delegation from Kaldria in Ostrel on Tuesday.";
const std::string kSecond = "Both sides said that the talks would go on next week, and that no date had been set.";
const std::string kThird = "The army did not comment, but residents of Brenn, Oltan and two villages heard shelling in the night.";
const std::string kBody = kFirst + "|" + kSecond + "|" + kThird;
const std::string kParagraphs = "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";

struct Row {
  const char* name;
  std::string html;
};
// Pages whose body is the three paragraphs, whatever stands around them.
class HtmlBody : public testing::TestWithParam<Row> {};
TEST_P(HtmlBody, IsTheArticle) { EXPECT_EQ(body_of(read(GetParam().html)), kBody); }
INSTANTIATE_TEST_SUITE_P(
    Rows, HtmlBody,
    testing::Values(Row{"bare", kParagraphs}, Row{"article", "<article><h1>Talks go on</h1>" + kParagraphs + "</article>"},
                    Row{"navigation", "<nav><a href=a>Home</a> <a href=b>World</a></nav><div>" + kParagraphs +
                                          "</div><footer><p>All the news of Halmere, every day, since 1897, in your "
                                          "town.</p></footer>"},
                    Row{"links", "<div class=x>" + kParagraphs +
                                     "</div><ul><li><a href=a>Ferry strike called off, the company says, after "
                                     "talks.</a></li><li><a href=b>Orsk visits villages</a></li></ul>"},
                    Row{"sidebar", "<div class=main>" + kParagraphs +
                                       "</div><div class=sidebar><p>The port of Senna, which is the largest of the "
                                       "coast, was closed, officials said.</p></div>"},
                    Row{"related_inside", "<div class=article-body><p>" + kFirst +
                                              "</p><div class=\"related-articles\"><p>Marrek, who was elected in 2014, "
                                              "visited the port, and spoke there.</p></div><p>" +
                                              kSecond + "</p><p>" + kThird + "</p></div>"},
                    Row{"prompt_inside", "<div><p>" + kFirst + "</p><p>Sign up for our newsletter</p><p>" + kSecond +
                                             "</p><p><strong>Read more: <a href=x>the port</a></strong></p><p>" + kThird + "</p></div>"},
                    Row{"line_breaks", "<div>" + kFirst + "<br><br>" + kSecond + "<br>" + kThird + "</div>"},
                    Row{"byline_and_date",
                        "<div><h1>Talks go on in the capital</h1><p>By Ana Ruiz</p><p>March 2, 2021</p>" + kParagraphs + "</div>"},
                    Row{"comments", "<div class=story>" + kParagraphs +
                                        "</div><div id=comments><p>I think that the minister is wrong, and that the "
                                        "talks, as ever, will fail.</p></div>"},
                    Row{"hidden", "<div>" + kParagraphs +
                                      "<p style='display: none'>This paragraph, which nobody can see, is no part of the "
                                      "article.</p></div>"},
                    Row{"script_and_comment", "<!-- " + kFirst + " --><script>var a = '<p>" + kSecond + "</p>';</script>" + kParagraphs},
                    Row{"author_box", "<article>" + kParagraphs + "<p>Ana Ruiz is a columnist for the Herald.</p></article>"},
                    Row{"body_cut_by_advertisement", "<main><div><p>" + kFirst +
                                                         "</p></div><div class=ad><p>Buy the best boots of Halmere, "
                                                         "today, for less.</p></div><div><p>" +
                                                         kSecond + "</p><p>" + kThird + "</p></div></main>"},
                    Row{"unclosed", "<div><p>" + kFirst + "<p>" + kSecond + "<p>" + kThird}),
    [](const auto& row) { return row.param.name; });

TEST(HtmlBlocks, Kinds) {
  const ArticleParts parts = read("<article><p>" + kFirst +
                                  "</p><h2>A long war</h2><figure><img><figcaption>Marrek in "
                                  "Ostrel</figcaption></figure><blockquote><p>" +
                                  kSecond + "</p></blockquote><ul><li>" + kThird + "</li></ul><p>" + kFirst + " Again.</p></article>");
  std::vector<BlockKind> kinds;
  for (const BodyBlock& block : parts.blocks) kinds.push_back(block.kind);
  EXPECT_EQ(kinds, (std::vector<BlockKind>{BlockKind::kParagraph, BlockKind::kHeading, BlockKind::kCaption, BlockKind::kQuote,
                                           BlockKind::kList, BlockKind::kParagraph}));
}

TEST(HtmlBlocks, ArticleBodyOfTheMetadataDecides) {
  const std::string body = kFirst + " " + kSecond + " " + kThird + " " +
                           "The ministry, which had been silent for a week, then published the whole text of "
                           "the letter, with its date and seal, on its own pages.";
  const std::string last = body.substr(body.find("The ministry"));
  const std::string html = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body +
                           "\"}</script><div>" + kParagraphs + "<p>" + last +
                           "</p><p>Halmere's shops were full on Sunday, as every year, before the feast.</p></div>";
  EXPECT_EQ(body_of(read(html)), kBody + "|" + last);
}

TEST(HtmlOffsets, LeadToTheSource) {
  const std::string html =
      "<p>Caf&eacute; &amp; bar: " + kFirst + " <b>It</b> said &quot;no&quot; &#8212; twice, and that was that for them.</p>";
  const ArticleParts parts = read(html);
  ASSERT_EQ(parts.blocks.size(), 1u);
  const MappedText& text = parts.blocks[0].text;
  const auto source = [&](std::string_view words) {
    return html.substr(text.map().to_raw(static_cast<uint32_t>(text.text().find(words))), 4);
  };
  EXPECT_EQ(source("Caf"), "Caf&");
  EXPECT_EQ(source("\xC3\xA9"), "&eac");
  EXPECT_EQ(source("& bar"), "&amp");
  EXPECT_EQ(source("bar:"), "bar:");
  EXPECT_EQ(source("It said"), "It</");
  EXPECT_EQ(source("\"no"), "&quo");
  EXPECT_EQ(source("twice"), "twic");
}

TEST(HtmlPage, DeepNestingIsHarmless) {
  std::string html;
  for (int i = 0; i < 100000; ++i) html += "<div><b>";
  html += kParagraphs;
  EXPECT_NE(body_of(read(html)).find(kSecond), std::string::npos);
}

TEST(HtmlPage, LimitDepthBlanksTags) {
  EXPECT_EQ(limit_depth("<div><div>x</div></div>", 1), "<div>     x      </div>");
  EXPECT_EQ(limit_depth("<p><p><p>x", 1), "<p><p><p>x");
  EXPECT_EQ(limit_depth("a < b <", 1), "a < b <");
}

TEST(HtmlStrip, TakesScriptsOut) {
  const StrippedPage out =
      strip_page(MappedText::identity("a<SCRIPT x>1<2</script >b<style>c</style><!-- d -->e<script "
                                      "type=\"application/ld+json\">{}</script>f"));
  EXPECT_EQ(out.html.text(), "abef");
  ASSERT_EQ(out.json_ld.size(), 1u);
  EXPECT_EQ(out.json_ld[0], "{}");
  EXPECT_EQ(strip_page(MappedText::identity("a<script>b")).html.text(), "a<script>b");
  EXPECT_EQ(strip_page(MappedText::identity("a<scripted>b")).html.text(), "a<scripted>b");
}

TEST(HtmlPage, BadInputsGiveNothing) {
  for (const char* html : {"", "<", "<p>", "<html></html>", "<!doctype html>", "</p></div>", "<p>\xC2\xA0</p>", "&#x0;"})
    EXPECT_TRUE(read(html).blocks.empty()) << html;
}

TEST(EndsSentence, SeesThroughClosers) {
  EXPECT_TRUE(ends_sentence("He left.\xE2\x80\x9D"));
  EXPECT_TRUE(ends_sentence("He left (on Tuesday.)"));
  EXPECT_FALSE(ends_sentence("He left"));
  EXPECT_FALSE(ends_sentence(""));
}

std::string times(const std::string& text, size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) out += text;
  return out;
}

struct NastyRow {
  const char* name;
  std::string (*page)(size_t size);
};
class NastyPages : public testing::TestWithParam<NastyRow> {};

// Processor seconds for a page of the size, the best of two.
double seconds_for(const NastyRow& row, size_t size) {
  const std::string paragraph =
      "<p>The first boats left the quay before dawn, and by noon the fleet was at sea, the harbour master said.</p>";
  const MappedText page = MappedText::identity("<h1>The fleet is out</h1>" + paragraph + row.page(size) + paragraph);
  double best = 1e9;
  for (int round = 0; round < 2; ++round) {
    const std::clock_t begin = std::clock();
    read_html_article(page);
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return best;
}

TEST_P(NastyPages, TakeTimeInProportionToTheirSize) {
  const double small = seconds_for(GetParam(), 10'000), large = seconds_for(GetParam(), 40'000);
  EXPECT_LT(large, 4 * 2.5 * small + 0.1) << small << " s, then " << large << " s for four times as much";
}
INSTANTIATE_TEST_SUITE_P(
    Rows, NastyPages,
    testing::Values(NastyRow{"deep", [](size_t n) { return times("<div>", n); }},
                    NastyRow{"deep_and_closed", [](size_t n) { return times("<div>", n) + "x" + times("</div>", n); }},
                    NastyRow{"deep_authors", [](size_t n) { return times("<div class=author>", n) + "x" + times("</div>", n); }},
                    NastyRow{"open_tables", [](size_t n) { return times("<table><tr><td>x", n); }},
                    NastyRow{"text_in_a_table", [](size_t n) { return "<table>" + times("x<b>y</b>", n); }},
                    NastyRow{"open_formatting",
                             [](size_t n) {
                               std::string out;
                               for (size_t i = 0; i < n / 8; ++i) out += "<p><b id=" + std::to_string(i) + ">x";
                               return out;
                             }},
                    NastyRow{"many_attributes",
                             [](size_t n) {
                               std::string out = "<div";
                               for (size_t i = 0; i < n; ++i) out += " a" + std::to_string(i) + "=1";
                               return out + ">x</div>";
                             }},
                    NastyRow{"many_attributes_behind_a_quoted_end",
                             [](size_t n) {
                               std::string out = "<div b=\">\"";
                               for (size_t i = 0; i < n; ++i) out += " a" + std::to_string(i) + "=1";
                               return out + ">x</div>";
                             }},
                    NastyRow{"giant_attribute", [](size_t n) { return "<div title=\"" + times("x", 40 * n) + "\">x</div>"; }},
                    NastyRow{"open_tags", [](size_t n) { return times("<a ", n); }},
                    NastyRow{"open_quotes", [](size_t n) { return times("<a b=\"", n) + times("<i c='", n); }},
                    NastyRow{"many_tags", [](size_t n) { return times("<i>x</i><br>", n); }},
                    NastyRow{"references", [](size_t n) { return times("&amp;&#8217;&", n); }},
                    NastyRow{"open_comments", [](size_t n) { return times("<!--", n); }},
                    NastyRow{"open_scripts", [](size_t n) { return times("<script>", n) + times("<style>", n); }},
                    NastyRow{"headings", [](size_t n) { return "<title>A - B</title>" + times("<h1>Some heading here</h1>", n / 4); }},
                    NastyRow{"deep_times",
                             [](size_t n) { return times("<div class=x>", 300) + times("<time class=author>x</time>", n / 4); }},
                    NastyRow{"times", [](size_t n) { return times("<aside><time>x</time></aside>", n / 4); }}),
    [](const auto& row) { return row.param.name; });

TEST(HtmlPageLimits, WhatIsTooMuchIsPassedOverAndTheTextStays) {
  EXPECT_EQ(limit_depth("<div><div>a</div>b</div>c", 1), "<div>     a      b</div>c");
  std::string many = "<p";
  for (int i = 0; i < 300; ++i) many += " a" + std::to_string(i) + "=\"x y\"";
  const HtmlPage page(many + ">text</p>");
  for (uint32_t i = 0; i < page.nodes().size(); ++i) {
    if (page.nodes()[i].tag == GUMBO_TAG_P) {
      EXPECT_EQ(page.attribute(i, "a7"), "x y");
      EXPECT_EQ(page.attribute(i, "a299"), "");
      EXPECT_EQ(page.text_of(i), "text");
    }
  }
}

}  // namespace
}  // namespace annalist
