#include "annalist/base/sha256.h"
#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/articles.h"
#include "annalist/ingest/csv_articles.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/feed.h"
#include "annalist/ingest/genre.h"
#include "annalist/ingest/html_article.h"
#include "annalist/ingest/jsonl_article.h"
#include "annalist/ingest/language.h"
#include "annalist/ingest/mail_article.h"
#include "annalist/ingest/office_document.h"
#include "annalist/ingest/outlet.h"
#include "annalist/ingest/pdf_article.h"
#include "annalist/ingest/plain_text.h"

namespace annalist {
namespace {

constexpr size_t kIdDigits = 16;

void add_note(Document& document, const std::string& note) {
  if (note.empty()) return;
  if (!document.note.empty()) document.note += "; ";
  document.note += note;
}

// The blocks one after the other, parted by one blank line.
void join_blocks(const std::vector<BodyBlock>& blocks, Document& document) {
  MappedText text;
  for (const BodyBlock& block : blocks) {
    if (!text.empty()) text.append_glue("\n\n");
    const auto begin = static_cast<uint32_t>(text.size());
    text.append_slice(block.text, 0, block.text.size());
    document.blocks.push_back({{begin, static_cast<uint32_t>(text.size())}, block.kind});
  }
  document.offsets = text.map();
  document.text = std::move(text).take_text();
}

// The blocks of a text that is clean already: blank lines part them.
void find_blocks(Document& document) {
  const std::string_view text = document.text;
  size_t begin = std::string_view::npos, end = 0;
  const auto close = [&] {
    if (begin != std::string_view::npos)
      document.blocks.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, BlockKind::kParagraph});
    begin = std::string_view::npos;
  };
  for (size_t at = 0; at < text.size();) {
    size_t line_end = text.find('\n', at);
    if (line_end == std::string_view::npos) line_end = text.size();
    const std::string_view line = text.substr(at, line_end - at);
    const std::string_view inner = trim(line);
    if (inner.empty()) {
      close();
    } else {
      const auto inner_at = static_cast<size_t>(inner.data() - text.data());
      if (begin == std::string_view::npos) begin = inner_at;
      end = inner_at + inner.size();
    }
    at = line_end + 1;
  }
  close();
}

// What the container says of the article, taken over what the article says itself or filling its gaps.
void take_hints(const ItemHints& hints, ArticleParts& parts) {
  const auto take = [&](const Metadatum& hint, Metadatum& own) {
    if (!hint.value.empty() && (hints.first || own.value.empty())) own = hint;
  };
  take(hints.title, parts.title);
  take(hints.outlet, parts.outlet);
  if (!hints.authors.empty() && (hints.first || parts.authors.empty())) parts.authors = hints.authors;
  if (hints.published && (hints.first || !parts.published)) {
    parts.published = hints.published;
    parts.published_how = hints.published_how;
  }
  if (!hints.url.empty() && (hints.first || parts.url.empty())) parts.url = hints.url;
}

void take_metadata(ArticleParts&& parts, const ItemHints& hints, const IngestOptions& options, Document& document) {
  take_hints(hints, parts);
  if (!hints.id.empty()) document.id = hints.id;
  document.genre = guess_genre({parts.section, parts.title.value, parts.url, parts.outlet.value, document.text});
  document.title = std::move(parts.title);
  document.authors = std::move(parts.authors);
  document.outlet = std::move(parts.outlet);
  document.published = parts.published;
  document.published_how = std::move(parts.published_how);
  document.url = std::move(parts.url);
  if (!document.published && options.published) {
    document.published = options.published;
    document.published_how = "option";
  }
  if (!document.published && hints.seen) {
    document.published = hints.seen;
    document.published_how = hints.seen_how;
  }
  if (document.outlet.value.empty() && options.knowledge != nullptr)
    document.outlet = find_outlet(document.url, parts.around, *options.knowledge);
  if (document.outlet.value.empty() && !options.outlet.empty()) document.outlet = {options.outlet, "option"};
  document.language = guess_language(document.text);
  add_note(document, hints.note);
  add_note(document, parts.note);
  if (document.language == "und") {
    add_note(document, "its language can't be told; read as English");
  } else if (document.language != "en") {
    add_note(document, "not in English (" + document.language + "): kept unread");
  }
}

Result<Document> make_from_line(const RawArticle& article, const IngestOptions& options, Document document) {
  const Decoded decoded = decode_bytes(article.bytes, false, article.hints.charset);
  Result<JsonlArticle> line = read_jsonl_article(decoded.text.text());
  if (!line) return Error{line.error().code, line.error().message, article.path};
  document.encoding = decoded.encoding;
  document.note = decoded.note;
  line->text = through(line->text, decoded.text);
  if (!line->id.empty()) document.id = std::move(line->id);
  document.offsets = line->text.map();
  document.text = std::move(line->text).take_text();
  find_blocks(document);
  take_metadata(std::move(line->parts), article.hints, options, document);
  return document;
}

Result<Document> make_from_row(const RawArticle& article, const IngestOptions& options, Document document) {
  CsvText row = read_csv_text(article.bytes, article.hints.text, article.hints.charset);
  if (trim(row.text.text()).empty()) return Error{ErrorCode::kBadArticle, "the row has no text", article.path};
  document.encoding = std::move(row.encoding);
  document.note = std::move(row.note);
  document.offsets = row.text.map();
  document.text = std::move(row.text).take_text();
  find_blocks(document);
  take_metadata({}, article.hints, options, document);
  return document;
}

// Text and HTML: bytes in some encoding.
Result<ArticleParts> read_text(const RawArticle& article, bool html, const IngestLimits& limits, Document& document) {
  const std::string kind = binary_kind(article.bytes);
  if (kind == "an image")
    return Error{ErrorCode::kBadArticle, "this is an image, which has no text; run text recognition over it and read what that gives", ""};
  if (!kind.empty()) return Error{ErrorCode::kBadArticle, "this is " + kind + ", not an article; save it as text or HTML", ""};
  const Decoded decoded = decode_bytes(article.bytes, html, article.hints.charset);
  document.encoding = decoded.encoding;
  document.note = decoded.note;
  ArticleParts parts = html ? read_html_article(decoded.text, limits.page_depth) : read_plain_text(decoded.text);
  if (parts.blocks.empty()) return Error{ErrorCode::kBadArticle, html ? "no article text found in the page" : "no text in it", ""};
  return parts;
}

Result<ArticleParts> read_mail(const RawArticle& article, Document& document) {
  Result<MailArticle> mail = read_mail_article(article.bytes);
  if (!mail) return mail.error();
  document.encoding = std::move(mail->encoding);
  return std::move(mail->parts);
}

// Each form's reader. Errors without a place, which make_document adds.
Result<ArticleParts> read_form(const RawArticle& article, const IngestLimits& limits, Document& document) {
  switch (article.format) {
    case ArticleFormat::kText: return read_text(article, false, limits, document);
    case ArticleFormat::kHtml: return read_text(article, true, limits, document);
    case ArticleFormat::kPdf: return read_pdf(article.bytes, limits);
    case ArticleFormat::kDocx: return read_docx(article.bytes, limits);
    case ArticleFormat::kOdt: return read_odt(article.bytes, limits);
    case ArticleFormat::kMail:
    case ArticleFormat::kMailText: return read_mail(article, document);
    case ArticleFormat::kFeedItem: return read_feed_item(article.bytes);
    default: return Error{ErrorCode::kBadArticle, "this form is not read yet", ""};
  }
}

}  // namespace

Result<Document> make_document(const RawArticle& article, const IngestOptions& options) {
  const auto bad = [&](std::string message) { return Error{ErrorCode::kBadArticle, std::move(message), article.path}; };
  if (trim(article.bytes).empty()) return bad("the file is empty");
  if (article.bytes.size() > UINT32_MAX / 4) return bad("too large for one article");
  Document document;
  document.path = article.path;
  document.raw_sha256 = sha256_hex(article.bytes);
  document.id = document.raw_sha256.substr(0, kIdDigits);
  if (article.format == ArticleFormat::kJsonl || article.format == ArticleFormat::kJsonLine)
    return make_from_line(article, options, std::move(document));
  if (article.format == ArticleFormat::kCsvRow) return make_from_row(article, options, std::move(document));
  Result<ArticleParts> parts = read_form(article, options.limits, document);
  if (!parts) return Error{parts.error().code, parts.error().message, article.path};
  join_blocks(parts->blocks, document);
  take_metadata(std::move(*parts), article.hints, options, document);
  return document;
}

}  // namespace annalist
