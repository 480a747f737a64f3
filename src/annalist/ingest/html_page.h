// HtmlPage: a parsed HTML page (HTML5's tree building, by gumbo) as a flat list of nodes in document order,
// so that every pass over it is a loop and no depth of nesting can overrun the stack.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annalist {

inline constexpr size_t kPageDepth = 400;  // IngestLimits::page_depth

struct PageNode {
  const GumboNode* node = nullptr;
  uint32_t parent = 0;               // the root's is itself
  uint32_t end = 0;                  // one past the last node of its subtree
  GumboTag tag = GUMBO_TAG_UNKNOWN;  // of an element
  bool is_text = false;
};

class HtmlPage {
 public:
  // Tags more than `deepest` elements deep are passed over. REQUIRES: valid UTF-8, below 4 GB. The page keeps the text.
  explicit HtmlPage(std::string html, size_t deepest = kPageDepth);
  ~HtmlPage();
  HtmlPage(const HtmlPage&) = delete;
  HtmlPage& operator=(const HtmlPage&) = delete;

  const std::vector<PageNode>& nodes() const { return nodes_; }
  // An element's attribute, empty when it has none.
  std::string_view attribute(uint32_t node, const char* name) const;
  // All the text below a node, scripts and styles too (a script's own text is its content), white space as it
  // stands.
  std::string text_of(uint32_t node) const;
  // A text node's text, entities resolved.
  std::string_view text(uint32_t node) const;
  // Where in the page's bytes the text node's text begins.
  size_t source_offset(uint32_t node) const;
  std::string_view source() const { return html_; }
  uint32_t parent(uint32_t node) const { return nodes_[node].parent; }

 private:
  struct Arena;
  void flatten(const GumboNode* root);
  std::string html_;
  std::unique_ptr<Arena> arena_;
  std::vector<PageNode> nodes_;
};

// The page with the tags blanked out that lie more than `limit` elements deep, formatting elements past the thirtieth that is open, and the
// attributes of an element past its two-hundredth (same length): tree building is quadratic in all three.
std::string limit_depth(std::string html, size_t limit);

}  // namespace annalist
