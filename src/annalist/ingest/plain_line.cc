#include "annalist/ingest/plain_line.h"

#include <array>

#include "annalist/ingest/html_page.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

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
    for (size_t at = out.find(entity); at != std::string::npos; at = out.find(entity, at + plain.size()))
      out.replace(at, entity.size(), plain);
  }
  return out;
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
