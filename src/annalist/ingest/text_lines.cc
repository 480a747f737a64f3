#include "annalist/ingest/text_lines.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/html_units.h"

namespace annalist {
namespace {

struct Stretch {
  size_t begin = 0;
  size_t end = 0;
  bool blank_before = false;
};

std::vector<Stretch> split_lines(std::string_view text) {
  std::vector<Stretch> out;
  bool blank = true;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view inner = trim(text.substr(at, end - at));
    if (inner.empty()) {
      blank = true;
    } else {
      const auto begin = static_cast<size_t>(inner.data() - text.data());
      out.push_back({begin, begin + inner.size(), blank});
      blank = false;
    }
    at = end + 1;
  }
  return out;
}

// Wrapped at a fixed width: the lines that have another below them in their paragraph are of much the same
// length, none is long, and most break off amid a sentence.
bool is_wrapped(std::string_view text, const std::vector<Stretch>& lines) {
  constexpr size_t kNarrow = 45, kWide = 100, kFewest = 4;
  size_t inner = 0, full = 0, broken = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = text.substr(lines[i].begin, lines[i].end - lines[i].begin);
    const size_t length = count_code_points(line);
    if (length > kWide + 20) return false;
    if (i + 1 == lines.size() || lines[i + 1].blank_before) continue;
    ++inner;
    full += length >= kNarrow && length <= kWide ? 1U : 0U;
    broken += ends_sentence(line) ? 0U : 1U;
  }
  return inner >= kFewest && full * 10 >= inner * 8 && broken * 10 >= inner * 6;
}

TextLine make_line(const MappedText& text, const Stretch& stretch) {
  MappedText raw;
  raw.append_slice(text, stretch.begin, stretch.end);
  TextLine out;
  out.words = collapse_spaces(raw);
  out.blank_before = stretch.blank_before;
  out.count = count_words(out.text());
  out.sentence_end = ends_sentence(out.text());
  out.url = out.count == 1 && (starts_ignoring_case(out.text(), "http") || starts_ignoring_case(out.text(), "www."));
  out.furniture = furniture_kind(out.text());
  return out;
}

}  // namespace

std::vector<TextLine> text_lines(const MappedText& text) {
  std::vector<Stretch> stretches = split_lines(text.text());
  if (is_wrapped(text.text(), stretches)) {
    std::vector<Stretch> joined;
    for (const Stretch& line : stretches) {
      if (line.blank_before || joined.empty()) joined.push_back(line);
      else joined.back().end = line.end;
    }
    stretches = std::move(joined);
  }
  std::vector<TextLine> out;
  for (const Stretch& stretch : stretches) out.push_back(make_line(text, stretch));
  return out;
}

}  // namespace annalist
