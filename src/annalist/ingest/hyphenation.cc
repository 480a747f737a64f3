#include "annalist/ingest/hyphenation.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

// Second halves that make compounds of nearly any first half.
constexpr std::array<std::string_view, 40> kSecondHalves = {
    "backed",   "led",   "based",   "born",     "owned",     "run",       "style",      "wide",     "long",   "old",
    "year",     "time",  "term",    "level",    "made",      "held",      "controlled", "funded",   "linked", "listed",
    "language", "fire",  "aligned", "mediated", "sponsored", "occupied",  "ridden",     "elect",    "chief",  "general",
    "range",    "scale", "speed",   "profile",  "ranking",   "appointed", "imposed",    "brokered", "class",  "sized"};

std::string_view without_marks(std::string_view word) {
  while (!word.empty() && static_cast<unsigned char>(word.front()) < 0x80 && !is_ascii_alpha(word.front()) && !is_ascii_digit(word.front()))
    word.remove_prefix(1);
  while (!word.empty() && static_cast<unsigned char>(word.back()) < 0x80 && !is_ascii_alpha(word.back()) && !is_ascii_digit(word.back()))
    word.remove_suffix(1);
  return word;
}

std::string_view last_word(std::string_view text) {
  const size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

bool begins_lower(std::string_view text) { return !text.empty() && is_lower(decode_utf8(text, 0).value); }

bool is_hyphen_end(std::string_view text, size_t& bytes) {
  bytes = text.ends_with('-') ? 1 : text.ends_with("\xE2\x80\x90") ? 3 : 0;
  return bytes > 0 && text.size() > bytes;
}

}  // namespace

void Hyphenation::learn(std::string_view line) {
  const std::vector<std::string_view> words = split_words(line);
  for (size_t i = 1; i + 1 < words.size(); ++i) words_.insert(fold(without_marks(words[i])));
}

bool Hyphenation::keeps_hyphen(std::string_view before, std::string_view after) const {
  const std::string first = fold(without_marks(before)), second = fold(without_marks(after));
  if (words_.count(first + second) > 0) return false;
  if (words_.count(first + "-" + second) > 0 || first.find('-') != std::string::npos) return true;
  if (std::find(kSecondHalves.begin(), kSecondHalves.end(), second) != kSecondHalves.end()) return true;
  return first.size() >= 4 && words_.count(first) > 0 && words_.count(second) > 0;
}

void Hyphenation::join(MappedText& paragraph, const MappedText& line, bool soft) const {
  size_t hyphen = 0;
  if (soft) {
    paragraph.append_slice(line, 0, line.size());
    return;
  }
  const std::string_view before = paragraph.text();
  if (!is_hyphen_end(before, hyphen) || before[before.size() - hyphen - 1] == ' ' || line.empty()) {
    if (!paragraph.empty()) paragraph.append_glue(" ");
    paragraph.append_slice(line, 0, line.size());
    return;
  }
  const std::string_view half = last_word(before.substr(0, before.size() - hyphen));
  const std::string_view after = std::string_view(line.text()).substr(0, line.text().find(' '));
  if (begins_lower(after) && !keeps_hyphen(half, after)) {
    MappedText cut;
    cut.append_slice(paragraph, 0, paragraph.size() - hyphen);
    paragraph = std::move(cut);
  }
  paragraph.append_slice(line, 0, line.size());
}

}  // namespace annalist
