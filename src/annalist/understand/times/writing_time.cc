#include "annalist/understand/times/writing_time.h"

#include <algorithm>
#include <array>

#include "annalist/base/date.h"
#include "annalist/base/decimal.h"

namespace annalist {
namespace {

std::optional<Date> whole_date(const Expression& e) {
  if (e.meaning != Meaning::kCalendar || !e.year || !e.month || !e.day) return std::nullopt;
  const Date date{*e.year, *e.month, *e.day};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

WritingTime from_text(DateRange range) { return {range, TimeAnchor::kText, false}; }

// A date that fills its sentence but for a few words, or heads the first sentence before a dash, bracket or
// colon.
std::optional<Date> dateline(const std::vector<SentenceExpressions>& sentences) {
  const size_t most = std::min<size_t>(sentences.size(), 4);
  for (size_t i = 0; i < most; ++i) {
    const auto& [atoms, expressions] = sentences[i];
    for (const Expression& e : expressions) {
      const auto date = whole_date(e);
      if (!date) continue;
      if (atoms.size() - (e.end - e.begin) <= 3) return date;
      const bool heads = i == 0 && e.begin <= 8 && e.end < atoms.size() && atoms[e.end].kind == AtomKind::kMark &&
                         (e.begin == 0 || atoms[e.begin - 1].kind == AtomKind::kMark) && atoms[e.end].lower != ",";
      if (heads) return date;
    }
  }
  return std::nullopt;
}

// How many sentences on "December 2017" may still say when "a year ago" was.
constexpr size_t kReach = 6;

// "a year ago" in one sentence, "December 2017" in it or soon after it.
std::optional<DateRange> years_ago(const std::vector<SentenceExpressions>& sentences) {
  for (size_t i = 0; i < sentences.size(); ++i) {
    for (const Expression& e : sentences[i].expressions) {
      const bool ago = e.meaning == Meaning::kOffset && e.direction < 0 && e.origin == Origin::kWriting && e.quantities.size() == 1 &&
                       e.quantities[0].unit == TimeUnit::kYear;
      const auto years = ago ? Decimal::parse(e.quantities[0].number) : std::nullopt;
      if (!years || !years->is_whole()) continue;
      for (size_t j = i; j < std::min(i + kReach, sentences.size()); ++j) {
        for (const Expression& other : sentences[j].expressions) {
          if (other.meaning != Meaning::kCalendar || !other.year || !other.month) continue;
          return month_range(*other.year + static_cast<int>(years->units()), *other.month);
        }
      }
    }
  }
  return std::nullopt;
}

bool has_credit(const std::vector<Atom>& atoms) {
  static constexpr std::array<std::string_view, 5> kCredits = {"photo", "getty", "photograph", "picture", "image"};
  return std::any_of(atoms.begin(), atoms.end(),
                     [](const Atom& atom) { return std::find(kCredits.begin(), kCredits.end(), atom.lower) != kCredits.end(); });
}

// The latest whole date of a caption: of its block, or of a paragraph that carries a photo credit.
std::optional<Date> caption_date(const Document& document, const Reading& reading, const std::vector<SentenceExpressions>& sentences) {
  std::optional<Date> latest;
  for (size_t i = 0; i < sentences.size(); ++i) {
    const uint32_t block = reading.sentences[i].block;
    bool caption = block < document.blocks.size() && document.blocks[block].kind == BlockKind::kCaption;
    for (size_t j = 0; !caption && j < sentences.size(); ++j) {
      caption = reading.sentences[j].block == block && (j == i || j == i + 1) && has_credit(sentences[j].atoms);
    }
    if (!caption) continue;
    for (const Expression& e : sentences[i].expressions) {
      if (const auto date = whole_date(e); date && (!latest || *latest < *date)) latest = date;
    }
  }
  return latest;
}

}  // namespace

WritingTime writing_time(const Document& document, const Reading& reading, const std::vector<SentenceExpressions>& sentences) {
  if (document.published) return {day_range(*document.published), TimeAnchor::kPublished, false};
  if (const auto date = dateline(sentences)) return from_text(day_range(*date));
  if (const auto month = years_ago(sentences)) return {*month, TimeAnchor::kText, true};
  if (const auto date = caption_date(document, reading, sentences))
    return {month_range(date->year, date->month), TimeAnchor::kText, false, *date};
  return {};
}

}  // namespace annalist
