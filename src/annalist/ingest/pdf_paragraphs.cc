#include "annalist/ingest/pdf_paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/furniture.h"
#include "annalist/ingest/html_units.h"
#include "annalist/ingest/hyphenation.h"

namespace annalist {
namespace {

constexpr double kHeading = 1.12;  // times the running text's height
constexpr double kSmall = 0.9;

// A bound on the values below which `share` of the weight lies.
double weighted_quantile(std::vector<std::pair<double, size_t>> values, double share) {
  std::sort(values.begin(), values.end());
  size_t all = 0, sum = 0;
  for (const auto& [value, weight] : values) all += weight;
  for (const auto& [value, weight] : values) {
    sum += weight;
    if (static_cast<double>(sum) >= share * static_cast<double>(all)) return value;
  }
  return 0;
}

bool is_bulleted(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kBullets = {"\xE2\x80\xA2", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6",
                                                               "\xC2\xB7",     "- ",           "\xE2\x80\x93 "};
  return std::any_of(kBullets.begin(), kBullets.end(), [&](std::string_view bullet) { return text.starts_with(bullet); });
}

class Paragraphs {
 public:
  explicit Paragraphs(const PdfLayout& layout) : layout_(layout) {}

  std::vector<PdfParagraph> run() {
    body_ = body_height(layout_);
    measure();
    for (size_t page = 0; page < layout_.pages.size(); ++page) {
      const auto& lines = layout_.pages[page].lines;
      for (const bool notes : {false, true}) {  // small print at the foot comes after the page's text
        last_ = nullptr;
        for (const PdfLine& line : lines) {
          if (is_note(line, layout_.pages[page]) == notes) add(line, page, notes);
        }
      }
    }
    for (PdfParagraph& paragraph : out_) paragraph.kind = kind_of(paragraph);
    return std::move(out_);
  }

 private:
  // The usual width of a column, the usual step from line to line; the words that are there.
  void measure() {
    std::vector<std::pair<double, size_t>> widths, steps;
    for (size_t page = 0; page < layout_.pages.size(); ++page) {
      const PdfLine* before = nullptr;
      for (const PdfLine& line : layout_.pages[page].lines) {
        hyphenation_.learn(line.text.text());
        if (is_body_size(line.height)) {
          widths.emplace_back(line.right - line.left, 1);
          if (before != nullptr && before->block == line.block && line.top > before->top) steps.emplace_back(line.top - before->top, 1);
        }
        before = &line;
      }
    }
    width_ = weighted_quantile(std::move(widths), 0.75);
    step_ = weighted_quantile(std::move(steps), 0.5);
  }

  bool is_body_size(double height) const { return std::abs(height - body_) <= 0.12 * body_; }
  bool is_heading_size(double height) const { return height >= kHeading * body_; }
  bool is_note(const PdfLine& line, const PdfPage& page) const { return line.height < kSmall * body_ && line.top > 0.6 * page.height; }
  bool is_full(const PdfLine& line) const { return line.right - line.left >= 0.85 * width_; }
  static bool same_size(double a, double b) { return std::abs(a - b) <= 0.12 * std::max(a, b); }

  // Whether the line begins a paragraph of its own after the one before it in the same block.
  bool begins_in_block(const PdfLine& line, const PdfLine& before) const {
    if (!same_size(line.height, before.height) || is_bulleted(line.text.text())) return true;
    if (is_heading_size(line.height)) return line.top - before.top > 1.8 * line.height;
    if (step_ > 0 && line.top - before.top > 1.4 * step_) return true;
    if (!ends_sentence(before.text.text())) return false;
    return line.left > block_left_ + 0.7 * line.height || before.right < block_right_ - 0.15 * (block_right_ - block_left_);
  }

  // Whether the line goes on with a paragraph that another block, column or page has left open.
  bool goes_on(const PdfLine& line, const PdfParagraph& open, const PdfLine& last) const {
    if (!is_body_size(line.height) || !same_size(line.height, open.height) || is_bulleted(line.text.text())) return false;
    const std::string_view before = open.text.text();
    if (last.soft_hyphen || before.ends_with('-')) return is_full(last) || begins_lower(line);
    if (ends_sentence(before)) return false;
    return begins_lower(line) || (is_full(last) && !before.ends_with(':'));
  }
  static bool begins_lower(const PdfLine& line) { return is_lower(decode_utf8(line.text.text(), 0).value); }

  void add(const PdfLine& line, size_t page, bool note) {
    const bool same_block = last_ != nullptr && last_->block == line.block;
    if (!same_block) {
      block_left_ = line.left;
      block_right_ = line.right;
    }
    const bool inside = same_block && !begins_in_block(line, *last_);
    PdfParagraph* to = inside ? &out_[open_] : nullptr;
    if (!same_block && !note && body_last_ != nullptr && goes_on(line, out_[body_open_], *body_last_)) {
      to = &out_[body_open_];
      open_ = body_open_;
    }
    if (to == nullptr) {
      open_ = out_.size();
      out_.push_back({{}, BlockKind::kParagraph, line.height, page, note});
      out_.back().text.append_slice(line.text, 0, line.text.size());
    } else {
      hyphenation_.join(to->text, line.text, (inside ? last_ : body_last_)->soft_hyphen);
    }
    block_left_ = std::min(block_left_, line.left);
    block_right_ = std::max(block_right_, line.right);
    last_ = &line;
    if (!note && is_body_size(line.height)) {
      body_last_ = &line;
      body_open_ = open_;
    }
  }

  BlockKind kind_of(const PdfParagraph& paragraph) const {
    const std::string& text = paragraph.text.text();
    if (is_heading_size(paragraph.height) && count_words(text) <= 40) return BlockKind::kHeading;
    if (is_bulleted(text)) return BlockKind::kList;
    const bool small = paragraph.height < kSmall * body_ && !paragraph.note && count_words(text) <= 60;
    return small || (count_words(text) <= 40 && has_caption_marks(text)) ? BlockKind::kCaption : BlockKind::kParagraph;
  }

  const PdfLayout& layout_;
  Hyphenation hyphenation_;
  double body_ = 0, width_ = 0, step_ = 0;
  std::vector<PdfParagraph> out_;
  size_t open_ = 0;                     // the paragraph that the last line went to
  const PdfLine* last_ = nullptr;       // on this page
  const PdfLine* body_last_ = nullptr;  // of running text, on any page
  size_t body_open_ = 0;
  double block_left_ = 0, block_right_ = 0;
};

}  // namespace

double body_height(const PdfLayout& layout) {
  std::vector<std::pair<double, size_t>> heights;
  for (const PdfPage& page : layout.pages) {
    for (const PdfLine& line : page.lines) heights.emplace_back(line.height, line.text.size());
  }
  return weighted_quantile(std::move(heights), 0.5);
}

std::vector<PdfParagraph> find_paragraphs(const PdfLayout& layout) { return Paragraphs(layout).run(); }

}  // namespace annalist
