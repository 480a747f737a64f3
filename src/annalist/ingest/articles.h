// Articles in: paths -> raw articles one by one (ArticleStream, one thread), raw article -> Document
// (make_document, any thread).
//
// A path is a file, a folder (walked in sorted order for kEndings) or "-" for standard input. A file named by
// itself is read whatever its ending; its form is then seen from its first bytes. A container (item_stream.h)
// gives its items one by one and is never held whole; containers in containers are opened in their turn. What
// can't be read comes out as an Error in its place, and the stream goes on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/result.h"
#include "annalist/ingest/article_format.h"
#include "annalist/ingest/csv_articles.h"
#include "annalist/ingest/document.h"
#include "annalist/ingest/item_stream.h"
#include "annalist/ingest/limits.h"
#include "annalist/kb/knowledge.h"

namespace annalist {

struct IngestOptions {
  std::optional<Date> published;                // for documents that don't say their own date
  std::string outlet;                           // for documents that don't say their own outlet
  ArticleFormat format = ArticleFormat::kAuto;  // of the paths; kAuto: tell_format
  CsvColumns columns;                           // of tables
  IngestLimits limits;
  const Knowledge* knowledge = nullptr;  // to know outlets by; may be none, else it outlives the articles
};

struct RawArticle {
  std::string path;                             // the way in; "-" is standard input
  std::string bytes;                            // unpacked; of a JSONL line without its line end
  ArticleFormat format = ArticleFormat::kText;  // never kAuto
  ItemHints hints = {};                         // what the container says of it
};

class ArticleStream {
 public:
  ArticleStream(std::vector<std::string> paths, IngestOptions options);
  ~ArticleStream();
  ArticleStream(ArticleStream&&) noexcept;
  ArticleStream& operator=(ArticleStream&&) noexcept;

  // The next article, or the error that stands in its place; nullopt at the end.
  std::optional<Result<RawArticle>> next();

  // Bytes of the files, as they lie on disk, that were read so far. Any thread.
  uint64_t bytes_read() const;

  // What was passed over so far and is no article.
  const LeftOut& left_out() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Thread safe. A container's format (kJsonl, kMail) means the one article of that form. Errors: kBadArticle, with the article's path (no
// text in it, not JSON, a binary file, ...).
Result<Document> make_document(const RawArticle& article, const IngestOptions& options);

}  // namespace annalist
