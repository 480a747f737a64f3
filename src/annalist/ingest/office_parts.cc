#include "annalist/ingest/office_parts.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/archive_entries.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"

namespace annalist {
namespace {

// The declaration and a document type made blanks, as many as there were bytes; one with entities of its own stays, and is refused.
void blank_prolog(std::string& xml) {
  const auto blank = [&](size_t begin, size_t end) {
    std::fill(xml.begin() + static_cast<std::ptrdiff_t>(begin), xml.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  };
  if (xml.starts_with("\xEF\xBB\xBF")) blank(0, 3);
  for (const std::string_view mark : {"<?xml ", "<!DOCTYPE "}) {
    const size_t begin = xml.find_first_not_of(" \t\r\n"), end = begin == std::string::npos ? begin : xml.find('>', begin);
    if (end == std::string::npos || !std::string_view(xml).substr(begin).starts_with(mark)) continue;
    if (std::string_view(xml).substr(begin, end - begin).find('[') == std::string_view::npos) blank(begin, end + 1);
  }
}

constexpr size_t kRunningText = 20;  // words of a cell that make it more than an entry of a table

}  // namespace

bool is_made_up_title(std::string_view title) {
  const std::string lower = ascii_lower(title);
  return lower.empty() || lower == "untitled" || lower == "document" || lower == "title" || lower.starts_with("microsoft word") ||
         lower.starts_with("document1") || lower.ends_with(".doc") || lower.ends_with(".docx") || lower.ends_with(".odt");
}

bool is_nobody(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower.empty() || lower == "user" || lower == "admin" || lower == "administrator" || lower == "author" || lower == "unknown" ||
         lower == "microsoft office user" || lower == "windows user" || lower.starts_with("python-docx");
}

size_t subtree_end(const XmlElements& elements, size_t at) {
  size_t end = at + 1;
  while (end < elements.size() && elements[end].parent >= at) ++end;
  return end;
}

Result<XmlElements> read_office_xml(std::string_view zip, std::string_view name, std::string_view form, const IngestLimits& limits) {
  auto bytes = zip_member(zip, name, limits.file_bytes);
  if (!bytes) return bytes.error();
  if (!*bytes) return Error{ErrorCode::kBadArticle, "no " + std::string(form) + " document: it has no " + std::string(name), ""};
  if (find_invalid_utf8(**bytes) != std::string_view::npos)
    return Error{ErrorCode::kBadArticle, std::string(name) + " in it is not UTF-8; save the document anew", ""};
  blank_prolog(**bytes);
  auto elements = read_xml(**bytes, kMostOfficeElements);
  if (!elements) return Error{elements.error().code, std::string(name) + ": " + elements.error().message, ""};
  return elements;
}

void read_office_properties(std::string_view zip, std::string_view name, std::string_view form, ArticleParts& parts,
                            const IngestLimits& limits) {
  const auto elements = read_office_xml(zip, name, form, limits);
  if (!elements) return;  // a document without properties is a document
  std::string created, modified;
  for (const XmlElement& element : *elements) {
    const std::string value = to_nfc(trim(element.text.text()));
    const std::string how = std::string(form) + " properties";
    if (element.name == "dc:title" && !is_made_up_title(value)) parts.title = {value, how};
    if ((element.name == "dc:creator" || element.name == "meta:initial-creator") && !is_nobody(value) && parts.authors.empty()) {
      std::vector<std::string> names = split_names(value);
      if (names.empty()) names.push_back(value);
      for (std::string& author : names) parts.authors.push_back({std::move(author), how});
    }
    if (element.name == "dcterms:created" || element.name == "meta:creation-date") created = value;
    if (element.name == "dcterms:modified" || element.name == "dc:date") modified = value;
  }
  const auto day = [](const std::string& time) { return parse_iso_date(std::string_view(time).substr(0, 10)); };
  parts.published = day(created) ? day(created) : day(modified);
  if (parts.published) parts.published_how = std::string(form) + (day(created) ? " creation date" : " date");
}

void add_block(ArticleParts& parts, const MappedText& text, BlockKind kind) {
  MappedText clean = collapse_spaces(clean_characters(text, true));
  if (!clean.empty()) parts.blocks.push_back({std::move(clean), kind});
}

void OfficeBlocks::paragraph(const MappedText& text, BlockKind kind) {
  if (depth_ == 0) add_block(parts_, text, kind);
  else row_.push_back({text, kind});
}

void OfficeBlocks::begin_row() { ++depth_; }

void OfficeBlocks::end_row() {
  if (depth_ > 0) --depth_;
  if (depth_ > 0) return;
  const bool running =
      std::any_of(row_.begin(), row_.end(), [](const Paragraph& each) { return count_words(each.text.text()) >= kRunningText; });
  MappedText joined;
  for (const Paragraph& each : row_) {
    if (running) add_block(parts_, each.text, each.kind);
    if (running || each.text.empty()) continue;
    if (!joined.empty()) joined.append_glue(" ");
    joined.append_slice(each.text, 0, each.text.size());
  }
  if (!running) add_block(parts_, joined, BlockKind::kParagraph);
  row_.clear();
}

}  // namespace annalist
