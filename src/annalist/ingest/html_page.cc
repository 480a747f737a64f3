#include "annalist/ingest/html_page.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

constexpr size_t kDepthLimit = 400;

// Elements that are closed by others or never: they can't nest deep by being left open.
constexpr std::array<std::string_view, 36> kUncounted = {
    "p",     "li",    "dt",     "dd",    "tr",   "td",   "th",  "thead", "tbody",  "tfoot", "option",   "optgroup",
    "br",    "img",   "hr",     "input", "meta", "link", "wbr", "area",  "base",   "col",   "embed",    "source",
    "track", "param", "keygen", "html",  "head", "body", "rp",  "rt",    "script", "style", "colgroup", "frame"};

bool is_counted(std::string_view tag) {
  return std::none_of(kUncounted.begin(), kUncounted.end(), [&](std::string_view t) { return equal_ignoring_case(t, tag); });
}

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

HtmlPage::HtmlPage(std::string html) : html_(limit_depth(std::move(html), kDepthLimit)), arena_(std::make_unique<Arena>()) {
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
  size_t depth = 0;
  for (size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const size_t name = at + (closes ? 2 : 1);
    if (name >= html.size() || !is_ascii_alpha(html[name])) continue;
    size_t name_end = name;
    while (name_end < html.size() && (is_ascii_alpha(html[name_end]) || is_ascii_digit(html[name_end]))) ++name_end;
    if (!is_counted(std::string_view(html).substr(name, name_end - name))) continue;
    bool drop = false;
    if (closes) {
      drop = depth > limit;
      if (depth > 0) --depth;
    } else {
      ++depth;
      drop = depth > limit;
    }
    if (!drop) continue;
    const size_t end = std::min(html.find('>', at), html.size() - 1);
    for (size_t i = at; i <= end; ++i) html[i] = ' ';
  }
  return html;
}

}  // namespace annalist
