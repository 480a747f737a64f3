// News feeds: RSS 0.9x, 1.0 and 2.0 (with the content and Dublin Core modules), Atom (RFC 4287). A feed is a container whose items are its
// <item> or <entry> elements; each is found by its tags alone, so that one whose XML is broken costs none of the others.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/item_stream.h"

namespace annalist {

// Whether the bytes begin like a feed: <rss, <feed or <rdf:RDF before any other element.
bool looks_like_feed(std::string_view bytes);

// Items are named PATH#1, PATH#2 ... in the feed's order, of form kFeedItem; `bytes` is the item's XML in UTF-8 and hints.outlet the feed's
// title. Errors: kBadArticle (no item in it, larger than limits.file_bytes), kIo.
Result<std::unique_ptr<ItemStream>> open_feed(Item item, const IngestLimits& limits);

// One item's XML -> the article's parts: text from content:encoded or <content>, else from <description> or <summary>. The map leads to
// `xml`. Errors: kBadArticle without a place (broken XML, no text).
Result<ArticleParts> read_feed_item(std::string_view xml);

}  // namespace annalist
