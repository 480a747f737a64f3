#include "annalist/ingest/page_furniture.h"

#include <algorithm>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/html_units.h"

namespace annalist {
namespace {

constexpr size_t kMostLines = 3;  // of a running head or foot

bool in_margin(const PdfLine& line, const PdfPage& page) { return line.bottom < page.height * 0.125 || line.top > page.height * 0.875; }

// The text with every number made one mark.
std::string pattern_of(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    if (!is_ascii_digit(c)) out += c;
    else if (out.empty() || out.back() != '#') out += '#';
  }
  return out;
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 5 && word.find_first_not_of("ivxlcIVXLC") == std::string_view::npos;
}

// "12", "- 12 -", "Page 3 of 8", "3/8", "iv".
bool is_page_number(std::string_view text) {
  const std::string pattern = pattern_of(text);
  static constexpr std::string_view kForms[] = {"#",     "- # -", "-#-", "page #", "page # of #", "# of #", "#/#",
                                                "# / #", "| #",   "# |", "p. #",   "[#]",         "(#)"};
  return std::find(std::begin(kForms), std::end(kForms), pattern) != std::end(kForms) || is_roman(text);
}

std::string address_in(std::string_view text) {
  for (const std::string_view word : split_words(text)) {
    if (word.starts_with("http://") || word.starts_with("https://")) return std::string(word);
  }
  return "";
}

}  // namespace

PageFurniture take_page_furniture(PdfLayout& layout, double body_height) {
  PageFurniture out;
  std::unordered_map<std::string, size_t> pages_with;
  for (const PdfPage& page : layout.pages) {
    std::vector<std::string> here;
    for (const PdfLine& line : page.lines) {
      if (in_margin(line, page)) here.push_back(pattern_of(line.text.text()));
    }
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    for (std::string& pattern : here) ++pages_with[std::move(pattern)];
  }
  for (PdfPage& page : layout.pages) {
    std::unordered_map<size_t, size_t> lines_of;  // of each block: a column's last line stands low too
    for (const PdfLine& line : page.lines) ++lines_of[line.block];
    std::erase_if(page.lines, [&](const PdfLine& line) {
      if (!in_margin(line, page) || lines_of[line.block] > kMostLines) return false;
      const std::string& text = line.text.text();
      const bool repeated = pages_with[pattern_of(text)] >= 2 && line.height < 1.25 * body_height;
      const std::string address = address_in(text);
      const bool small = line.height < 0.88 * body_height && count_words(text) <= 8 && !ends_sentence(text);
      if (!repeated && !small && !is_page_number(text) && (address.empty() || count_words(text) > 3)) return false;
      if (out.url.empty()) out.url = address;
      if (std::find(out.lines.begin(), out.lines.end(), text) == out.lines.end() && text.size() <= 120) out.lines.push_back(text);
      return true;
    });
  }
  return out;
}

}  // namespace annalist
