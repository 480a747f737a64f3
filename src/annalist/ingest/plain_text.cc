#include "annalist/ingest/plain_text.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/author_box.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/page_title.h"
#include "annalist/ingest/shingles.h"
#include "annalist/ingest/text_lines.h"

namespace annalist {
namespace {

constexpr size_t kNone = SIZE_MAX;

class PlainTextReader {
 public:
  explicit PlainTextReader(std::vector<TextLine> lines) : lines_(std::move(lines)) {}

  ArticleParts run() {
    if (lines_.empty()) return {};
    count_repeats();
    find_stretch();
    find_title();
    find_head();
    cut_tail();
    make_blocks();
    read_tail();
    return std::move(out_);
  }

 private:
  void count_repeats() {
    for (const TextLine& line : lines_) ++repeats_[line.text()];
  }
  bool is_repeated(size_t i) const { return repeats_.at(lines_[i].text()) > 1; }

  // What a line adds to the stretch of running text that it stands in.
  int weight(size_t i) const {
    const TextLine& line = lines_[i];
    if (line.furniture == FurnitureKind::kTrailer) return -6;
    if (line.furniture != FurnitureKind::kNone || line.url) return -2;
    if (line.is_good()) return static_cast<int>(std::min<size_t>(line.count, 60));
    if (line.sentence_end && line.count >= 2) return 1;
    return has_caption_marks(line.text()) ? 0 : -2;
  }

  // The stretch of lines with the greatest sum of weights is the body with whatever stands inside it.
  void find_stretch() {
    int sum = 0, best = 0;
    size_t begin = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (sum <= 0) {
        sum = 0;
        begin = i;
      }
      sum += weight(i);
      if (sum > best) {
        best = sum;
        begin_ = begin;
        end_ = i + 1;
      }
    }
    if (best > 0) return;
    begin_ = 0;  // no running text at all: all that is no furniture
    end_ = lines_.size();
  }

  bool can_be_title(size_t i) const {
    const TextLine& line = lines_[i];
    if (line.furniture != FurnitureKind::kNone || line.url || line.count > 35 || line.text().size() > 260) return false;
    if (is_photo_credit(line.text()) || read_date_line(line.text()) || read_byline(line.text()).marked) return false;
    return line.text().find(" > ") == std::string::npos && line.text().find(" \xC2\xBB ") == std::string::npos;
  }

  // How many of a line's longer words the body has too: a headline speaks of what its article speaks of, a
  // menu does not.
  double share_in_body(size_t i) const {
    size_t longer = 0, held = 0;
    for (const std::string& word : folded_words(lines_[i].text())) {
      if (word.size() < 4) continue;
      ++longer;
      held += body_words_.count(word);
    }
    return longer == 0 ? 0.0 : static_cast<double>(held) / static_cast<double>(longer);
  }

  // The headline: above the body, best where it stands twice, has the length of one, shares the body's words,
  // stands near to it and ends in no full stop.
  void find_title() {
    for (size_t i = begin_; i < end_; ++i) {
      for (std::string& word : folded_words(lines_[i].text())) body_words_.insert(std::move(word));
    }
    double best = 0;
    for (size_t i = 0; i < begin_; ++i) {
      const TextLine& line = lines_[i];
      if (!can_be_title(i)) continue;
      double score = line.count >= 4 ? 3 : line.count >= 2 ? 1 : 0;
      if (is_repeated(i)) score += line.count >= 4 ? 3 : 1;
      if (!line.text().ends_with('.')) score += 2;
      if (line.count > 4) score += 1;
      if (has_caption_marks(line.text())) score -= 4;
      score += 6 * share_in_body(i) + (begin_ - i <= 8 ? 1 : 0);
      if (score > best) {
        best = score;
        title_ = i;
      }
    }
    title_amid_lines(best);
    // A headline long enough to pass for running text, or one that asks: the first line of the stretch.
    const TextLine& first = lines_[begin_];
    const bool asks = first.text().ends_with('?') && first.count <= 20;
    const bool followed = begin_ + 1 < end_ && lines_[begin_ + 1].is_good() && lines_[begin_ + 1].blank_before;
    if (best < 5 && followed && can_be_title(begin_) && (!first.sentence_end || asks) && !has_caption_marks(first.text()) &&
        !(begin_ > 0 && is_repeated(begin_)))
      title_ = begin_++;
    if (title_ == kNone) return;
    const SplitTitle split = split_title(lines_[title_].text());
    const bool bar = lines_[title_].text().find(" | ") != std::string::npos;
    out_.title = {bar ? split.title : lines_[title_].text(), title_ == 0 ? "first line" : "headline"};
    if (bar && !split.site.empty()) out_.outlet = {split.site, "headline"};
  }

  // Promotions that read like sentences may stand above the headline: one a little below the stretch's
  // beginning, with a byline or a date under it, or said twice, and something below it.
  void title_amid_lines(double best) {
    for (size_t i = begin_ + 1; best < 9 && i + 1 < end_ && i < begin_ + 8; ++i) {
      const TextLine& line = lines_[i];
      if (line.sentence_end || line.count < 5 || !can_be_title(i) || has_caption_marks(line.text()) || share_in_body(i) < 0.6) continue;
      // Twice in a row is what captions do.
      const bool in_a_row = lines_[i - 1].text() == line.text() || (i + 1 < lines_.size() && lines_[i + 1].text() == line.text());
      bool marked = is_repeated(i) && !in_a_row;
      for (size_t k = i + 1; k < std::min(end_, i + 4); ++k)
        marked = marked || read_byline(lines_[k].text()).marked || read_date_line(lines_[k].text());
      if (!marked) continue;
      title_ = i;
      begin_ = i + 1;
      return;
    }
  }

  bool is_title(size_t i) const {
    return title_ != kNone && (i == title_ || lines_[i].text() == lines_[title_].text() || same_words(lines_[i].text(), out_.title.value));
  }

  // Byline, date and address stand between the title and the text, or (the date marked as such) above the
  // title. What stands between the title and them, or right above a picture, is a standfirst and no body.
  void find_head() {
    const size_t from = title_ == kNone ? 0 : title_;
    const size_t reach = std::min(end_, begin_ + 5);
    for (size_t i = 0; i < reach; ++i) {
      const TextLine& line = lines_[i];
      if (line.url && out_.url.empty()) out_.url = line.text();
      if (i == title_ || (i >= begin_ && line.is_good())) continue;
      const bool below = title_ != kNone && i > from;
      const Byline byline = line.furniture == FurnitureKind::kNone ? read_byline(line.text()) : Byline();
      const auto date = read_date_line(line.text());
      if (date && (below || title_ == kNone || date->labelled) && !date->update) set_date(date->date, "date line");
      if (byline.marked) {
        set_authors(byline.authors, "byline");
        if (const auto found = find_date(line.text()); found && below) set_date(found->date, "byline");
      }
      if ((date || byline.marked) && below && i >= begin_) begin_ = i + 1;
    }
    drop_standfirst();
    name_above_text();
    if (!out_.published && begin_ < end_) date_from_dateline(lines_[begin_].text());
  }

  bool is_caption(size_t i) const {
    const TextLine& line = lines_[i];
    return has_caption_marks(line.text()) || (is_repeated(i) && line.count >= 6 && !is_title(i));
  }

  // Title, standfirst and the picture's caption stand without a blank line between the last two.
  void drop_standfirst() {
    if (title_ == kNone || begin_ + 2 >= end_ || begin_ != title_ + 1) return;
    const bool joined = !lines_[begin_ + 1].blank_before && lines_[begin_].blank_before;
    if (joined && !is_caption(begin_) && is_caption(begin_ + 1)) ++begin_;
  }

  // A name alone on the line above the text is the byline.
  void name_above_text() {
    if (!out_.authors.empty() || title_ == kNone) return;
    for (size_t i = begin_; i-- > title_ + 1;) {
      const TextLine& line = lines_[i];
      if (is_title(i) || read_date_line(line.text())) continue;
      const bool name = line.furniture == FurnitureKind::kNone && line.count >= 2 && line.count <= 4 && looks_like_name(line.text()) &&
                        !is_section_name(line.text());
      if (name) set_authors(split_names(line.text()), "byline");
      return;
    }
  }

  // "JERUSALEM, March 26, 2024 (AP) - ..."
  void date_from_dateline(std::string_view text) {
    const auto found = find_date(text.substr(0, 70));
    if (!found || found->words.begin < 3) return;
    const std::string_view place = text.substr(0, found->words.begin);
    const auto lower = std::count_if(place.begin(), place.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (lower * 4 < static_cast<std::ptrdiff_t>(place.size())) set_date(found->date, "dateline");
  }

  void set_date(Date date, std::string how) {
    if (out_.published) return;
    out_.published = date;
    out_.published_how = std::move(how);
  }

  void set_authors(const std::vector<std::string>& names, const std::string& how) {
    if (!out_.authors.empty()) return;
    for (const std::string& name : names) out_.authors.push_back({name, how});
  }

  // Where what follows the article begins: at a line that opens comments or other articles, once most of the
  // running text is past; and at an author's box at the end.
  void cut_tail() {
    size_t all = 0, seen = 0;
    for (size_t i = begin_; i < end_; ++i) all += lines_[i].is_good() ? lines_[i].count : 0;
    for (size_t i = begin_; i < end_; ++i) {
      if (lines_[i].furniture == FurnitureKind::kTrailer && seen * 2 >= all && seen > 0) {
        end_ = i;
        break;
      }
      seen += lines_[i].is_good() ? lines_[i].count : 0;
    }
    while (end_ > begin_ + 1) {
      const TextLine& last = lines_[end_ - 1];
      const AuthorBox box = read_author_box(last.text());
      const bool loose = !last.sentence_end && last.count < 8 && !is_caption(end_ - 1);
      // A short last line without a full stop ends nothing when the whole text is made of such.
      if (box.is_box) set_authors(box.authors, "author box");
      if (!box.is_box && !(loose && all > 0) && last.furniture == FurnitureKind::kNone) break;
      --end_;
    }
  }

  bool is_body(size_t i) const {
    const TextLine& line = lines_[i];
    if (line.furniture != FurnitureKind::kNone || line.url || is_title(i) || is_photo_credit(line.text())) return false;
    return !(i < begin_ + 4 && read_date_line(line.text()).has_value());
  }

  BlockKind kind_of(size_t i) const {
    const TextLine& line = lines_[i];
    static constexpr std::array<std::string_view, 6> kBullets = {"- ", "* ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xE2\x96\xAA", "\xC2\xB7"};
    for (const std::string_view bullet : kBullets) {
      if (line.text().starts_with(bullet)) return BlockKind::kList;
    }
    if (is_caption(i)) return BlockKind::kCaption;
    if (line.sentence_end) return BlockKind::kParagraph;
    if (line.count > 12) return BlockKind::kCaption;  // much too long for a heading, and no sentence
    return i + 1 < end_ && line.blank_before && line.count >= 1 ? BlockKind::kHeading : BlockKind::kParagraph;
  }

  void make_blocks() {
    std::unordered_map<std::string_view, bool> taken;
    bool after_label = false;
    for (size_t i = begin_; i < end_; ++i) {
      const TextLine& line = lines_[i];
      // "Read more", then the headline that it leads to.
      const bool linked = after_label && !line.sentence_end && line.count <= 20;
      after_label = line.furniture == FurnitureKind::kTrailer || (line.furniture == FurnitureKind::kPrompt && line.count <= 4);
      if (linked || !is_body(i)) continue;
      if (line.count >= 6 && !taken.emplace(line.text(), true).second) continue;  // said twice
      out_.blocks.push_back({line.words, kind_of(i)});
    }
  }

  // The foot of a page tells more of whom the article is by and from.
  void read_tail() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (i >= begin_ && i < end_) continue;
      const std::string& text = lines_[i].text();
      if (!lines_[i].sentence_end && text.size() <= 120) out_.around.push_back(text);
      if (lines_[i].url && out_.url.empty()) out_.url = text;
      if (const auto date = read_date_line(text); date && date->labelled) set_date(date->date, "date line");
      if (i < end_) continue;
      if (const std::string name = author_of_more_from(text); !name.empty()) set_authors({name}, "more from");
      if (out_.outlet.value.empty()) {
        if (std::string outlet = outlet_of_footer(text); !outlet.empty()) out_.outlet = {std::move(outlet), "footer"};
      }
    }
  }

  std::vector<TextLine> lines_;
  std::unordered_map<std::string_view, size_t> repeats_;
  std::unordered_set<std::string> body_words_;  // folded
  size_t begin_ = 0, end_ = 0;                  // of the body
  size_t title_ = kNone;
  ArticleParts out_;
};

}  // namespace

ArticleParts read_plain_text(const MappedText& decoded) { return PlainTextReader(text_lines(clean_characters(decoded, true))).run(); }

}  // namespace annalist
