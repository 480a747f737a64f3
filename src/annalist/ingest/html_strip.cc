#include "annalist/ingest/html_strip.h"

#include <array>

#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

constexpr std::array<std::string_view, 4> kUnseen = {"script", "style", "svg", "noscript"};

// Whether the tag's name stands at `at` and ends there.
bool names_tag(std::string_view html, size_t at, std::string_view name) {
  if (!starts_ignoring_case(html.substr(at, name.size()), name)) return false;
  const size_t end = at + name.size();
  return end < html.size() &&
         (html[end] == '>' || html[end] == '/' || html[end] == ' ' || html[end] == '\n' || html[end] == '\t' || html[end] == '\r');
}

// One past "</name ...>" at or after `from`; npos when there is none. `content_end` is where the closing tag
// begins.
size_t find_close(std::string_view html, size_t from, std::string_view name, size_t& content_end) {
  for (size_t at = html.find("</", from); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (!names_tag(html, at + 2, name)) continue;
    content_end = at;
    const size_t end = html.find('>', at);
    return end == std::string_view::npos ? end : end + 1;
  }
  return std::string_view::npos;
}

}  // namespace

StrippedPage strip_page(const MappedText& page) {
  StrippedPage out;
  const std::string_view html = page.text();
  std::array<bool, kUnseen.size()> unclosed{};  // so that a page of unclosed tags is not searched to its end for each
  bool open_comment = false;
  size_t begin = 0;
  for (size_t at = html.find('<'); at != std::string_view::npos;) {
    size_t end = std::string_view::npos;
    if (!open_comment && html.substr(at, 4) == "<!--") {
      const size_t close = html.find("-->", at + 4);
      open_comment = close == std::string_view::npos;
      if (!open_comment) end = close + 3;
    }
    for (size_t i = 0; i < kUnseen.size(); ++i) {
      if (unclosed[i] || !names_tag(html, at + 1, kUnseen[i])) continue;
      const size_t tag_end = html.find('>', at);
      size_t content_end = 0;
      if (tag_end != std::string_view::npos) end = find_close(html, tag_end + 1, kUnseen[i], content_end);
      unclosed[i] = end == std::string_view::npos;
      const std::string tag = ascii_lower(html.substr(at, tag_end - at));
      if (!unclosed[i] && tag.find("ld+json") != std::string::npos)
        out.json_ld.emplace_back(html.substr(tag_end + 1, content_end - tag_end - 1));
    }
    if (end == std::string_view::npos) {
      at = html.find('<', at + 1);
      continue;
    }
    out.html.append_slice(page, begin, at);
    begin = end;
    at = html.find('<', end);
  }
  out.html.append_slice(page, begin, html.size());
  return out;
}

}  // namespace annalist
