#include "annalist/ingest/page_metadata.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline_lines.h"
#include "annalist/ingest/json_ld.h"
#include "annalist/ingest/meta_elements.h"
#include "annalist/ingest/metadata_fields.h"
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
    metas_.fill(out_);
    std::vector<Metadatum> house;
    if (only_outlet(out_.authors)) house.swap(out_.authors);
    from_elements();
    fill_from_lines(page_, text_, !h1_.empty(), out_);
    if (out_.authors.empty()) out_.authors = std::move(house);
    finish();
    return std::move(out_);
  }

 private:
  void collect() {
    const auto& nodes = page_.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      switch (nodes[i].tag) {
        case GUMBO_TAG_META: metas_.add(page_, i); break;
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

  void add_microdata(uint32_t node) {
    if (page_.nodes()[node].tag == GUMBO_TAG_META) return;
    std::string_view property = page_.attribute(node, "itemprop");
    if (property.empty()) {  // RDFa: with the vocabulary's prefix
      property = page_.attribute(node, "property");
      property.remove_prefix(std::min(property.size(), property.find(':') + 1));
    }
    if (property == "datePublished") {
      if (!micro_date_) micro_date_ = read_metadata_date(said_date(page_, node));
    } else if (property == "author" || page_.attribute(node, "rel") == "author") {
      add(node, author_nodes_);
    } else if (property == "publisher" && publisher_.empty()) {
      publisher_ = item_name(page_, node);
    }
  }

  void from_json_ld() {
    for (const std::string& script : json_ld_) {
      const auto article = read_json_ld(script);
      if (!article) continue;
      fill_title(article->headline, "json-ld", out_);
      fill_authors(article->authors, "json-ld", out_);
      if (!article->publisher.empty()) fill_outlet(outlet_name(article->publisher), "json-ld", out_);
      fill_date(article->published, "json-ld", out_);
      if (out_.section.empty()) out_.section = article->section + " " + article->type;
      if (out_.article_body.empty()) out_.article_body = without_markup(article->body);
      if (out_.url.empty()) out_.url = article->url;
    }
  }

  void from_elements() {
    if (micro_date_) fill_date(*micro_date_, "microdata", out_);
    std::vector<std::string> names;
    for (const uint32_t node : author_nodes_) names.push_back(page_.text_of(node));
    fill_authors(names, "microdata", out_);
    fill_outlet(publisher_, "microdata", out_);
    // The first <time> that says a day; one marked as an update, or of another article, only when there is no other.
    for (const int rank : {0, 1, 2}) {
      for (const uint32_t node : times_) {
        if (is_aside(page_, node) ? rank != 2 : is_update(node) != (rank == 1)) continue;
        const std::string_view value = page_.attribute(node, "datetime");
        fill_date(value.empty() ? page_.text_of(node) : std::string(value), "time element", out_);
      }
    }
  }

  bool is_update(uint32_t node) const {
    const std::string names =
        ascii_lower(std::string(page_.attribute(node, "class")) + " " + std::string(page_.attribute(node, "itemprop")));
    return names.find("updat") != std::string::npos || names.find("modif") != std::string::npos;
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
    fill_title(heading, "h1", out_);
    fill_title(split.title, "title element", out_);
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
    if (const auto date = date_in_url(out_.url)) fill_date(*date, "url", out_);
    std::erase_if(out_.authors,
                  [&](const Metadatum& author) { return same_words(author.value, out_.outlet.value) && out_.authors.size() > 1; });
  }

  const HtmlPage& page_;
  const PageText& text_;
  const std::vector<std::string>& json_ld_;
  PageMetadata out_;
  MetaElements metas_;
  std::vector<uint32_t> times_, author_nodes_, h1_;
  std::string publisher_;
  std::string title_;
  std::optional<Date> micro_date_;
};

}  // namespace

PageMetadata read_page_metadata(const HtmlPage& page, const PageText& text, const std::vector<std::string>& json_ld) {
  return MetadataReader(page, text, json_ld).run();
}

}  // namespace annalist
