#include "annalist/ingest/html_page.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "annalist/ingest/ascii.h"
#include "annalist/ingest/html_references.h"

namespace annalist {
namespace {

// Elements that are closed by others or never: they can't nest deep by being left open.
constexpr std::array<std::string_view, 36> kUncounted = {
    "p",     "li",    "dt",     "dd",    "tr",   "td",   "th",  "thead", "tbody",  "tfoot", "option",   "optgroup",
    "br",    "img",   "hr",     "input", "meta", "link", "wbr", "area",  "base",   "col",   "embed",    "source",
    "track", "param", "keygen", "html",  "head", "body", "rp",  "rt",    "script", "style", "colgroup", "frame"};

// Elements that the tree builder opens again in every paragraph while they are left open (HTML Standard 13.2.4.3).
constexpr std::array<std::string_view, 14> kFormatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                          "nobr", "s", "small", "strike", "strong", "tt",   "u"};
constexpr size_t kMostFormatting = 30;  // of them open at a time

// Attributes of one element: the tree builder compares each with all before it.
constexpr size_t kMostAttributes = 200;

template <size_t N>
bool is_one_of(std::string_view tag, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return equal_ignoring_case(name, tag); });
}

// Goes through the attributes of tags.
class TagEnds {
 public:
  explicit TagEnds(std::string& html) : html_(html) {}

  // Where the tag ends whose name ends at `at`: at its >, or at the page's last byte. Attributes that are too many are made blanks.
  size_t find(size_t at) {
    if (none_) return html_.size() - 1;
    size_t attributes = 0;
    char quote = '\0', before = ' ';
    for (; at < html_.size(); ++at) {
      const char c = html_[at];
      if (quote == '\0' && c == '>') return at;
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (before == '=' && (c == '"' || c == '\'') && !unclosed_[c == '"' ? 0 : 1]) {
        quote = c;
      }
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      attributes += quote == '\0' && (space || c == '/') ? 1U : 0U;
      if (!space) before = c;
      if (attributes > kMostAttributes) html_[at] = ' ';
    }
    // The page ends within the tag. What is not closed from here on is not sought again.
    if (quote == '\0') none_ = true;
    else unclosed_[quote == '"' ? 0 : 1] = true;
    return html_.size() - 1;
  }

 private:
  std::string& html_;
  bool none_ = false;
  std::array<bool, 2> unclosed_{};
};

}  // namespace

// Gumbo's nodes live here and go all at once: its own way of freeing them recurses.
struct HtmlPage::Arena {
  std::vector<std::unique_ptr<char[]>> pages;
  size_t left = 0;
  char* at = nullptr;

  static void* allocate(void* self, size_t size) { return static_cast<Arena*>(self)->take(size); }
  static void release(void*, void*) {}
  void* take(size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    if (size > left) {
      left = std::max(size, size_t{1} << 18);
      pages.push_back(std::unique_ptr<char[]>(new char[left]));
      at = pages.back().get();
    }
    char* out = at;
    at += size;
    left -= size;
    return out;
  }
};

HtmlPage::HtmlPage(std::string html, size_t deepest)
    : html_(limit_references(limit_depth(std::move(html), deepest))), arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = arena_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, html_.data(), html_.size());
  flatten(output->root);
}

HtmlPage::~HtmlPage() = default;

void HtmlPage::flatten(const GumboNode* root) {
  struct Open {
    const GumboNode* node;
    uint32_t index;
    unsigned next_child;
  };
  std::vector<Open> open;
  const auto enter = [&](const GumboNode* node) {
    PageNode out;
    out.node = node;
    out.parent = open.empty() ? 0 : open.back().index;
    const auto index = static_cast<uint32_t>(nodes_.size());
    out.end = index + 1;
    const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    out.is_text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
    if (element) out.tag = node->v.element.tag;
    if (!element && !out.is_text) return;
    nodes_.push_back(out);
    if (element) open.push_back({node, index, 0});
  };
  enter(root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child < children.length) {
      enter(static_cast<const GumboNode*>(children.data[top.next_child++]));
    } else {
      nodes_[top.index].end = static_cast<uint32_t>(nodes_.size());
      open.pop_back();
    }
  }
}

std::string_view HtmlPage::attribute(uint32_t node, const char* name) const {
  const PageNode& n = nodes_[node];
  if (n.is_text) return {};
  const GumboAttribute* attribute = gumbo_get_attribute(&n.node->v.element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

std::string_view HtmlPage::text(uint32_t node) const { return nodes_[node].node->v.text.text; }

size_t HtmlPage::source_offset(uint32_t node) const {
  const char* source = nodes_[node].node->v.text.original_text.data;
  if (source == nullptr || source < html_.data() || source > html_.data() + html_.size()) return 0;
  return static_cast<size_t>(source - html_.data());
}

std::string HtmlPage::text_of(uint32_t node) const {
  std::string out;
  for (uint32_t i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].is_text) out += text(i);
  }
  return out;
}

std::string limit_depth(std::string html, size_t limit) {
  size_t depth = 0, formatting = 0;
  TagEnds tags(html);
  for (size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const size_t name = at + (closes ? 2 : 1);
    if (name >= html.size() || !is_ascii_alpha(html[name])) continue;
    size_t name_end = name;
    while (name_end < html.size() && (is_ascii_alpha(html[name_end]) || is_ascii_digit(html[name_end]))) ++name_end;
    const std::string_view tag = std::string_view(html).substr(name, name_end - name);
    const bool formats = is_one_of(tag, kFormatting), counts = !is_one_of(tag, kUncounted);
    const size_t end = tags.find(name_end);
    if (!counts) continue;
    if (!closes) {
      ++depth;
      formatting += formats ? 1U : 0U;
    }
    const bool drop = depth > limit || (formats && formatting > kMostFormatting);
    if (closes) {
      if (depth > 0) --depth;
      if (formats && formatting > 0) --formatting;
    }
    if (!drop) continue;
    for (size_t i = at; i <= end; ++i) html[i] = ' ';
  }
  return html;
}

}  // namespace annalist
