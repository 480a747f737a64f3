#include "annalist/understand/events/codebook_lines.h"

#include <utility>

namespace annalist {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// text[begin, end) without blanks at its ends; its column follows from `origin`, the column of text[0].
CodebookWord trimmed(std::string_view text, size_t begin, size_t end, int origin) {
  while (begin < end && is_blank(text[begin])) ++begin;
  while (end > begin && is_blank(text[end - 1])) --end;
  return {std::string(text.substr(begin, end - begin)), origin + static_cast<int>(begin)};
}

}  // namespace

std::pair<CodebookWord, CodebookWord> first_word(const CodebookWord& value) {
  size_t end = 0;
  while (end < value.text.size() && !is_blank(value.text[end])) ++end;
  return {trimmed(value.text, 0, end, value.column), trimmed(value.text, end, value.text.size(), value.column)};
}

std::vector<CodebookWord> split_value(const CodebookWord& value, char separator) {
  std::vector<CodebookWord> out;
  if (value.text.empty()) return out;
  size_t begin = 0;
  while (begin <= value.text.size()) {
    size_t end = value.text.find(separator, begin);
    if (end == std::string::npos) end = value.text.size();
    out.push_back(trimmed(value.text, begin, end, value.column));
    begin = end + 1;
  }
  return out;
}

std::vector<CodebookLine> codebook_lines(std::string_view text) {
  std::vector<CodebookLine> out;
  int number = 0;
  bool goes_on = false;
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view raw = text.substr(at, end - at);
    at = end + 1;
    ++number;
    // '#' opens a comment at the line's begin or after a blank, so that an example can hold "#2".
    for (size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] == '#' && (i == 0 || is_blank(raw[i - 1])) && (i + 1 == raw.size() || is_blank(raw[i + 1]))) raw = raw.substr(0, i);
    }
    const CodebookWord whole = trimmed(raw, 0, raw.size(), 1);
    if (whole.text.empty()) continue;
    const bool indented = is_blank(raw[0]);
    const bool comma = whole.text.back() == ',';
    if (goes_on && indented) {
      out.back().value.text += " " + whole.text;
      goes_on = comma;
      continue;
    }
    auto [key, value] = first_word(whole);
    out.push_back({number, indented, std::move(key), std::move(value)});
    goes_on = comma;
  }
  return out;
}

}  // namespace annalist
