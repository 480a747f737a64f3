#include "annalist/ingest/plain_line.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "annalist/base/utf8.h"
#include "annalist/ingest/html_page.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {
namespace {

// "&#8217;" and "&#x2019;" as what they stand for.
std::string without_numeric_references(std::string_view text) {
  std::string out;
  size_t begin = 0;
  for (size_t at = text.find("&#"); at != std::string_view::npos; at = text.find("&#", at + 2)) {
    const bool hex = at + 2 < text.size() && (text[at + 2] == 'x' || text[at + 2] == 'X');
    const char* first = text.data() + at + (hex ? 3 : 2);
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(std::min(first, text.data() + text.size()), text.data() + text.size(), value, hex ? 16 : 10);
    const auto stop = static_cast<size_t>(end - text.data());
    const bool good = error == std::errc() && stop < text.size() && text[stop] == ';' && value >= 0x20 && value <= 0x10FFFF &&
                      !(value >= 0xD800 && value < 0xE000) && !(value >= 0x7F && value < 0xA0);
    if (!good) continue;
    out += text.substr(begin, at - begin);
    append_utf8(out, value);
    begin = stop + 1;
  }
  return begin == 0 ? std::string(text) : out + std::string(text.substr(begin));
}

}  // namespace

// One line of plain text, from a value that may hold line ends, tags' remains or entities written twice.
std::string plain_line(std::string_view value) {
  std::string out = std::move(collapse_spaces(clean_characters(MappedText::identity(value), true))).take_text();
  static constexpr std::array<std::array<std::string_view, 2>, 9> kTwice = {{{"&#039;", "'"},
                                                                             {"&#39;", "'"},
                                                                             {"&quot;", "\""},
                                                                             {"&rsquo;", "\xE2\x80\x99"},
                                                                             {"&lsquo;", "\xE2\x80\x98"},
                                                                             {"&ldquo;", "\xE2\x80\x9C"},
                                                                             {"&rdquo;", "\xE2\x80\x9D"},
                                                                             {"&nbsp;", " "},
                                                                             {"&amp;", "&"}}};
  for (const auto& [entity, plain] : kTwice) {
    if (out.find(entity) == std::string::npos) continue;
    std::string resolved;
    size_t begin = 0;
    for (size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, begin)) {
      resolved.append(out, begin, at - begin).append(plain);
      begin = at + entity.size();
    }
    out = std::move(resolved.append(out, begin));
  }
  return without_numeric_references(out);
}

// Markup taken out of a text that should have had none, also markup that was escaped once too often.
std::string without_markup(std::string text) {
  for (int round = 0; round < 2 && text.find_first_of("<&") != std::string::npos; ++round) {
    const HtmlPage page(std::move(text));
    text = page.text_of(0);
  }
  return text;
}

}  // namespace annalist
