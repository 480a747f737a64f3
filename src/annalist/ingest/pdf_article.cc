#include "annalist/ingest/pdf_article.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/child_process.h"
#include "annalist/ingest/furniture.h"
#include "annalist/ingest/office_head.h"
#include "annalist/ingest/office_parts.h"
#include "annalist/ingest/page_furniture.h"
#include "annalist/ingest/pdf_paragraphs.h"
#include "annalist/ingest/reading_order.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

Error bad(std::string message) { return {ErrorCode::kBadArticle, std::move(message), ""}; }

// Why pdftotext gave no text, in words for a person.
Error failure(const ChildResult& child, const IngestLimits& limits) {
  const std::string_view errors = child.errors;
  const auto says = [&](std::string_view words) { return ascii_lower(errors).find(words) != std::string::npos; };
  switch (child.end) {
    case ChildResult::End::kTime:
      return bad("pdftotext took more than " + std::to_string(limits.child_seconds) + " seconds (--limit child-seconds=N)");
    case ChildResult::End::kOutput:
      return bad("its text layer is larger than " + size_text(limits.child_output) + " (--limit child-output=SIZE)");
    case ChildResult::End::kNotStarted: return bad("pdftotext could not be started; too many processes or files are open");
    case ChildResult::End::kSignal:
      return bad("pdftotext broke down over it (signal " + std::to_string(child.code) + "), or wanted more than " +
                 size_text(limits.child_memory) + " of memory (--limit child-memory=SIZE)");
    case ChildResult::End::kExit: break;
  }
  if (says("password")) return bad("the PDF is locked by a password; save it without one");
  if (says("memory")) return bad("pdftotext wanted more than " + size_text(limits.child_memory) + " of memory (--limit child-memory=SIZE)");
  std::string first(trim(errors.substr(0, errors.find('\n'))));
  return bad("the PDF is damaged" + (first.empty() ? std::string() : " (" + first + ")") + "; fetch it again");
}

// The paragraph that is the headline: the largest of the first page, well above the running text.
size_t find_headline(const std::vector<PdfParagraph>& paragraphs, double body) {
  size_t best = paragraphs.size();
  for (size_t i = 0; i < paragraphs.size() && paragraphs[i].page == 0; ++i) {
    const size_t words = count_words(paragraphs[i].text.text());
    if (paragraphs[i].height < 1.2 * body || words < 2 || words > 40) continue;
    if (best == paragraphs.size() || paragraphs[i].height > 1.02 * paragraphs[best].height) best = i;
  }
  return best;
}

bool is_furniture(const PdfParagraph& paragraph) {
  const std::string& text = paragraph.text.text();
  return furniture_kind(text) != FurnitureKind::kNone || is_photo_credit(text);
}

}  // namespace

Result<ArticleParts> article_of_layout(PdfLayout layout) {
  const double body = body_height(layout);
  const PageFurniture furniture = take_page_furniture(layout, body);
  for (PdfPage& page : layout.pages) put_in_reading_order(page, body);
  std::vector<PdfParagraph> paragraphs = find_paragraphs(layout);
  if (paragraphs.empty())
    return bad("no text layer: the pages are pictures; run text recognition over it (ocrmypdf) and read what that gives");
  ArticleParts parts;
  parts.around = furniture.lines;
  parts.url = furniture.url;
  if (!is_made_up_title(layout.title)) {
    for (size_t i = 0; i < std::min<size_t>(paragraphs.size(), 8); ++i) {
      if (same_words(paragraphs[i].text.text(), layout.title)) parts.title = {layout.title, "pdf properties"};
    }
  }
  const size_t headline = find_headline(paragraphs, body);
  if (parts.title.value.empty() && headline < paragraphs.size()) parts.title = {paragraphs[headline].text.text(), "pdf headline"};
  if (parts.title.value.empty() && !is_made_up_title(layout.title)) parts.title = {layout.title, "pdf properties"};
  if (!is_nobody(layout.author)) {
    for (std::string& name : split_names(layout.author)) parts.authors.push_back({std::move(name), "pdf properties"});
  }
  parts.published = layout.created;
  if (parts.published) parts.published_how = "pdf creation date";
  for (PdfParagraph& paragraph : paragraphs) {
    if (!is_furniture(paragraph)) parts.blocks.push_back({std::move(paragraph.text), paragraph.kind});
  }
  take_head(parts);
  for (size_t i = 0; i < furniture.lines.size() && parts.published_how != "date line" && parts.published_how != "byline"; ++i) {
    const auto date = find_date(furniture.lines[i]);  // a newspaper's page says of what day it is
    if (!date) continue;
    parts.published = date->date;
    parts.published_how = "page head";
    break;
  }
  if (parts.blocks.empty()) return bad("no text in it beside menus and page numbers");
  return parts;
}

Result<ArticleParts> read_pdf(std::string_view bytes, const IngestLimits& limits) {
  if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) return bad("no PDF, whatever its name says");
  const auto program = find_program("pdftotext");
  if (!program) return bad("reading a PDF needs pdftotext, which is not installed: apt install poppler-utils");
  const ChildResult child = run_child(*program, {"-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"}, bytes, limits);
  if (child.end != ChildResult::End::kExit || child.code != 0) return failure(child, limits);
  Result<PdfLayout> layout = read_pdf_layout(child.output);
  if (!layout) return layout.error();
  return article_of_layout(std::move(*layout));
}

}  // namespace annalist
