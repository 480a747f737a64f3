#include "annalist/ingest/html_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "annalist/ingest/ascii.h"
#include "annalist/ingest/html_hint_words.h"

namespace annalist {
namespace {

using namespace hint_words;

const std::unordered_set<std::string_view>& boilerplate_words() {
  static const std::unordered_set<std::string_view> words(std::begin(kBoilerplate), std::end(kBoilerplate));
  return words;
}

// "articleBody-main__txt" -> article, body, main, txt; also the name without its camel case humps as one
// word.
void add_name_words(std::string_view names, std::vector<std::string>& out) {
  for (const std::string_view name : split_words(names)) {
    std::string word, whole;
    const auto end_word = [&] {
      if (!word.empty()) out.push_back(word);
      word.clear();
    };
    for (size_t i = 0; i < name.size(); ++i) {
      const char c = name[i];
      if (!is_ascii_alpha(c)) {
        if (whole.size() > word.size() && !whole.empty()) {
          end_word();
          out.push_back(whole);
        }
        end_word();
        whole.clear();
        continue;
      }
      if (is_ascii_upper(c) && i > 0 && !is_ascii_upper(name[i - 1])) end_word();
      word += ascii_lower(c);
      whole += ascii_lower(c);
    }
    const bool humps = whole.size() > word.size();
    end_word();
    if (humps) out.push_back(whole);
    out.emplace_back();  // names don't run into one another
  }
}

template <size_t N>
bool has_pair(const std::vector<std::string>& words, const std::array<std::array<std::string_view, 2>, N>& pairs) {
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    for (const auto& pair : pairs) {
      if (words[i] == pair[0] && words[i + 1] == pair[1]) return true;
    }
  }
  return false;
}

template <size_t N>
bool has_word(const std::vector<std::string>& words, const std::array<std::string_view, N>& known) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& w) { return std::find(known.begin(), known.end(), w) != known.end(); });
}

bool has_style(std::string_view style, std::string_view wanted) {
  std::string flat;
  for (const char c : style) {
    if (c != ' ') flat += ascii_lower(c);
  }
  return flat.find(wanted) != std::string::npos;
}

}  // namespace

bool is_block_tag(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT: return true;
    default: return false;
  }
}

bool is_unseen(const HtmlPage& page, uint32_t node) {
  switch (page.nodes()[node].tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_LABEL: return true;
    default: break;
  }
  const GumboVector& attributes = page.nodes()[node].node->v.element.attributes;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
    const std::string_view name = attribute->name, value = attribute->value;
    if (name == "hidden" || (name == "aria-hidden" && value == "true")) return true;
    if (name == "style" && (has_style(value, "display:none") || has_style(value, "visibility:hidden"))) return true;
    if (name == "role" && (value == "navigation" || value == "banner" || value == "complementary" || value == "search" ||
                           value == "dialog" || value == "contentinfo" || value == "menu" || value == "toolbar" || value == "alert"))
      return true;
  }
  return false;
}

ClassHint class_hint(const HtmlPage& page, uint32_t node) {
  const GumboTag tag = page.nodes()[node].tag;
  if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML) return ClassHint::kNone;
  const std::string_view itemprop = page.attribute(node, "itemprop");
  if (itemprop == "articleBody" || itemprop == "reviewBody" || itemprop == "text") return ClassHint::kBody;
  if (tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_ASIDE) return ClassHint::kBoilerplate;
  const std::string_view classes = page.attribute(node, "class"), id = page.attribute(node, "id");
  if (classes.empty() && id.empty()) return ClassHint::kNone;
  std::vector<std::string> words;
  add_name_words(classes, words);
  add_name_words(id, words);
  if (has_word(words, kBodyWords) || has_pair(words, kBodyPairs)) return ClassHint::kBody;
  if (has_word(words, kCaptionWords)) return ClassHint::kCaption;
  const auto& boilerplate = boilerplate_words();
  for (const std::string& word : words) {
    if (boilerplate.contains(word)) return ClassHint::kBoilerplate;
  }
  return has_pair(words, kBoilerplatePairs) ? ClassHint::kBoilerplate : ClassHint::kNone;
}

}  // namespace annalist
