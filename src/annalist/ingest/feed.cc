#include "annalist/ingest/feed.h"

#include <algorithm>
#include <span>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/html_article.h"
#include "annalist/ingest/plain_line.h"
#include "annalist/ingest/xml_element.h"

namespace annalist {
namespace {

// Whether a tag of one of the names, with a prefix or without, begins at the < at `at`.
bool opens(std::string_view xml, size_t at, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    if (!xml.substr(at + 1).starts_with(name)) continue;
    const size_t end = at + 1 + name.size();
    if (end < xml.size() &&
        (xml[end] == '>' || xml[end] == '/' || xml[end] == ' ' || xml[end] == '\n' || xml[end] == '\r' || xml[end] == '\t'))
      return true;
  }
  return false;
}

// Goes from tag to tag of a feed's XML, past comments and CDATA sections.
class Tags {
 public:
  explicit Tags(std::string_view xml) : xml_(xml) {}
  // The next < of a tag at or after `from`, npos when there is none.
  size_t next(size_t from) {
    for (size_t at = xml_.find('<', from); at != std::string_view::npos; at = xml_.find('<', at)) {
      size_t past = std::string_view::npos;
      if (xml_.substr(at).starts_with("<![CDATA[")) past = past_end(at, "]]>", no_sections_);
      else if (xml_.substr(at).starts_with("<!--")) past = past_end(at, "-->", no_comments_);
      else return at;
      at = past == std::string_view::npos ? at + 1 : past;
    }
    return std::string_view::npos;
  }

 private:
  // `none` remembers that no end follows, so that a thousand open ones are not sought a thousand times.
  size_t past_end(size_t at, std::string_view mark, bool& none) const {
    const size_t end = none ? std::string_view::npos : xml_.find(mark, at);
    none = end == std::string_view::npos;
    return none ? end : end + mark.size();
  }

  std::string_view xml_;
  bool no_sections_ = false, no_comments_ = false;
};

constexpr std::string_view kItems[] = {"item", "entry", "atom:entry", "rss:item"};
constexpr std::string_view kTitles[] = {"title", "atom:title"};
constexpr std::string_view kFeeds[] = {"rss", "feed", "rdf:RDF", "atom:feed"};
constexpr std::string_view kItemEnds[] = {"/item", "/entry", "/atom:entry", "/rss:item"};

// The items' stretches of the XML, tags and all; one that is never closed ends where the next begins.
std::vector<std::string_view> find_items(std::string_view xml) {
  std::vector<std::string_view> out;
  Tags tags(xml);
  size_t begin = std::string_view::npos;
  for (size_t at = tags.next(0); at != std::string_view::npos; at = tags.next(at + 1)) {
    const bool closes = opens(xml, at, kItemEnds);
    if (!closes && !opens(xml, at, kItems)) continue;
    const size_t end = closes ? std::min(xml.find('>', at), xml.size() - 1) + 1 : at;
    if (begin != std::string_view::npos) out.push_back(xml.substr(begin, end - begin));
    begin = closes ? std::string_view::npos : at;
  }
  if (begin != std::string_view::npos) out.push_back(xml.substr(begin));
  return out;
}

std::string feed_title(std::string_view head) {
  Tags tags(head);
  for (size_t at = tags.next(0); at != std::string_view::npos; at = tags.next(at + 1)) {
    if (!opens(head, at, kTitles)) continue;
    const size_t end = head.find("title>", at + 7);
    if (end == std::string_view::npos) break;
    const auto element = read_xml(head.substr(at, end + 6 - at));
    if (!element) break;
    std::string title = plain_line(without_markup(element->front().text.text()));
    for (const std::string_view tail : {" RSS Feed", " RSS feed", " RSS"}) {
      if (title.ends_with(tail) && title.size() > tail.size()) title.resize(title.size() - tail.size());
    }
    return title;
  }
  return "";
}

class FeedItems : public ItemStream {
 public:
  FeedItems(std::string path, std::string xml, std::string note) : path_(std::move(path)), xml_(std::move(xml)), note_(std::move(note)) {
    items_ = find_items(xml_);
    if (!items_.empty()) title_ = feed_title(std::string_view(xml_).substr(0, static_cast<size_t>(items_.front().data() - xml_.data())));
  }
  bool empty() const { return items_.empty(); }

  std::optional<Result<Item>> next() override {
    if (next_ == items_.size()) return std::nullopt;
    Item item;
    item.bytes = std::string(items_[next_++]);
    item.path = path_ + "#" + std::to_string(next_);
    item.format = ArticleFormat::kFeedItem;
    if (!title_.empty()) item.hints.outlet = {title_, "feed"};
    item.hints.note = note_;
    return Result<Item>(std::move(item));
  }

 private:
  std::string path_;
  std::string xml_;
  std::string note_;
  std::string title_;
  std::vector<std::string_view> items_;
  size_t next_ = 0;
};

// An item's children by name; Atom's own prefix is put aside.
class Children {
 public:
  explicit Children(const std::vector<XmlElement>& elements) : elements_(elements) {}

  std::vector<const XmlElement*> all(std::string_view name, size_t parent = 0) const {
    std::vector<const XmlElement*> out;
    for (size_t i = 1; i < elements_.size(); ++i) {
      std::string_view own = elements_[i].name;
      if (own.starts_with("atom:")) own.remove_prefix(5);
      else if (own.starts_with("rss:")) own.remove_prefix(4);
      if (elements_[i].parent == parent && own == name) out.push_back(&elements_[i]);
    }
    return out;
  }
  // The first of that name that has text.
  const XmlElement* text(std::string_view name, size_t parent = 0) const {
    for (const XmlElement* element : all(name, parent)) {
      if (!trim(element->text.text()).empty()) return element;
    }
    return nullptr;
  }
  std::string line(std::string_view name, size_t parent = 0) const {
    const XmlElement* element = text(name, parent);
    return element == nullptr ? "" : plain_line(without_markup(element->text.text()));
  }
  size_t index(const XmlElement* element) const { return static_cast<size_t>(element - elements_.data()); }

 private:
  const std::vector<XmlElement>& elements_;
};

// Whether a text is HTML rather than plain words: a tag or a reference is in it.
bool is_markup(std::string_view text) {
  for (size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    size_t end = at + 1;
    while (end < text.size() && end - at < 32 && (is_ascii_alpha(text[end]) || is_ascii_digit(text[end]) || text[end] == '#')) ++end;
    const char after = end < text.size() ? text[end] : ' ';
    if (text[at] == '<' ? end > at + 1 || after == '/' : end > at + 1 && after == ';') return true;
  }
  return false;
}

std::vector<BodyBlock> plain_paragraphs(const MappedText& text) {
  std::vector<BodyBlock> out;
  const std::string& all = text.text();
  for (size_t at = 0; at < all.size();) {
    const size_t end = std::min(all.find("\n\n", at), all.size());
    MappedText part;
    part.append_slice(text, at, end);
    MappedText block = collapse_spaces(clean_characters(part, true));
    if (!block.empty()) out.push_back({std::move(block), BlockKind::kParagraph});
    at = end + 2;
  }
  return out;
}

// What the software of a site adds below each text.
bool is_feed_furniture(std::string_view text) {
  return (text.starts_with("The post ") && text.find(" appeared first on ") != std::string_view::npos) ||
         (text.starts_with("This entry was originally published ") && text.size() < 200);
}

std::vector<BodyBlock> read_content(const XmlElement& element, std::string_view xml) {
  std::vector<BodyBlock> out;
  if (element.attribute("type") == "xhtml") {
    out = read_html_fragment(MappedText::identity(xml.substr(element.begin, element.end - element.begin), element.begin));
  } else if (is_markup(element.text.text())) {
    out = read_html_fragment(element.text);
  } else {
    out = plain_paragraphs(element.text);
  }
  std::erase_if(out, [](const BodyBlock& block) { return is_feed_furniture(block.text.text()); });
  return out;
}

std::optional<Date> read_date(std::string_view text) {
  if (const auto iso = parse_iso_date(trim(text))) return iso;
  const auto found = find_date(text);
  return found ? std::optional(found->date) : std::nullopt;
}

// "ana@herald.example (Ana Ruiz)" -> "Ana Ruiz" (RSS 2.0's author is an address).
std::string author_name(std::string text) {
  const size_t open = text.find('('), close = text.rfind(')');
  if (text.find('@') != std::string::npos && open != std::string::npos && close > open) return text.substr(open + 1, close - open - 1);
  return text.find('@') == std::string::npos ? text : "";
}

void read_authors(const Children& children, ArticleParts& parts) {
  std::vector<std::string> names;
  for (const XmlElement* creator : children.all("dc:creator")) names.push_back(plain_line(creator->text.text()));
  for (const XmlElement* author : children.all("author")) {
    const std::string name = children.line("name", children.index(author));
    names.push_back(name.empty() ? author_name(plain_line(author->text.text())) : name);
  }
  for (const std::string& name : names) {
    std::vector<std::string> split = split_names(starts_ignoring_case(name, "by ") ? name.substr(3) : name);
    if (split.empty() && !name.empty() && name.size() < 60) split = {name};
    for (std::string& one : split) {
      const Metadatum author{std::move(one), "feed"};
      if (std::find(parts.authors.begin(), parts.authors.end(), author) == parts.authors.end()) parts.authors.push_back(author);
    }
  }
}

std::string read_link(const Children& children) {
  if (const std::string original = children.line("feedburner:origlink"); !original.empty()) return original;
  for (const XmlElement* link : children.all("link")) {
    const std::string_view rel = link->attribute("rel"), href = link->attribute("href");
    if (!href.empty() && (rel.empty() || rel == "alternate")) return std::string(href);
    if (std::string text = plain_line(link->text.text()); !text.empty()) return text;
  }
  std::string guid = children.line("guid");
  return guid.starts_with("http") ? guid : "";
}

}  // namespace

bool looks_like_feed(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = trim(bytes.substr(0, 8192));
  if (!bytes.starts_with('<')) return false;
  Tags tags(bytes);
  for (size_t at = tags.next(0); at != std::string_view::npos; at = tags.next(at + 1)) {
    if (at + 1 < bytes.size() && (bytes[at + 1] == '?' || bytes[at + 1] == '!')) continue;
    return opens(bytes, at, kFeeds);
  }
  return false;
}

Result<std::unique_ptr<ItemStream>> open_feed(Item item, const IngestLimits& limits) {
  if (item.rest) {
    if (auto got = read_at_least(*item.rest, item.bytes, limits.file_bytes + 1); !got) return got.error();
  }
  if (item.bytes.size() > limits.file_bytes)
    return Error{ErrorCode::kBadArticle, "larger than " + size_text(limits.file_bytes) + " (--limit file=SIZE)", item.path};
  Decoded decoded = decode_bytes(item.bytes, true, item.hints.charset);
  auto out = std::make_unique<FeedItems>(item.path, std::move(decoded.text).take_text(), decoded.note);
  if (out->empty()) return Error{ErrorCode::kBadArticle, "a feed without an item", item.path};
  return std::unique_ptr<ItemStream>(std::move(out));
}

Result<ArticleParts> read_feed_item(std::string_view xml) {
  const auto elements = read_xml(xml);
  if (!elements) return elements.error();
  const Children children(*elements);
  ArticleParts parts;
  for (const std::string_view name : {"content:encoded", "content", "description", "summary"}) {
    for (const XmlElement* element : children.all(name)) {
      if (parts.blocks.empty()) parts.blocks = read_content(*element, xml);
    }
  }
  if (parts.blocks.empty()) return Error{ErrorCode::kBadArticle, "the item has no text", ""};
  const std::string& last = parts.blocks.back().text.text();
  if (last.ends_with("...") || last.ends_with("\xE2\x80\xA6") || last.ends_with("[\xE2\x80\xA6]") || last.ends_with("[...]"))
    parts.note = "the feed has the beginning of the text alone";
  if (std::string title = children.line("title"); !title.empty()) parts.title = {std::move(title), "feed"};
  for (const std::string_view name : {"pubdate", "published", "dc:date", "issued", "dcterms:issued", "updated", "date"}) {
    if (!parts.published) parts.published = read_date(children.line(name));
  }
  if (parts.published) parts.published_how = "feed";
  read_authors(children, parts);
  parts.url = read_link(children);
  for (const XmlElement* source : children.all("source")) {
    std::string name = plain_line(source->text.text());
    if (name.empty()) name = children.line("title", children.index(source));
    if (!name.empty()) parts.outlet = {std::move(name), "feed"};
  }
  if (const auto categories = children.all("category"); !categories.empty()) {
    const std::string_view term = categories.front()->attribute("term");
    parts.section = plain_line(term.empty() ? categories.front()->text.text() : term);
  }
  return parts;
}

}  // namespace annalist
