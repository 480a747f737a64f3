#include <algorithm>
#include <array>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/office_document.h"
#include "annalist/ingest/office_head.h"
#include "annalist/ingest/office_parts.h"

namespace annalist {
namespace {

// Style names, those of the document itself led back to the common ones that they are made from (office:automatic-styles).
using Parents = std::unordered_map<std::string, std::string>;
Parents read_parents(const XmlElements& elements) {
  Parents out;
  for (const XmlElement& element : elements) {
    if (element.name == "style:style") out[std::string(element.attribute("style:name"))] = element.attribute("style:parent-style-name");
  }
  return out;
}

class OdtBody {
 public:
  OdtBody(const XmlElements& elements, ArticleParts& parts)
      : elements_(elements), parents_(read_parents(elements)), parts_(parts), blocks_(parts) {}

  void run() {
    std::vector<size_t> rows, lists;
    for (size_t i = 0; i < elements_.size();) {
      while (!rows.empty() && i >= rows.back()) {
        rows.pop_back();
        blocks_.end_row();
      }
      while (!lists.empty() && i >= lists.back()) lists.pop_back();
      const std::string& name = elements_[i].name;
      if (name == "text:p" || name == "text:h") {
        const size_t end = subtree_end(elements_, i);
        paragraph(i, end, !lists.empty());
        i = end;
        continue;
      }
      const size_t end = is_unread(name) || name == "table:table-row" || name == "text:list" ? subtree_end(elements_, i) : i + 1;
      if (is_unread(name)) {
        i = end;
        continue;
      }
      if (name == "text:list") lists.push_back(end);
      if (name == "table:table-row") {
        rows.push_back(end);
        blocks_.begin_row();
      }
      ++i;
    }
    while (!rows.empty()) {
      rows.pop_back();
      blocks_.end_row();
    }
  }

 private:
  static bool is_unread(const std::string& name) {
    static constexpr std::array<std::string_view, 9> kUnread = {"text:note",
                                                                "office:annotation",
                                                                "text:tracked-changes",
                                                                "office:styles",
                                                                "office:master-styles",
                                                                "office:automatic-styles",
                                                                "text:table-of-content",
                                                                "office:font-face-decls",
                                                                "text:sequence-decls"};
    return std::find(kUnread.begin(), kUnread.end(), name) != kUnread.end();
  }

  // An element's text stands among that of the elements inside it: pieces in the order of the XML.
  struct Piece {
    uint64_t raw;
    MappedText text;
  };
  void take_pieces(const XmlElement& element, std::vector<Piece>& pieces) const {
    const auto& runs = element.text.map().runs;
    for (size_t i = 0; i < runs.size(); ++i) {
      MappedText piece;
      piece.append_slice(element.text, runs[i].clean, i + 1 < runs.size() ? runs[i + 1].clean : element.text.size());
      pieces.push_back({runs[i].raw, std::move(piece)});
    }
    if (element.name == "text:s" || element.name == "text:tab" || element.name == "text:line-break")
      pieces.push_back({element.begin - 1, MappedText::identity(" ", element.begin - 1)});
  }

  void paragraph(size_t begin, size_t end, bool in_list) {
    std::vector<Piece> pieces;
    std::vector<std::pair<size_t, size_t>> boxes;
    for (size_t i = begin; i < end;) {
      if (is_unread(elements_[i].name)) {
        i = subtree_end(elements_, i);
      } else if (elements_[i].name == "draw:text-box") {
        boxes.emplace_back(i, subtree_end(elements_, i));
        i = boxes.back().second;
      } else {
        take_pieces(elements_[i], pieces);
        ++i;
      }
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.raw < b.raw; });
    MappedText text;
    for (const Piece& piece : pieces) text.append_slice(piece.text, 0, piece.text.size());
    const std::string style = style_of(elements_[begin]);
    if (style == "title" && parts_title(text)) return;
    blocks_.paragraph(text, kind_of(elements_[begin].name, style, in_list));
    for (const auto& [from, to] : boxes) {
      for (size_t i = from; i < to; ++i) {
        if (elements_[i].name != "text:p" && elements_[i].name != "text:h") continue;
        const size_t stop = subtree_end(elements_, i);
        paragraph(i, stop, false);
        i = stop - 1;
      }
    }
  }

  bool parts_title(const MappedText& text) {
    std::string words = to_nfc(trim(collapse_spaces(clean_characters(text, true)).text()));
    if (words.empty() || title_) return false;
    title_ = true;
    parts_.title = {std::move(words), "odt title"};
    return true;
  }

  std::string style_of(const XmlElement& paragraph) const {
    std::string style(paragraph.attribute("text:style-name"));
    for (int step = 0; step < 8; ++step) {
      const auto parent = parents_.find(style);
      if (parent == parents_.end() || parent->second.empty()) break;
      style = parent->second;
    }
    return ascii_lower(style);
  }

  static BlockKind kind_of(const std::string& name, const std::string& style, bool in_list) {
    if (name == "text:h" || style.starts_with("heading") || style == "subtitle" || style == "title") return BlockKind::kHeading;
    if (in_list) return BlockKind::kList;
    if (style == "quotations") return BlockKind::kQuote;
    if (style == "caption" || style == "illustration" || style == "figure" || style == "drawing") return BlockKind::kCaption;
    return BlockKind::kParagraph;
  }

  const XmlElements& elements_;
  Parents parents_;
  ArticleParts& parts_;
  OfficeBlocks blocks_;
  bool title_ = false;
};

}  // namespace

Result<ArticleParts> read_odt(std::string_view bytes, const IngestLimits& limits) {
  if (!bytes.starts_with("PK")) return Error{ErrorCode::kBadArticle, "no odt document, whatever its name says", ""};
  const auto elements = read_office_xml(bytes, "content.xml", "odt", limits);
  if (!elements) return elements.error();
  ArticleParts parts;
  read_office_properties(bytes, "meta.xml", "odt", parts, limits);
  OdtBody(*elements, parts).run();
  if (parts.blocks.empty()) return Error{ErrorCode::kBadArticle, "no text in the document", ""};
  take_head(parts);
  return parts;
}

}  // namespace annalist
