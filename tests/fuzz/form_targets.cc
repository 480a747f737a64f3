#include <cstddef>
#include <cstdint>
#include <initializer_list>

#include "annalist/ingest/articles.h"
#include "annalist/ingest/forms_fixture.h"
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

// From disk to documents, through whatever the file holds. PDFs are not opened: that would try poppler, in a process of its own.
// `part`: the size of the package's part that holds the text, to which the offsets of an office document lead (docs/intake.md).
void read_file_as(std::string_view bytes, ArticleFormat format, size_t part = size_t{1} << 20) {
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
    const bool office = (*article)->format == ArticleFormat::kDocx || (*article)->format == ArticleFormat::kOdt;
    if (document) check_document(*document, office ? part : (*article)->bytes.size());
    else require(!document.error().where.empty(), "an error says where");
  }
}

// A package as it stands, or what its parts hold one after the other, parted by NULs (no XML has any): packed here, so that what is tried
// is not only how zips are opened. The first part holds the text.
void read_package(std::string_view bytes, ArticleFormat format, std::initializer_list<const char*> parts) {
  if (bytes.starts_with("PK")) return read_file_as(bytes, format);
  const size_t first = std::min(bytes.find('\0'), bytes.size());
  Files files;
  for (const char* part : parts) {
    const size_t end = std::min(bytes.find('\0'), bytes.size());
    files.emplace_back(part, bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  read_file_as(archive_bytes(files, true), format, first);
}

}  // namespace

void stream(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kAuto); }
void csv(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kCsv); }
void feed(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kFeed); }
void mail(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kMail); }
void mbox(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kMbox); }
void warc(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kWarc); }
void packed(std::string_view bytes) { read_file_as(bytes, ArticleFormat::kArchive); }
void docx(std::string_view bytes) {
  read_package(bytes, ArticleFormat::kDocx, {"word/document.xml", "docProps/core.xml", "word/styles.xml"});
}
void odt(std::string_view bytes) { read_package(bytes, ArticleFormat::kOdt, {"content.xml", "meta.xml"}); }

// What pdftotext wrote, or might have.
void pdf_layout(std::string_view bytes) {
  auto layout = read_pdf_layout(bytes);
  if (!layout) return require(!layout.error().message.empty(), "an error says what is wrong");
  if (const auto parts = article_of_layout(std::move(*layout)); !parts)
    require(!parts.error().message.empty(), "an error says what is wrong");
}

}  // namespace annalist::fuzz
