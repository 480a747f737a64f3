#include "annalist/show/marked_text.h"

#include <algorithm>
#include <array>
#include <set>

#include "annalist/show/html.h"

namespace annalist {
namespace {

// Keeps the elements that are open, innermost last.
class MarkWriter {
 public:
  explicit MarkWriter(std::string& out) : out_(out) {}

  // Closes the marks that end at `at`, and opens again those that had to be closed with them.
  void close_at(uint32_t at) {
    const auto outermost = std::find_if(open_.begin(), open_.end(), [&](const Mark* mark) { return mark->words.end == at; });
    const std::vector<const Mark*> closed(outermost, open_.end());
    for (size_t i = 0; i < closed.size(); ++i) out_ += "</mark>";
    open_.erase(outermost, open_.end());
    for (const Mark* mark : closed) {
      if (mark->words.end != at) open(*mark, false);
    }
  }

  void open(const Mark& mark, bool first) {
    const std::string name(mark_name(mark.kind));
    out_ += "<mark class=\"" + name + (first ? "\">" : " on\">");
    if (first) {
      out_ += "<b class=\"label\">" + name;
      if (!mark.meaning.empty()) out_ += ": <bdi>" + html_escape(mark.meaning) + "</bdi>";
      out_ += "</b>\u00A0";  // no line break between label and words
    }
    open_.push_back(&mark);
  }

 private:
  std::string& out_;
  std::vector<const Mark*> open_;
};

std::vector<Mark> cut_to(ByteSpan passage, std::vector<Mark> marks) {
  for (Mark& mark : marks) mark.words = {std::max(mark.words.begin, passage.begin), std::min(mark.words.end, passage.end)};
  std::erase_if(marks, [](const Mark& mark) { return mark.words.empty(); });
  // Outer ones first, so that what nests nests.
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    if (a.words.begin != b.words.begin) return a.words.begin < b.words.begin;
    if (a.words.end != b.words.end) return a.words.end > b.words.end;
    return a < b;
  });
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

}  // namespace

std::string_view mark_name(MarkKind kind) {
  constexpr std::array<std::string_view, 9> kNames = {"actor",  "trigger", "recipient", "amount", "place",
                                                      "status", "source",  "cue",       "content"};
  return kNames[static_cast<size_t>(kind)];
}

std::string marked_html(std::string_view text, ByteSpan passage, std::vector<Mark> marks) {
  marks = cut_to(passage, std::move(marks));
  std::set<uint32_t> borders = {passage.begin, passage.end};
  for (const Mark& mark : marks) {
    borders.insert(mark.words.begin);
    borders.insert(mark.words.end);
  }
  std::string out;
  MarkWriter writer(out);
  size_t next = 0;
  for (auto at = borders.begin(); at != borders.end(); ++at) {
    writer.close_at(*at);
    for (; next < marks.size() && marks[next].words.begin == *at; ++next) writer.open(marks[next], true);
    const auto end = std::next(at);
    if (end != borders.end()) out += html_escape(words_of(text, {*at, *end}));
  }
  return out;
}

}  // namespace annalist
