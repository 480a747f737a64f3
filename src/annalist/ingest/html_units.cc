#include "annalist/ingest/html_units.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/html_hints.h"
#include "annalist/ingest/html_references.h"

namespace annalist {
namespace {

bool is_space_byte(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && !is_space_byte(c); }

// Adds text with runs of white space made one.
void add_collapsed(std::string& out, std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
    if (is_space_byte(text[at]) || no_break) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      at += no_break ? 1U : 0U;
    } else {
      out += text[at];
    }
  }
}

class UnitWalk {
 public:
  explicit UnitWalk(const HtmlPage& page) : page_(page) {}

  PageText run() {
    hints_.resize(page_.nodes().size(), ClassHint::kNone);
    const auto& nodes = page_.nodes();
    for (uint32_t i = 0; i < nodes.size();) {
      while (!open_.empty() && i >= nodes[open_.back()].end) leave();
      const PageNode& node = nodes[i];
      if (node.is_text) {
        add_text(i);
        ++i;
      } else if (is_unseen(page_, i)) {
        if (is_block_tag(node.tag)) flush();
        i = node.end;
      } else {
        enter(i);
        ++i;
      }
    }
    while (!open_.empty()) leave();
    flush();
    return {std::move(units_), std::move(hints_)};
  }

 private:
  void enter(uint32_t node) {
    const GumboTag tag = page_.nodes()[node].tag;
    if (tag == GUMBO_TAG_BR) {
      line_break();
      return;
    }
    if (is_block_tag(tag)) flush();
    if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)) add_gap();
    if (tag == GUMBO_TAG_A) ++links_;
    open_.push_back(node);
    hints_[node] = class_hint(page_, node);
    count(node, 1);
    if (is_block_tag(tag)) blocks_.push_back(node);
  }

  void leave() {
    const GumboTag tag = page_.nodes()[open_.back()].tag;
    if (is_block_tag(tag)) {
      flush();
      blocks_.pop_back();
    }
    if (tag == GUMBO_TAG_A) --links_;
    count(open_.back(), -1);
    open_.pop_back();
  }

  void add_text(uint32_t node) {
    const std::string_view text = page_.text(node);
    const size_t before = unit_.text.size();
    add_collapsed(unit_.text, text);
    if (unit_.text.size() == before) return;
    if (unit_.pieces.empty()) { unit_.block = blocks_.empty() ? 0 : blocks_.back(); }
    unit_.pieces.push_back(node);
    if (unit_.text.find_first_not_of(' ', before) != std::string::npos) breaks_ = 0;
    if (links_ > 0) unit_.link_bytes += unit_.text.size() - before;
  }

  void add_gap() {
    if (unit_.text.empty()) return;
    unit_.pieces.push_back(PageUnit::kBreak);
    if (unit_.text.back() != ' ') unit_.text += ' ';
  }

  // Two breaks part paragraphs, and one does where a sentence has ended.
  void line_break() {
    if (++breaks_ >= 2 || ends_sentence(unit_.text)) flush();
    else add_gap();
  }

  void flush() {
    breaks_ = 0;
    while (!unit_.text.empty() && unit_.text.back() == ' ') unit_.text.pop_back();
    if (!unit_.text.empty() && unit_.text.find_first_not_of(' ') != std::string::npos) {
      unit_.words = count_words(unit_.text);
      for (const char c : unit_.text) unit_.commas += c == ',' ? 1U : 0U;
      unit_.sentence_end = ends_sentence(unit_.text);
      unit_.kind = kind();
      units_.push_back(std::move(unit_));
    }
    unit_ = PageUnit();
  }

  // Keeps how many open elements make their text a heading, a caption, a list or a quotation.
  void count(uint32_t node, int step) {
    switch (page_.nodes()[node].tag) {
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6: headings_ += step; break;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_FIGURE:
      case GUMBO_TAG_CAPTION: captions_ += step; break;
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DD:
      case GUMBO_TAG_DT: lists_ += step; break;
      case GUMBO_TAG_BLOCKQUOTE: quotes_ += step; break;
      default: break;
    }
    if (hints_[node] == ClassHint::kCaption) captions_ += step;
  }

  BlockKind kind() const {
    if (headings_ > 0) return BlockKind::kHeading;
    if (captions_ > 0) return BlockKind::kCaption;
    if (lists_ > 0) return BlockKind::kList;
    return quotes_ > 0 ? BlockKind::kQuote : BlockKind::kParagraph;
  }

  const HtmlPage& page_;
  std::vector<PageUnit> units_;
  PageUnit unit_;
  std::vector<uint32_t> open_;
  std::vector<uint32_t> blocks_;
  std::vector<ClassHint> hints_;
  int headings_ = 0, captions_ = 0, lists_ = 0, quotes_ = 0;
  int links_ = 0;
  int breaks_ = 0;
};

// Whether the < that the source begins with is the one that the text begins with, by the bytes after it, up to one that may be read as
// something else.
bool begins_alike(std::string_view source, std::string_view text) {
  constexpr size_t kEnough = 4;
  if (text[0] != '<') return false;
  for (size_t i = 1; i < std::min({source.size(), text.size(), kEnough}); ++i) {
    if (source[i] == '<' || source[i] == '&' || source[i] == '\r' || is_control(source[i])) return true;
    if (text.substr(i).starts_with("\xEF\xBF\xBD")) return true;  // for a control character of two bytes
    if (source[i] != text[i]) return false;
  }
  return true;
}

}  // namespace

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 14> kClosing = {"\"",
                                                                "'",
                                                                ")",
                                                                "]",
                                                                " ",
                                                                "*",
                                                                "\xE2\x80\x9D",
                                                                "\xE2\x80\x99",
                                                                "\xC2\xBB",
                                                                "\xE3\x80\x8D",
                                                                "\xE3\x80\x8F",
                                                                "\xEF\xBC\x89",
                                                                "\xE2\x80\x9C",
                                                                "\xC2\xA0"};
  static constexpr std::array<std::string_view, 11> kEnds = {
      ".", "!", "?", "\xE2\x80\xA6", ":", ";", "\xE3\x80\x82", "\xEF\xBC\x81", "\xEF\xBC\x9F", "\xD8\x9F", "\xE0\xA5\xA4"};
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view mark : kClosing) {
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  for (const std::string_view mark : kEnds) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

bool PageUnit::is_good() const {
  if (link_share() > 0.4) return false;
  const bool wide = text.size() >= 3 * 20 && words * 12 < text.size();  // few spaces: a script without them
  return sentence_end ? words >= 8 || wide : words >= 20 || (wide && text.size() > 200);
}

PageText page_text(const HtmlPage& page) { return UnitWalk(page).run(); }

MappedText mapped_text(const HtmlPage& page, const PageUnit& unit) {
  MappedText raw;
  for (const uint32_t piece : unit.pieces) {
    if (piece == PageUnit::kBreak) {
      raw.append_glue(" ");
      continue;
    }
    const std::string_view text = page.text(piece);
    const std::string_view source = page.source();
    const size_t last = last_character(source);  // the page has a text, so that it is not empty
    size_t from = page.source_offset(piece);
    for (size_t at = 0; at < text.size();) {
      const CodePoint c = decode_utf8(text, at);
      const std::string_view bytes = text.substr(at, c.bytes);
      // A tag that the tree builder passed over, or a carriage return, may stand between two characters of
      // one text.
      while (from < source.size() && source[from] == '<' && !begins_alike(source.substr(from), text.substr(at)))
        from = std::min(source.find('>', from), last) + 1;
      if (from < source.size() && source[from] == '\r' && c.value != '\r') ++from;
      // The parser leaves out NUL, or replaces it, as it does other control characters.
      while (from < source.size() && is_control(source[from]) && c.value != kReplacement) ++from;
      from = std::min(from, last);
      raw.append(bytes, from);
      if (source[from] == '&') from += reference_length(source.substr(from), text.substr(at));
      else if (source.substr(from).starts_with(bytes)) from += c.bytes;
      else if (c.value == kReplacement) from += decode_utf8(source, from).bytes;  // the parser's, for a control character
      at += c.bytes;
    }
  }
  return collapse_spaces(clean_characters(raw, true));
}

}  // namespace annalist
