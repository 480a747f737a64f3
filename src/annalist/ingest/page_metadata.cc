#include "annalist/ingest/page_metadata.h"

#include <simdjson.h>

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/json_ld.h"
#include "annalist/ingest/metadata_values.h"
#include "annalist/ingest/page_marks.h"
#include "annalist/ingest/page_title.h"
#include "annalist/ingest/plain_line.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

class MetadataReader {
 public:
  MetadataReader(const HtmlPage& page, const PageText& text, const std::vector<std::string>& json_ld)
      : page_(page), text_(text), json_ld_(json_ld) {}

  PageMetadata run() {
    collect();
    from_json_ld();
    from_meta();
    std::vector<Metadatum> house;
    if (only_outlet(out_.authors)) house.swap(out_.authors);
    from_elements();
    from_units();
    from_marks();
    from_end();
    if (out_.authors.empty()) out_.authors = std::move(house);
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
        case GUMBO_TAG_H1: add(i, h1_); break;
        case GUMBO_TAG_TIME: add(i, times_); break;
        case GUMBO_TAG_LINK:
          if (equal_ignoring_case(page_.attribute(i, "rel"), "canonical")) out_.url = page_.attribute(i, "href");
          break;
        case GUMBO_TAG_HTML: out_.language = ascii_lower(page_.attribute(i, "lang")); break;
        default: break;
      }
      if (!nodes[i].is_text) add_microdata(i);
    }
  }

  // Only the first of each sort are looked at: a page about one article has no more.
  static void add(uint32_t node, std::vector<uint32_t>& to) {
    if (to.size() < 100) to.push_back(node);
  }

  void add_meta(uint32_t node) {
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string_view name = page_.attribute(node, key);
      if (!name.empty()) metas_.push_back({plain_name(name), page_.attribute(node, "content")});
    }
  }

  // In small letters, and Dublin Core's names in one form: "DCTERMS.created", "dc:created" -> "dc.created".
  static std::string plain_name(std::string_view name) {
    std::string out = ascii_lower(name);
    for (const std::string_view prefix : {"dcterms.", "dcterms:", "dc:"}) {
      if (out.starts_with(prefix)) return "dc." + out.substr(prefix.size());
    }
    return out;
  }

  void add_microdata(uint32_t node) {
    if (page_.nodes()[node].tag == GUMBO_TAG_META) return;
    std::string_view property = page_.attribute(node, "itemprop");
    if (property.empty()) {  // RDFa: with the vocabulary's prefix
      property = page_.attribute(node, "property");
      property.remove_prefix(std::min(property.size(), property.find(':') + 1));
    }
    if (property == "datePublished") {
      set_date(said_date(page_, node), "microdata", micro_date_);
    } else if (property == "author" || page_.attribute(node, "rel") == "author") {
      add(node, author_nodes_);
    } else if (property == "publisher" && publisher_.empty()) {
      publisher_ = item_name(page_, node);
    }
  }

  struct Dated {
    std::optional<Date> date;
    std::string how;
  };
  static void set_date(const std::string& value, std::string how, Dated& to) {
    if (to.date) return;
    to.date = read_metadata_date(value);
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
      line = without_label(line);
      std::vector<std::string> split = split_names(line);
      if (split.empty() && line.size() < 60) split = {line};
      std::erase_if(split, is_account);
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
      if (out_.outlet.value.empty() && !article->publisher.empty()) out_.outlet = {outlet_name(article->publisher), "json-ld"};
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
    for (const std::string_view name : {"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "citation_title"}) {
      if (!meta(name).empty())
        set_title(name.ends_with(":title") ? split_title(plain_line(meta(name))).title : plain_line(meta(name)), std::string(name));
    }
    for (const std::string_view name : {"author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
                                        "article.author", "authors", "citation_author"}) {
      const bool library = name == "dc.creator" || name == "citation_author";
      std::vector<std::string> values;
      for (const Meta& m : metas_) {
        if (m.name == name && !trim(m.content).empty()) values.push_back(library ? upright_name(m.content) : std::string(m.content));
      }
      set_authors(values, name == "author" ? "meta author" : std::string(name));
    }
    // Open Graph's companion for previews: a label and its value, in two elements.
    for (const std::string number : {"1", "2"}) {
      const std::string label = ascii_lower(trim(meta("twitter:label" + number)));
      if (label == "written by" || label == "by" || label == "author")
        set_authors({std::string(meta("twitter:data" + number))}, "twitter:data" + number);
    }
    from_parsely_page();
    for (const std::string_view name : {"og:site_name", "application-name", "dc.publisher", "citation_journal_title", "sourcename",
                                        "publisher", "apple-mobile-web-app-title"}) {
      if (out_.outlet.value.empty() && !meta(name).empty()) out_.outlet = {outlet_name(meta(name)), std::string(name)};
    }
    for (const std::string_view name : {"article:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "og:published_time",
                                        "article:published",
                                        "dc.date.issued",
                                        "dc.issued",
                                        "dc.date.created",
                                        "dc.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish_date",
                                        "publish-date",
                                        "published_time",
                                        "publishedtime",
                                        "published-date",
                                        "published_date",
                                        "publication_date",
                                        "article:publish_date",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "date",
                                        "citation_publication_date",
                                        "citation_date",
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

  // Parse.ly's older form: all in one JSON object.
  void from_parsely_page() {
    const std::string_view json = meta("parsely-page");
    simdjson::dom::parser parser;
    simdjson::dom::object page;
    if (json.empty() || parser.parse(std::string(json)).get_object().get(page) != simdjson::SUCCESS) return;
    const auto value = [&](std::string_view key) {
      std::string_view text;
      return page[key].get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
    };
    set_title(value("title"), "parsely-page");
    set_authors({value("author")}, "parsely-page");
    set_date(value("pub_date"), "parsely-page", date_);
  }

  void from_elements() {
    if (!date_.date && micro_date_.date) date_ = micro_date_;
    std::vector<std::string> names;
    for (const uint32_t node : author_nodes_) names.push_back(page_.text_of(node));
    set_authors(names, "microdata");
    if (out_.outlet.value.empty() && !publisher_.empty()) out_.outlet = {publisher_, "microdata"};
    // The first <time> that says a day; one marked as an update, or of another article, only when there is no other.
    for (const int rank : {0, 1, 2}) {
      for (const uint32_t node : times_) {
        if (is_aside(page_, node) ? rank != 2 : is_update(node) != (rank == 1)) continue;
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
      if (unit.words > 40) continue;
      for (const std::string& line : lines_of(page_, unit)) from_line(line, after_heading);
    }
  }

  void from_line(const std::string& text, bool after_heading) {
    if (count_words(text) > 25) return;
    const Byline byline = read_byline(text);
    if (byline.marked && (after_heading || h1_.empty())) set_authors(byline.authors, "byline");
    const bool below_byline = h1_.empty() && !out_.authors.empty() && out_.authors.front().how == "byline";
    const auto line = read_date_line(text);
    if (line && !line->update && !date_.date && (line->labelled || after_heading || below_byline)) date_ = {line->date, "date line"};
    const auto found = find_date(text);
    if (!found) return;
    if (byline.marked && !date_.date) date_ = {found->date, "byline"};
    // "Ana Ruiz and Tom Berg | 2 March 2021"; one name alone may be a section's.
    if (!after_heading || byline.marked || !out_.authors.empty()) return;
    const std::vector<std::string> names = split_names(std::string_view(text).substr(0, found->words.begin));
    if (names.size() < 2 || !std::all_of(names.begin(), names.end(), [](const std::string& n) { return count_words(n) >= 2; })) return;
    set_authors(names, "byline");
    if (!date_.date) date_ = {found->date, "date line"};
  }

  // Elements that the page's classes name, where nothing else has told.
  void from_marks() {
    if (!out_.authors.empty() && date_.date) return;
    const PageMarks marks = find_page_marks(page_, text_);
    std::vector<std::string> names;
    for (const uint32_t node : marks.authors) {
      const std::string line = plain_line(text_in_parts(page_, node));
      const Byline byline = read_byline(line);
      for (const std::string& name : byline.authors) {
        if (count_words(name) >= 2) names.push_back(name);
      }
      if (!names.empty() && byline.marked) break;
    }
    if (names.size() <= 4) set_authors(names, "byline");  // more are a list of writers
    for (const uint32_t node : marks.dates) {
      if (!date_.date) set_date(said_date(page_, node), "date line", date_);
    }
  }

  // What stands below the text, where nothing above it has told: "(Reporting by Ana Ruiz; Editing by Tom Berg)", "First published on ...".
  void from_end() {
    std::optional<Date> labelled;
    bool several = false;
    for (const PageUnit& unit : text_.units) {
      if (unit.words > 40) continue;
      std::string_view line = unit.text;
      if (line.starts_with('(')) line = line.substr(1, line.find(')') - 1);
      for (const std::string_view label : {"reporting by ", "posted by ", "written by "}) {
        if (starts_ignoring_case(line, label)) set_authors(read_byline(line).authors, "byline");
      }
      const auto date = read_date_line(unit.text);
      if (!date || !date->labelled) continue;
      several = several || (labelled && labelled != date->date);
      labelled = date->date;
    }
    if (labelled && !several && !date_.date) date_ = {labelled, "date line"};
  }

  // The <title>, without the site's name where that is known, or where a heading of the page has the rest.
  SplitTitle split_page_title() const {
    SplitTitle split = split_title(title_);
    if (!split.site.empty()) return split;
    if (const std::string& site = out_.outlet.value; !site.empty() && starts_ignoring_case(title_, site)) {
      const std::string_view rest = trim(std::string_view(title_).substr(site.size()));
      for (const std::string_view mark : {":", "|", "-", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xBB"}) {
        if (rest.starts_with(mark) && count_words(rest.substr(mark.size())) >= 2)
          return {std::string(trim(rest.substr(mark.size()))), site};
      }
    }
    for (const uint32_t node : h1_) {
      SplitTitle by_heading = split_title_by(title_, plain_line(page_.text_of(node)));
      if (!by_heading.site.empty()) return by_heading;
    }
    return split;
  }

  // Whether these are but the outlet's own name, which says nothing of who wrote.
  bool only_outlet(const std::vector<Metadatum>& authors) const {
    return !authors.empty() &&
           std::all_of(authors.begin(), authors.end(), [&](const Metadatum& a) { return same_words(a.value, out_.outlet.value); });
  }

  void finish() {
    std::string heading;
    const SplitTitle split = split_page_title();
    for (const uint32_t node : h1_) {
      heading = plain_line(page_.text_of(node));
      if (same_words(heading, out_.outlet.value) || same_words(heading, split.site)) heading.clear();  // the masthead
      if (count_words(heading) >= 3) break;
    }
    set_title(heading, "h1");
    set_title(split.title, "title element");
    // The page's own heading is the headline as readers see it, when the social title is a rewrite of it with
    // the site's name.
    if (out_.title.how != "h1" && !heading.empty() && out_.title.value != heading && out_.title.value.starts_with(heading) &&
        count_words(heading) >= 3)
      out_.title = {heading, "h1"};
    // A name of the site that is the article's title is none; a title that is the site's name gives way to another.
    if (!out_.outlet.value.empty() && same_words(out_.title.value, out_.outlet.value)) {
      const Metadatum other{heading.empty() ? split.title : heading, heading.empty() ? "title element" : "h1"};
      if (other.value.empty() || same_words(other.value, out_.title.value)) out_.outlet = {};
      else out_.title = other;
    }
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
  std::string publisher_;
  std::string title_;
  Dated date_, micro_date_;
};

}  // namespace

PageMetadata read_page_metadata(const HtmlPage& page, const PageText& text, const std::vector<std::string>& json_ld) {
  return MetadataReader(page, text, json_ld).run();
}

}  // namespace annalist
