#include "annalist/ingest/feed.h"

#include <gtest/gtest.h>

#include "annalist/ingest/articles.h"

namespace annalist {
namespace {

// All items of a feed, or what stands in their place.
std::vector<Result<Item>> items_of(std::string xml) {
  Item item;
  item.path = "f.rss";
  item.bytes = std::move(xml);
  auto stream = open_feed(std::move(item), IngestLimits());
  std::vector<Result<Item>> out;
  if (!stream) {
    out.push_back(stream.error());
    return out;
  }
  while (auto next = (*stream)->next()) out.push_back(std::move(*next));
  return out;
}

Document document_of(const Item& item) {
  auto document = make_document({item.path, item.bytes, item.format, item.hints}, {});
  EXPECT_TRUE(document) << (document ? "" : document.error().text());
  return document ? *document : Document();
}

constexpr const char* kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- <item> in a comment -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour Herald RSS</title><link>https://herald.example/</link>
<item><title>Talks &amp;amp; terms</title><link>https://herald.example/talks</link><guid isPermaLink="false">77</guid>
<dc:creator><![CDATA[Ana Ruiz]]></dc:creator><dc:creator>Tom Berg</dc:creator><category>World</category>
<pubDate>Tue, 02 Mar 2021 23:30:00 -0500</pubDate>
<description>The short of it.</description>
<content:encoded><![CDATA[<p>The ministers met in the caf&eacute; &ndash; twice.</p><p>They said: &quot;No <b>deal</b>&quot;.</p>
<p>The post <a href="https://herald.example/talks">Talks</a> appeared first on <a href="https://herald.example/">Herald</a>.</p>]]></content:encoded></item>
<item><title>Plain</title><author>ana@herald.example (Ana Ruiz)</author><guid>https://herald.example/plain</guid>
<description>One paragraph about AT&T &amp; others.

And another one...</description></item>
<item><title>Broken</title><description>Left <open</description></item>
<item><title>Nothing</title></item>
</channel></rss>)";

TEST(Feed, Rss) {
  const auto items = items_of(kRss);
  ASSERT_EQ(items.size(), 4u);
  EXPECT_EQ(items[0]->path, "f.rss#1");
  const Document full = document_of(*items[0]);
  EXPECT_EQ(full.text, "The ministers met in the caf\xC3\xA9 \xE2\x80\x93 twice.\n\nThey said: \"No deal\".");
  EXPECT_EQ(full.title.value, "Talks & terms");
  ASSERT_EQ(full.authors.size(), 2u);
  EXPECT_EQ(full.authors[1].value, "Tom Berg");
  EXPECT_EQ(full.outlet.value, "The Harbour Herald");
  EXPECT_EQ(full.url, "https://herald.example/talks");
  EXPECT_EQ(full.published, (Date{2021, 3, 2}));
  EXPECT_EQ(full.published_how, "feed");
  EXPECT_EQ(full.note, "");
  for (const std::string word : {"ministers", "deal", "said"})
    EXPECT_EQ(items[0]->bytes.substr(full.offsets.to_raw(static_cast<uint32_t>(full.text.find(word))), word.size()), word);

  const Document plain = document_of(*items[1]);
  EXPECT_EQ(plain.text, "One paragraph about AT&T & others.\n\nAnd another one...");
  EXPECT_EQ(plain.blocks.size(), 2u);
  EXPECT_EQ(plain.authors.at(0).value, "Ana Ruiz");
  EXPECT_EQ(plain.url, "https://herald.example/plain");
  EXPECT_EQ(plain.note, "the feed has the beginning of the text alone");
  EXPECT_EQ(items[1]->bytes.substr(plain.offsets.to_raw(static_cast<uint32_t>(plain.text.find("another"))), 7), "another");

  const auto broken = make_document({items[2]->path, items[2]->bytes, items[2]->format, {}}, {});
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().where, "f.rss#3");
  EXPECT_TRUE(broken.error().message.starts_with("its XML is broken (")) << broken.error().message;
  const auto nothing = make_document({items[3]->path, items[3]->bytes, items[3]->format, {}}, {});
  ASSERT_FALSE(nothing);
  EXPECT_EQ(nothing.error().message, "the item has no text");
}

TEST(Feed, Atom) {
  const auto items = items_of(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Harbour &lt;b&gt;Herald&lt;/b&gt;</title>
<author><name>The desk</name></author>
<entry><title>One</title><link rel="self" href="https://x.example/self"/><link rel="alternate" href="https://x.example/one"/>
<published>2021-03-02T08:00:00Z</published><updated>2021-03-09T08:00:00Z</updated><author><name>Ana Ruiz</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The talks went on for a <em>second</em> day.</p></div></content></entry>
<entry><title>Two</title><updated>2021-03-09T08:00:00Z</updated><summary type="html">&lt;p&gt;It rained &amp;amp; snowed.&lt;/p&gt;</summary></entry></feed>)");
  ASSERT_EQ(items.size(), 2u);
  const Document one = document_of(*items[0]);
  EXPECT_EQ(one.text, "The talks went on for a second day.");
  EXPECT_EQ(one.url, "https://x.example/one");
  EXPECT_EQ(one.published, (Date{2021, 3, 2}));
  EXPECT_EQ(one.authors.at(0).value, "Ana Ruiz");
  EXPECT_EQ(one.outlet.value, "Harbour Herald");
  EXPECT_EQ(items[0]->bytes.substr(one.offsets.to_raw(static_cast<uint32_t>(one.text.find("second"))), 6), "second");
  const Document two = document_of(*items[1]);
  EXPECT_EQ(two.text, "It rained & snowed.");
  EXPECT_EQ(two.published, (Date{2021, 3, 9}));
}

TEST(Feed, RdfAndItsEncoding) {
  const auto items = items_of(
      "<?xml version='1.0' encoding='ISO-8859-2'?><rdf:RDF><channel><title>X</title></channel>"
      "<item><title>T</title><dc:date>2004-05-01</dc:date><description>Rozmowy w \xA3odzi.</description></item></rdf:RDF>");
  ASSERT_EQ(items.size(), 1u);
  const Document document = document_of(*items[0]);
  EXPECT_EQ(document.text, "Rozmowy w \xC5\x81odzi.");
  EXPECT_EQ(document.published, (Date{2004, 5, 1}));
}

TEST(Feed, OddOnes) {
  EXPECT_FALSE(items_of("<rss><channel><title>Empty</title></channel></rss>")[0]);
  EXPECT_EQ(items_of("<rss><item><title>a</title><item><description>Left open twice.</description>").size(), 2u);
  EXPECT_EQ(items_of("<rss><item><![CDATA[ <item> ]]></item><itemx/></rss>").size(), 1u);
  std::string many = "<rss>";
  for (int i = 0; i < 100'000; ++i) many += "<![CDATA[<!--";
  EXPECT_FALSE(items_of(many)[0]);
  std::string deep = "<rss><item>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const auto items = items_of(deep);
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(read_feed_item(items[0]->bytes).error().message, "its XML nests too deep or has too many elements");
}

TEST(LooksLikeFeed, ByItsFirstElement) {
  EXPECT_TRUE(looks_like_feed(kRss));
  EXPECT_TRUE(looks_like_feed("\xEF\xBB\xBF<?xml version='1.0'?><?xml-stylesheet href='a'?>\n<feed xmlns='x'>"));
  EXPECT_FALSE(looks_like_feed("<?xml version='1.0'?><urlset><url/></urlset>"));
  EXPECT_FALSE(looks_like_feed("<html><rss>"));
  EXPECT_FALSE(looks_like_feed("An article on <rss> feeds"));
  EXPECT_FALSE(looks_like_feed(""));
}

}  // namespace
}  // namespace annalist
