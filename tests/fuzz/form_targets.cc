#include <cstddef>
#include <cstdint>

#include "annalist/ingest/articles.h"
#include "annalist/ingest/pdf_article.h"
#include "check_document.h"
#include "targets.h"

namespace annalist::fuzz {
namespace {

// Small, so that a bomb is a small one.
IngestLimits small_limits() {
  IngestLimits limits;
  limits.file_bytes = limits.line_bytes = uint64_t{1} << 20;
  limits.unpacked_bytes = uint64_t{4} << 20;
  limits.items = 1000;
  limits.depth = 3;
  return limits;
}

// The size of the bytes that a document's offsets lead to (docs/intake.md): the article's own; of an office text, the part of the package
// that holds the text, which is packed in them.
size_t size_of_source(const RawArticle& article, const IngestLimits& limits) {
  const bool office = article.format == ArticleFormat::kDocx || article.format == ArticleFormat::kOdt;
  return office ? limits.file_bytes : article.bytes.size();
}

// From disk to documents, through whatever the file holds. PDFs are not opened: that would try poppler, in a process of its own.
void read_file_as(std::string_view bytes, ArticleFormat format) {
  const MemoryFile file(bytes);
  IngestOptions options;
  options.format = format;
  options.limits = small_limits();
  ArticleStream articles({file.path()}, options);
  while (const auto article = articles.next()) {
    if (!*article) {
      require(article->error().where.starts_with("/proc/"), "an error names the file");
      require(!article->error().message.empty(), "an error says what is wrong");
      continue;
    }
    if ((*article)->format == ArticleFormat::kPdf) continue;
    const auto document = make_document(**article, options);
    if (document) check_document(*document, size_of_source(**article, options.limits));
    else require(!document.error().where.empty(), "an error says where");
  }
}

}  // namespace

void stream(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kAuto); }
void csv(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kCsv); }
void feed(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kFeed); }
void mail(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kMail); }
void mbox(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kMbox); }
void warc(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kWarc); }
void packed(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kArchive); }
void docx(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kDocx); }
void odt(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kOdt); }

// What pdftotext wrote, or might have.
void pdf_layout(std::string_view bytes) {
  auto layout = read_pdf_layout(bytes);
  if (!layout) return require(!layout.error().message.empty(), "an error says what is wrong");
  if (const auto parts = article_of_layout(std::move(*layout)); !parts)
    require(!parts.error().message.empty(), "an error says what is wrong");
}

}  // namespace annalist::fuzz
