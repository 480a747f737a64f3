#include "annalist/ingest/html_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

constexpr std::array<std::string_view, 17> kBreaks = {"br", "p",  "div", "tr", "table", "li", "ul",         "ol", "h1",
                                                      "h2", "h3", "h4",  "hr", "body",  "td", "blockquote", "pre"};

// The name of the tag at `at`, which is a <, in lower case, without the slash.
std::string tag_name(std::string_view html, size_t at) {
  size_t begin = at + 1;
  if (begin < html.size() && html[begin] == '/') ++begin;
  size_t end = begin;
  while (end < html.size() && end - begin < 12 && (is_ascii_alpha(html[end]) || is_ascii_digit(html[end]))) ++end;
  return ascii_lower(html.substr(begin, end - begin));
}

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 7> kEntities = {Entity{"&lt;", "<"}, {"&gt;", ">"},  {"&amp;", "&"}, {"&quot;", "\""},
                                             {"&nbsp;", " "},     {"&#39;", "'"}, {"&apos;", "'"}};

}  // namespace

MappedText html_lines(std::string_view html) {
  MappedText out;
  for (size_t at = 0; at < html.size();) {
    const char c = html[at];
    if (c == '<') {
      const std::string name = tag_name(html, at);
      if (html.substr(at).starts_with("<!--")) {
        const size_t end = html.find("-->", at);
        at = end == std::string_view::npos ? html.size() : end + 3;
        continue;
      }
      const size_t end = html.find('>', at);
      if (std::find(kBreaks.begin(), kBreaks.end(), name) != kBreaks.end()) out.append("\n", at);
      at = end == std::string_view::npos ? html.size() : end + 1;
      if (name != "style" && name != "script" && name != "title") continue;
      const size_t close = html.find('<', at);  // what it holds is no text
      at = close == std::string_view::npos ? html.size() : close;
    } else if (c == '&') {
      const auto* known =
          std::find_if(kEntities.begin(), kEntities.end(), [&](const Entity& e) { return html.substr(at).starts_with(e.name); });
      out.append(known == kEntities.end() ? html.substr(at, 1) : known->text, at);
      at += known == kEntities.end() ? 1 : known->name.size();
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out.append(" ", at++);
    } else {
      const size_t end = std::min(html.find_first_of("<&\n\r\t", at), html.size());
      out.append(html.substr(at, end - at), at);
      at = end;
    }
  }
  return out;
}

}  // namespace annalist
