// Containers: a file that holds many articles (a JSONL file, a mailbox, a crawl, a ZIP) as a stream of items. An item may be a container
// itself; ArticleStream opens it in its turn, to a limited depth. Nothing is held whole but the item in work, nothing is written to disk.
//
// A new form of container is an ItemStream made in open_container (item_stream.cc), an ending and a look in article_format.cc.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/result.h"
#include "annalist/base/span.h"
#include "annalist/ingest/article_format.h"
#include "annalist/ingest/byte_source.h"
#include "annalist/ingest/document.h"
#include "annalist/ingest/limits.h"

namespace annalist {

// What a container says of an item: the address that a crawl fetched it from, a mail's subject. `make_document` takes title, authors,
// date, outlet and url over what it finds in the item itself when `first` is true, and else fills gaps with them.
struct ItemHints {
  std::string id;  // the item's own id, as a JSONL line has one; empty: the hash gives it
  std::string url;
  std::string content_type;  // MIME type in lower case, without parameters
  std::string charset;       // declared outside the bytes (HTTP, MIME), lower case
  Metadatum title;
  std::vector<Metadatum> authors;
  Metadatum outlet;
  std::optional<Date> published;
  std::string published_how;
  std::optional<Date> seen;  // when it was fetched: it was published by then; taken as its date where nothing else says one
  std::string seen_how;
  ByteSpan text;     // of a table's row: the cell with the article's text
  std::string note;  // what a person should know of how it was come by
  bool first = false;
};

struct Item {
  std::string path;                             // the way in: "a.zip/inner/b.html", "c.mbox:12", "d.warc.gz@4096"
  std::string bytes;                            // the item, or its beginning
  std::unique_ptr<ByteSource> rest;             // what follows, null when `bytes` is all; only good until the stream's next()
  ArticleFormat format = ArticleFormat::kAuto;  // kAuto: to be told from path and bytes
  ItemHints hints;
};

// What was passed over and is no article, by reason ("an image", "a response that is no page"), with counts. No failure: a failure is an
// Error in the article's place.
using LeftOut = std::map<std::string, uint64_t>;

class ItemStream {
 public:
  virtual ~ItemStream() = default;
  // The next item, or the error that stands in its place (`where` names it); nullopt at the end, or after an error past which nothing can
  // be read.
  virtual std::optional<Result<Item>> next() = 0;
};

struct CsvColumns;

// `columns`: of tables (csv_articles.h). REQUIRES: is_container(item.format). `left_out` outlives the stream. Errors: kBadArticle, kIo,
// with the item's path.
Result<std::unique_ptr<ItemStream>> open_container(Item item, const IngestLimits& limits, const CsvColumns& columns, LeftOut& left_out);

}  // namespace annalist
