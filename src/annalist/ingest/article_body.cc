#include "annalist/ingest/article_body.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/author_box.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/furniture.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

class BodyFinder {
 public:
  BodyFinder(const HtmlPage& page, const PageText& text, const BodyHints& hints)
      : page_(page), units_(text.units), hints_(text.hints), given_(hints), inside_(page.nodes().size()) {}

  std::vector<size_t> run() {
    measure();
    if (total_good_ == 0) return {};
    drop_boilerplate();
    std::vector<size_t> body = in_subtree(choose_root());
    if (body.empty()) body = whole_page();
    const auto told = by_article_body();
    return !told.empty() && bytes_of(told) * 10 >= bytes_of(body) * 7 ? told : body;
  }

 private:
  size_t bytes_of(const std::vector<size_t>& units) const {
    size_t out = 0;
    for (const size_t i : units) out += units_[i].is_good() ? units_[i].text.size() : 0U;
    return out;
  }

  struct Inside {     // sums over a subtree
    size_t good = 0;  // bytes of good units
    size_t text = 0;
    size_t links = 0;
    double score = 0;  // Readability's, without link density
  };

  // Adds each unit's figures to its block and all ancestors: node numbers grow downward, so one loop from the
  // end does it.
  void measure() {
    std::fill(inside_.begin(), inside_.end(), Inside());
    total_good_ = 0;
    for (const PageUnit& unit : units_) {
      Inside& at = inside_[unit.block];
      at.text += unit.text.size();
      at.links += unit.link_bytes;
      if (unit.is_good() && unit.kind != BlockKind::kCaption) at.good += unit.text.size() - unit.link_bytes;
    }
    for (auto i = static_cast<uint32_t>(inside_.size()); i-- > 1;) {
      Inside& up = inside_[page_.parent(i)];
      up.text += inside_[i].text;
      up.links += inside_[i].links;
      up.good += inside_[i].good;
    }
    if (!inside_.empty()) total_good_ = inside_[0].good;
  }

  // Which units stand under an element that speaks of boilerplate. An element with half of the page's running
  // text is none, whatever its name.
  void drop_boilerplate() {
    std::vector<bool> under(page_.nodes().size(), false);
    for (uint32_t i = 1; i < under.size(); ++i) {
      const bool hinted = hints_[i] == ClassHint::kBoilerplate && inside_[i].good * 2 < total_good_;
      under[i] = hinted || under[page_.parent(i)];
    }
    dropped_.resize(units_.size());
    for (size_t i = 0; i < units_.size(); ++i) dropped_[i] = under[units_[i].block];
  }

  void score_units() {
    for (size_t i = 0; i < units_.size(); ++i) {
      const PageUnit& unit = units_[i];
      if (dropped_[i] || unit.text.size() < 25 || unit.kind == BlockKind::kHeading || unit.kind == BlockKind::kCaption) continue;
      const double length = std::min(static_cast<double>(unit.text.size()) / 100.0, 3.0);
      double score = (1.0 + static_cast<double>(unit.commas) + length) * (1.0 - unit.link_share());
      if (!unit.is_good()) score *= 0.3;
      const GumboTag tag = page_.nodes()[unit.block].tag;
      const bool leaf = tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_BLOCKQUOTE;
      uint32_t node = leaf ? page_.parent(unit.block) : unit.block;
      for (int level = 0; level < 6 && node != 0; ++level, node = page_.parent(node))
        inside_[node].score += score / (level < 2 ? level + 1 : level * 3);
    }
  }

  double link_share(uint32_t node) const {
    const Inside& in = inside_[node];
    return in.text == 0 ? 0.0 : static_cast<double>(in.links) / static_cast<double>(in.text);
  }

  // The undropped good text of every subtree.
  std::vector<size_t> kept_good() const {
    std::vector<size_t> good(page_.nodes().size());
    for (size_t i = 0; i < units_.size(); ++i) {
      if (!dropped_[i] && units_[i].is_good() && units_[i].kind != BlockKind::kCaption)
        good[units_[i].block] += units_[i].text.size() - units_[i].link_bytes;
    }
    for (auto i = static_cast<uint32_t>(good.size()); i-- > 1;) good[page_.parent(i)] += good[i];
    return good;
  }

  uint32_t choose_root() {
    score_units();
    const std::vector<size_t> good = kept_good();
    uint32_t best = 0, body = 0, article = 0;
    double best_score = 0;
    const auto& nodes = page_.nodes();
    for (uint32_t i = 1; i < nodes.size(); ++i) {
      const double score = inside_[i].score * (1.0 - link_share(i)) * (hints_[i] == ClassHint::kBody ? 1.25 : 1.0);
      if (score > best_score) {
        best_score = score;
        best = i;
      }
      const bool holder = nodes[i].tag == GUMBO_TAG_DIV || nodes[i].tag == GUMBO_TAG_SECTION || nodes[i].tag == GUMBO_TAG_ARTICLE ||
                          nodes[i].tag == GUMBO_TAG_MAIN || nodes[i].tag == GUMBO_TAG_TD || nodes[i].tag == GUMBO_TAG_UNKNOWN;
      if (holder && hints_[i] == ClassHint::kBody && (body == 0 || good[i] > good[body])) body = i;
      if (nodes[i].tag == GUMBO_TAG_ARTICLE && (article == 0 || good[i] > good[article])) article = i;
    }
    return settle(best, body, article, good);
  }

  // From the three candidates to the element: the marked one where it holds most of what the scored one does,
  // then upward while that brings much more text (a body cut in pieces by advertisements).
  uint32_t settle(uint32_t best, uint32_t body, uint32_t article, const std::vector<size_t>& good) const {
    uint32_t root = best;
    if (article != 0 && good[article] * 10 >= good[best] * 7) {
      const bool holds = contains(article, best);
      if (!holds || good[article] > good[best]) root = article;
    }
    if (body != 0 && good[body] * 10 >= good[root] * 6) root = body;
    for (uint32_t up = page_.parent(root); up != 0; up = page_.parent(up)) {
      const GumboTag tag = page_.nodes()[up].tag;
      if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) break;
      if (good[up] * 10 >= good[root] * 13 && hints_[root] != ClassHint::kBody) root = up;
    }
    return root;
  }

  bool contains(uint32_t outer, uint32_t inner) const { return outer <= inner && inner < page_.nodes()[outer].end; }

  // The units below the root that are the article's.
  std::vector<size_t> in_subtree(uint32_t root) {
    std::vector<size_t> out;
    for (size_t i = 0; i < units_.size(); ++i) {
      if (contains(root, units_[i].block) && !dropped_[i]) out.push_back(i);
    }
    return filter(out);
  }

  // No element stands out: every good unit, and where all are under some boilerplate's name, those too.
  std::vector<size_t> whole_page() const {
    std::vector<size_t> out;
    for (const bool all : {false, true}) {
      for (size_t i = 0; i < units_.size(); ++i) {
        if (units_[i].is_good() && (all || !dropped_[i])) out.push_back(i);
      }
      out = filter(out);
      if (!out.empty()) break;
    }
    return out;
  }

  bool is_title(const PageUnit& unit) const {
    if (given_.title.empty() || unit.text.size() > 2 * given_.title.size() + 20) return false;
    return unit.text == given_.title || same_words(unit.text, given_.title);
  }

  // Whether a unit taken alone can be article text.
  bool is_furniture(const PageUnit& unit, bool before_text) const {
    if (is_title(unit) || furniture_kind(unit.text) != FurnitureKind::kNone || is_photo_credit(unit.text)) return true;
    if (unit.kind == BlockKind::kCaption) return false;
    if (unit.kind == BlockKind::kHeading) return before_text;  // the title in other words, or a standfirst
    if (unit.link_share() > 0.85 && (unit.words < 25)) return true;
    if (unit.kind == BlockKind::kList && unit.link_share() > 0.6) return true;
    if (!before_text) return false;
    const Byline byline = read_byline(unit.text);
    return (byline.marked && unit.words < 12) || read_date_line(unit.text).has_value() || (unit.words <= 3 && !unit.sentence_end);
  }

  std::vector<size_t> filter(const std::vector<size_t>& in) const {
    size_t all_good = 0, seen = 0;
    for (const size_t i : in) all_good += units_[i].is_good() ? units_[i].text.size() : 0;
    std::vector<size_t> out;
    std::unordered_set<std::string_view> texts;
    bool past_end = false;  // behind what usually follows an article
    std::unordered_set<uint32_t> homes;
    std::unordered_set<std::string_view> home_classes;
    for (const size_t i : in) {
      const PageUnit& unit = units_[i];
      const FurnitureKind kind = furniture_kind(unit.text);
      past_end = past_end || (kind == FurnitureKind::kTrailer && seen * 10 > all_good * 6 && unit.words < 12);
      const uint32_t home = page_.parent(unit.block);
      const std::string_view home_class = page_.attribute(home, "class");
      // Behind it only paragraphs in another element made like the body's are still the article's.
      if (past_end && (!unit.is_good() || homes.contains(home) || !home_classes.contains(home_class))) continue;
      if (is_furniture(unit, seen == 0)) continue;
      if (unit.text.size() > 40 && !texts.insert(unit.text).second) continue;  // said twice
      if (unit.is_good() && unit.kind != BlockKind::kCaption) {
        seen += unit.text.size();
        if (!past_end) homes.insert(home);
        if (!home_class.empty()) home_classes.insert(home_class);
      }
      out.push_back(i);
    }
    trim_end(out);
    return out;
  }

  // A heading, a credit or a link at the end belongs to what follows the article.
  void trim_end(std::vector<size_t>& body) const {
    while (!body.empty()) {
      const PageUnit& last = units_[body.back()];
      const bool loose =
          last.kind == BlockKind::kHeading || (last.link_share() > 0.5 && last.words < 30) || read_author_box(last.text).is_box;
      if (!loose) break;
      body.pop_back();
    }
  }

  // The units that the page's own articleBody holds, when it holds most of an article's length of them.
  std::vector<size_t> by_article_body() const {
    if (given_.article_body.size() < 400) return {};
    const Shingles told(given_.article_body);
    std::vector<size_t> out;
    size_t matched = 0;
    for (size_t i = 0; i < units_.size(); ++i) {
      const PageUnit& unit = units_[i];
      if (unit.kind == BlockKind::kCaption || told.share_of(unit.text) < 0.7) continue;
      if (unit.words < 4) continue;
      matched += unit.text.size();
      out.push_back(i);
    }
    if (matched * 10 < given_.article_body.size() * 8 || out.empty()) return {};
    return fill_between(out);
  }

  // Short units (headings, list items) between two that the articleBody holds.
  std::vector<size_t> fill_between(const std::vector<size_t>& in) const {
    std::vector<size_t> out;
    for (const size_t i : in) {
      if (!out.empty() && i - out.back() <= 4) {
        for (size_t k = out.back() + 1; k < i; ++k) {
          if (!dropped_[k] && units_[k].link_share() < 0.5 && !is_furniture(units_[k], false)) out.push_back(k);
        }
      }
      out.push_back(i);
    }
    return out;
  }

  const HtmlPage& page_;
  const std::vector<PageUnit>& units_;
  const std::vector<ClassHint>& hints_;
  const BodyHints& given_;
  std::vector<Inside> inside_;
  size_t total_good_ = 0;
  std::vector<bool> dropped_;
};

}  // namespace

std::vector<size_t> find_body(const HtmlPage& page, const PageText& text, const BodyHints& hints) {
  return BodyFinder(page, text, hints).run();
}

}  // namespace annalist
