#include <array>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/office_document.h"
#include "annalist/ingest/office_head.h"
#include "annalist/ingest/office_parts.h"

namespace annalist {
namespace {

// What a paragraph style is for, by its name: "heading 1", "Title", "List Paragraph", "caption", "Quote".
enum class Style : uint8_t { kPlain, kTitle, kHeading, kList, kCaption, kQuote };
Style style_by_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (lower == "title") return Style::kTitle;
  if (lower.starts_with("heading") || lower == "subtitle") return Style::kHeading;
  if (lower.starts_with("list")) return Style::kList;
  if (lower == "caption") return Style::kCaption;
  if (lower.find("quote") != std::string::npos) return Style::kQuote;
  return Style::kPlain;
}

using Styles = std::unordered_map<std::string, Style>;

// word/styles.xml: ids are of any language, names are English in every Word.
Styles read_styles(std::string_view bytes, const IngestLimits& limits) {
  Styles out;
  const auto elements = read_office_xml(bytes, "word/styles.xml", "docx", limits);
  if (!elements) return out;
  for (size_t i = 0; i < elements->size(); ++i) {
    const XmlElement& element = (*elements)[i];
    if (element.name != "w:name" || (*elements)[element.parent].name != "w:style") continue;
    out[std::string((*elements)[element.parent].attribute("w:styleid"))] = style_by_name(element.attribute("w:val"));
  }
  return out;
}

class DocxBody {
 public:
  DocxBody(const XmlElements& elements, const Styles& styles, ArticleParts& parts)
      : elements_(elements), styles_(styles), parts_(parts), blocks_(parts) {}

  void run() {
    std::vector<size_t> rows;  // ends of the rows that are open
    for (size_t i = 0; i < elements_.size();) {
      while (!rows.empty() && i >= rows.back()) close_row(rows);
      const std::string& name = elements_[i].name;
      if (is_unread(name)) {
        i = subtree_end(elements_, i);
      } else if (name == "w:p") {
        const size_t end = subtree_end(elements_, i);
        paragraph(i, end);
        i = end;
      } else {
        if (name == "w:tr") {
          rows.push_back(subtree_end(elements_, i));
          blocks_.begin_row();
        }
        ++i;
      }
    }
    while (!rows.empty()) close_row(rows);
  }

 private:
  static bool is_unread(const std::string& name) {
    static constexpr std::array<std::string_view, 7> kUnread = {"w:del",       "w:movefrom", "mc:fallback", "w:pict",
                                                                "w:instrtext", "w:deltext",  "w:sectpr"};
    return std::find(kUnread.begin(), kUnread.end(), name) != kUnread.end();
  }

  void close_row(std::vector<size_t>& rows) {
    rows.pop_back();
    blocks_.end_row();
  }

  // A paragraph's text; a text box inside it gives its own paragraphs after it.
  void paragraph(size_t begin, size_t end) {
    MappedText text;
    Style style = Style::kPlain;
    std::vector<std::pair<size_t, size_t>> boxes;
    for (size_t i = begin + 1; i < end;) {
      const XmlElement& element = elements_[i];
      if (is_unread(element.name)) {
        i = subtree_end(elements_, i);
        continue;
      }
      if (element.name == "w:txbxcontent") {
        boxes.emplace_back(i, subtree_end(elements_, i));
        i = boxes.back().second;
        continue;
      }
      if (element.name == "w:t") text.append_slice(element.text, 0, element.text.size());
      if (element.name == "w:tab" && elements_[element.parent].name == "w:r") text.append(" ", element.begin);
      if (element.name == "w:br" || element.name == "w:cr") text.append(" ", element.begin);
      if (element.name == "w:nobreakhyphen") text.append("-", element.begin);
      if (element.name == "w:numpr" && style == Style::kPlain) style = Style::kList;
      if (element.name == "w:outlinelvl" && element.attribute("w:val") != "9") style = Style::kHeading;
      if (element.name == "w:pstyle") {
        const auto known = styles_.find(std::string(element.attribute("w:val")));
        style = known != styles_.end() ? known->second : style_by_name(element.attribute("w:val"));
      }
      ++i;
    }
    if (style == Style::kTitle && !trim(text.text()).empty() && !title_) {
      title_ = true;
      parts_.title = {to_nfc(trim(collapse_spaces(clean_characters(text, true)).text())), "docx title"};
    } else {
      blocks_.paragraph(text, kind_of(style));
    }
    for (const auto& [from, to] : boxes) {
      for (size_t i = from; i < to; ++i) {
        if (elements_[i].name != "w:p") continue;
        const size_t stop = subtree_end(elements_, i);
        paragraph(i, stop);
        i = stop - 1;
      }
    }
  }

  static BlockKind kind_of(Style style) {
    switch (style) {
      case Style::kTitle:
      case Style::kHeading: return BlockKind::kHeading;
      case Style::kList: return BlockKind::kList;
      case Style::kCaption: return BlockKind::kCaption;
      case Style::kQuote: return BlockKind::kQuote;
      case Style::kPlain: break;
    }
    return BlockKind::kParagraph;
  }

  const XmlElements& elements_;
  const Styles& styles_;
  ArticleParts& parts_;
  OfficeBlocks blocks_;
  bool title_ = false;
};

}  // namespace

Result<ArticleParts> read_docx(std::string_view bytes, const IngestLimits& limits) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return Error{ErrorCode::kBadArticle, "an old Word file or one locked by a password; save it as .docx without a password", ""};
  if (!bytes.starts_with("PK")) return Error{ErrorCode::kBadArticle, "no docx document, whatever its name says", ""};
  const auto elements = read_office_xml(bytes, "word/document.xml", "docx", limits);
  if (!elements) return elements.error();
  ArticleParts parts;
  read_office_properties(bytes, "docProps/core.xml", "docx", parts, limits);
  DocxBody(*elements, read_styles(bytes, limits), parts).run();
  if (parts.blocks.empty()) return Error{ErrorCode::kBadArticle, "no text in the document", ""};
  take_head(parts);
  return parts;
}

}  // namespace annalist
