// Articles in: paths -> raw articles one by one (ArticleStream, one thread), raw article -> Document
// (make_document, any thread).
//
// A path is a file, a folder (walked in sorted order for .txt .html .htm .jsonl, each also .gz or .zst) or
// "-" for standard input. A file named by itself is read whatever its ending; its form is then seen from its
// first bytes. A JSONL file or stream gives one article a line and is never held whole. What can't be read
// comes out as an Error in its place, and the stream goes on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/result.h"
#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"

namespace annalist {

enum class ArticleFormat : uint8_t { kAuto, kText, kHtml, kJsonl };
// "auto", "text" or "txt", "html", "jsonl"; nullopt for another name.
std::optional<ArticleFormat> article_format_by_name(std::string_view name);

struct IngestLimits {
  uint64_t file_bytes = uint64_t{64} << 20;  // a text or HTML file, unpacked
  uint64_t line_bytes = uint64_t{64} << 20;  // a JSONL line
};

struct IngestOptions {
  std::optional<Date> published;                // for documents that don't say their own date
  std::string outlet;                           // for documents that don't say their own outlet
  ArticleFormat format = ArticleFormat::kAuto;  // kAuto: by ending, else by the first bytes
  IngestLimits limits;
  const Knowledge* knowledge = nullptr;  // to know outlets by; may be none, else it outlives the articles
};

struct RawArticle {
  std::string path;                             // as given or found; a JSONL line's is path:line; "-" is standard input
  std::string bytes;                            // unpacked; of a JSONL line without its line end
  ArticleFormat format = ArticleFormat::kText;  // never kAuto
};

class ArticleStream {
 public:
  ArticleStream(std::vector<std::string> paths, IngestOptions options);
  ~ArticleStream();
  ArticleStream(ArticleStream&&) noexcept;
  ArticleStream& operator=(ArticleStream&&) noexcept;

  // The next article, or the error that stands in its place; nullopt at the end.
  std::optional<Result<RawArticle>> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Thread safe. Errors: kBadArticle, with the article's path (no text in it, not JSON, a binary file, ...).
Result<Document> make_document(const RawArticle& article, const IngestOptions& options);

}  // namespace annalist
