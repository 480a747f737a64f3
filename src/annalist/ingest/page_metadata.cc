#include "annalist/ingest/page_metadata.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/json_ld.h"
#include "annalist/ingest/plain_line.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

std::optional<Date> read_date(std::string_view value) {
  if (const auto iso = parse_iso_date(trim(value))) return iso;
  if (const auto found = find_date(value)) return found->date;
  return std::nullopt;
}

class MetadataReader {
 public:
  MetadataReader(const HtmlPage& page, const PageText& text, const std::vector<std::string>& json_ld)
      : page_(page), text_(text), json_ld_(json_ld) {}

  PageMetadata run() {
    collect();
    from_json_ld();
    from_meta();
    from_elements();
    from_units();
    finish();
    return std::move(out_);
  }

 private:
  struct Meta {
    std::string name;  // lower case
    std::string_view content;
  };

  void collect() {
    const auto& nodes = page_.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      switch (nodes[i].tag) {
        case GUMBO_TAG_META: add_meta(i); break;
        case GUMBO_TAG_TITLE:
          if (title_.empty()) title_ = plain_line(page_.text_of(i));
          break;
        case GUMBO_TAG_H1: h1_.push_back(i); break;
        case GUMBO_TAG_TIME: times_.push_back(i); break;
        case GUMBO_TAG_LINK:
          if (equal_ignoring_case(page_.attribute(i, "rel"), "canonical")) out_.url = page_.attribute(i, "href");
          break;
        case GUMBO_TAG_HTML: out_.language = ascii_lower(page_.attribute(i, "lang")); break;
        default: break;
      }
      if (!nodes[i].is_text) add_microdata(i);
    }
  }

  void add_meta(uint32_t node) {
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string_view name = page_.attribute(node, key);
      if (!name.empty()) metas_.push_back({ascii_lower(name), page_.attribute(node, "content")});
    }
  }

  void add_microdata(uint32_t node) {
    if (page_.nodes()[node].tag == GUMBO_TAG_META) return;
    const std::string_view property = page_.attribute(node, "itemprop");
    if (property == "datePublished") {
      std::string_view value = page_.attribute(node, "datetime");
      if (value.empty()) value = page_.attribute(node, "content");
      set_date(value.empty() ? page_.text_of(node) : std::string(value), "microdata", micro_date_);
    } else if (property == "author" || page_.attribute(node, "rel") == "author") {
      author_nodes_.push_back(node);
    }
  }

  struct Dated {
    std::optional<Date> date;
    std::string how;
  };
  static void set_date(const std::string& value, std::string how, Dated& to) {
    if (to.date) return;
    to.date = read_date(value);
    if (to.date) to.how = std::move(how);
  }

  void set_title(std::string_view value, std::string how) {
    std::string line = plain_line(value);
    if (out_.title.value.empty() && !line.empty()) out_.title = {std::move(line), std::move(how)};
  }

  void set_authors(const std::vector<std::string>& names, const std::string& how) {
    if (!out_.authors.empty()) return;
    for (const std::string& value : names) {
      std::string line = plain_line(value);
      if (line.empty() || line.find("http") != std::string::npos || line.find('@') != std::string::npos) continue;
      if (starts_ignoring_case(line, "by ")) line.erase(0, 3);
      std::vector<std::string> split = split_names(line);
      if (split.empty() && line.size() < 60) split = {line};
      for (std::string& name : split) {
        const bool known =
            std::any_of(out_.authors.begin(), out_.authors.end(), [&](const Metadatum& a) { return same_words(a.value, name); });
        if (!known) out_.authors.push_back({std::move(name), how});
      }
    }
  }

  void from_json_ld() {
    for (const std::string& script : json_ld_) {
      const auto article = read_json_ld(script);
      if (!article) continue;
      set_title(article->headline, "json-ld");
      set_authors(article->authors, "json-ld");
      if (out_.outlet.value.empty() && !article->publisher.empty()) out_.outlet = {plain_line(article->publisher), "json-ld"};
      set_date(article->published, "json-ld", date_);
      if (out_.section.empty()) out_.section = article->section + " " + article->type;
      if (out_.article_body.empty()) out_.article_body = without_markup(article->body);
      if (out_.url.empty()) out_.url = article->url;
    }
  }

  std::string_view meta(std::string_view name) const {
    for (const Meta& m : metas_) {
      if (m.name == name && !trim(m.content).empty()) return m.content;
    }
    return {};
  }

  void from_meta() {
    for (const std::string_view name : {"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"}) {
      if (!meta(name).empty())
        set_title(name.ends_with(":title") ? split_title(plain_line(meta(name))).title : plain_line(meta(name)), std::string(name));
    }
    for (const std::string_view name :
         {"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author"}) {
      std::vector<std::string> values;
      for (const Meta& m : metas_) {
        if (m.name == name && !trim(m.content).empty()) values.emplace_back(m.content);
      }
      set_authors(values, name == "author" ? "meta author" : std::string(name));
    }
    for (const std::string_view name : {"og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title"}) {
      if (out_.outlet.value.empty() && !meta(name).empty()) out_.outlet = {plain_line(meta(name)), std::string(name)};
    }
    for (const std::string_view name : {"article:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "og:published_time",
                                        "article:published",
                                        "dc.date.issued",
                                        "dcterms.created",
                                        "dcterms.issued",
                                        "dc.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish_date",
                                        "publish-date",
                                        "published_time",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "date",
                                        "citation_publication_date",
                                        "article.published",
                                        "article_date_original",
                                        "cxenseparse:recs:publishtime",
                                        "originalpublicationdate",
                                        "dc.created",
                                        "dcsext.articlefirstpublished"}) {
      if (!meta(name).empty()) set_date(std::string(meta(name)), "meta " + std::string(name), date_);
    }
    if (out_.section.empty()) out_.section = plain_line(meta("article:section"));
    if (out_.url.empty()) out_.url = meta("og:url");
  }

  void from_elements() {
    if (!date_.date && micro_date_.date) date_ = micro_date_;
    std::vector<std::string> names;
    for (const uint32_t node : author_nodes_) names.push_back(page_.text_of(node));
    set_authors(names, "microdata");
    // The first <time> that says a day; one marked as an update only when there is no other.
    for (const bool updates : {false, true}) {
      for (const uint32_t node : times_) {
        if (is_update(node) != updates) continue;
        const std::string_view value = page_.attribute(node, "datetime");
        set_date(value.empty() ? page_.text_of(node) : std::string(value), "time element", date_);
      }
    }
  }

  bool is_update(uint32_t node) const {
    const std::string names =
        ascii_lower(std::string(page_.attribute(node, "class")) + " " + std::string(page_.attribute(node, "itemprop")));
    return names.find("updat") != std::string::npos || names.find("modif") != std::string::npos;
  }

  // Bylines and date lines near the top of the page's text, after its main heading.
  void from_units() {
    size_t seen = 0, good = 0;
    bool after_heading = false;
    for (const PageUnit& unit : text_.units) {
      if (++seen > 400 || good > 2) break;
      after_heading = after_heading || (unit.kind == BlockKind::kHeading && page_.nodes()[unit.block].tag == GUMBO_TAG_H1);
      good += after_heading && unit.is_good() ? 1U : 0U;
      if (unit.words > 25) continue;
      const Byline byline = read_byline(unit.text);
      if (byline.marked && (after_heading || h1_.empty())) set_authors(byline.authors, "byline");
      const auto line = read_date_line(unit.text);
      if (line && !line->update && !date_.date && (line->labelled || after_heading)) date_ = {line->date, "date line"};
      if (byline.marked && !date_.date) {
        if (const auto found = find_date(unit.text)) date_ = {found->date, "byline"};
      }
    }
  }

  void finish() {
    std::string heading;
    for (const uint32_t node : h1_) {
      heading = plain_line(page_.text_of(node));
      if (count_words(heading) >= 3) break;
    }
    const SplitTitle split = split_title(title_);
    set_title(heading, "h1");
    set_title(split.title, "title element");
    // The page's own heading is the headline as readers see it, when the social title is a rewrite of it with
    // the site's name.
    if (out_.title.how != "h1" && !heading.empty() && out_.title.value != heading && out_.title.value.starts_with(heading) &&
        count_words(heading) >= 3)
      out_.title = {heading, "h1"};
    if (out_.outlet.value.empty() && !split.site.empty()) out_.outlet = {split.site, "title element"};
    if (!date_.date) {
      date_.date = date_in_url(out_.url);
      if (date_.date) date_.how = "url";
    }
    out_.published = date_.date;
    out_.published_how = date_.how;
    std::erase_if(out_.authors,
                  [&](const Metadatum& author) { return same_words(author.value, out_.outlet.value) && out_.authors.size() > 1; });
  }

  const HtmlPage& page_;
  const PageText& text_;
  const std::vector<std::string>& json_ld_;
  PageMetadata out_;
  std::vector<Meta> metas_;
  std::vector<uint32_t> times_, author_nodes_, h1_;
  std::string title_;
  Dated date_, micro_date_;
};

}  // namespace

SplitTitle split_title(std::string_view title) {
  for (const std::string_view mark :
       {" | ", " \xC2\xBB ", " \xE2\x80\x94 ", " \xE2\x80\x93 ", " - ", " :: ", " \xE2\x80\xA2 ", " \xC2\xB7 "}) {
    const size_t at = title.rfind(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view head = trim(title.substr(0, at)), site = trim(title.substr(at + mark.size()));
    // A site's name is short, and the headline is not.
    if (count_words(site) <= 4 && count_words(head) >= 3 && count_words(head) > count_words(site))
      return {mark == std::string_view(" | ") ? split_title(head).title : std::string(head), std::string(site)};
  }
  return {std::string(title), ""};
}

PageMetadata read_page_metadata(const HtmlPage& page, const PageText& text, const std::vector<std::string>& json_ld) {
  return MetadataReader(page, text, json_ld).run();
}

}  // namespace annalist
