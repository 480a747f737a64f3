#include "annalist/ingest/page_marks.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "annalist/ingest/ascii.h"
#include "annalist/ingest/html_hints.h"
#include "annalist/ingest/metadata_values.h"
#include "annalist/ingest/plain_line.h"

namespace annalist {
namespace {

constexpr size_t kMostTries = 500;    // elements looked at closely
constexpr size_t kLongestText = 100;  // bytes of a name or a date with what stands around it

template <size_t N>
bool has_any(std::string_view text, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

constexpr std::string_view kAuthorWords[] = {"author", "byline", "by-line", "by_line", "contributor"};
constexpr std::string_view kDateWords[] = {"date", "publish", "posted", "timestamp", "pubtime", "post-time"};
// What stands beside a name or a day: pictures, roles, other writers, days of change.
constexpr std::string_view kOtherWords[] = {"bio",     "avatar", "image",   "photo", "twitter", "title", "role",
                                            "social",  "box",    "desc",    "icon",  "updat",   "modif", "comment",
                                            "related", "count",  "archive", "list",  "more",    "email", "link-to"};
constexpr std::string_view kAsideWords[] = {"comment", "related",  "sidebar", "recommend", "promo",
                                            "teaser",  "trending", "latest",  "most-read"};

std::string class_of(const HtmlPage& page, uint32_t node) { return ascii_lower(page.attribute(node, "class")); }

// A link to a writer's page, by its address.
bool is_writer_link(const HtmlPage& page, uint32_t node) {
  static constexpr std::string_view kPlaces[] = {"/author/",  "/authors/",    "/by/",        "/staff/",   "/people/",
                                                 "/profile/", "/contributor", "/journalist", "/reporter", "/writers/"};
  return page.nodes()[node].tag == GUMBO_TAG_A && has_any(page.attribute(node, "href"), kPlaces);
}

// The first node behind what is sought: the block of the third paragraph of running text after the main heading, or on the page.
uint32_t end_of_head(const HtmlPage& page, const PageText& text) {
  size_t good = 0;
  bool has_heading = false;
  for (const PageUnit& unit : text.units) has_heading = has_heading || page.nodes()[unit.block].tag == GUMBO_TAG_H1;
  bool behind_heading = !has_heading;
  for (const PageUnit& unit : text.units) {
    behind_heading = behind_heading || page.nodes()[unit.block].tag == GUMBO_TAG_H1;
    if (behind_heading && unit.is_good() && ++good == 3) return unit.block;
  }
  return static_cast<uint32_t>(page.nodes().size());
}

// Adds a node; one around it that was added before gives way.
void add_innermost(const HtmlPage& page, uint32_t node, std::vector<uint32_t>& to) {
  while (!to.empty() && node < page.nodes()[to.back()].end) to.pop_back();
  to.push_back(node);
}

}  // namespace

bool is_aside(const HtmlPage& page, uint32_t node) {
  for (uint32_t up = node; up != 0; up = page.parent(up)) {
    const GumboTag tag = page.nodes()[up].tag;
    if (tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FOOTER || has_any(class_of(page, up), kAsideWords)) return true;
    if (tag == GUMBO_TAG_BODY) break;
  }
  return false;
}

PageMarks find_page_marks(const HtmlPage& page, const PageText& text) {
  PageMarks out;
  const uint32_t end = end_of_head(page, text);
  size_t tries = 0;
  for (uint32_t node = 1; node < end && tries < kMostTries; ++node) {
    if (page.nodes()[node].is_text) continue;
    const std::string names = class_of(page, node);
    const bool linked = is_writer_link(page, node);
    if ((names.empty() && !linked) || has_any(names, kOtherWords)) continue;
    const bool author = linked || names == "fn" || has_any(names, kAuthorWords), date = has_any(names, kDateWords);
    if ((!author && !date) || page.nodes()[node].end - node > 40) continue;
    ++tries;
    const std::string words = page.text_of(node);
    if (words.size() > kLongestText + 100 || count_words(words) > 20 || is_aside(page, node)) continue;
    if (author) add_innermost(page, node, out.authors);
    if (date) add_innermost(page, node, out.dates);
  }
  return out;
}

std::string text_in_parts(const HtmlPage& page, uint32_t node) {
  std::string out;
  for (uint32_t i = node; i < page.nodes()[node].end; ++i) {
    if (page.nodes()[i].is_text) out += page.text(i);
    else if (i > node && is_block_tag(page.nodes()[i].tag) && out.find_first_not_of(" \n\t\r") != std::string::npos) out += ", ";
  }
  return out;
}

std::string said_date(const HtmlPage& page, uint32_t node) {
  for (const char* name : {"datetime", "content", "title", "data-date", "data-time", "data-datetime", "data-published"}) {
    const std::string_view value = page.attribute(node, name);
    if (read_metadata_date(value)) return std::string(value);
  }
  return page.text_of(node);
}

std::vector<std::string> lines_of(const HtmlPage& page, const PageUnit& unit) {
  std::vector<std::string> out(1);
  for (const uint32_t piece : unit.pieces) {
    if (piece == PageUnit::kBreak) out.emplace_back();
    else out.back() += page.text(piece);
  }
  if (out.size() == 1) return {unit.text};
  for (std::string& line : out) line = plain_line(line);
  return out;
}

std::string item_name(const HtmlPage& page, uint32_t node) {
  for (uint32_t i = node; i < page.nodes()[node].end; ++i) {
    if (page.nodes()[i].is_text || (i != node && page.attribute(i, "itemprop") != "name")) continue;
    const std::string_view content = page.attribute(i, "content");
    if (!content.empty()) return plain_line(content);
    if (i != node) return plain_line(page.text_of(i));
  }
  const std::string text = plain_line(page.text_of(node));
  return text.size() <= 60 ? text : "";
}

}  // namespace annalist
