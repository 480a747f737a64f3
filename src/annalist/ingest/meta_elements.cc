#include "annalist/ingest/meta_elements.h"

#include <simdjson.h>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/metadata_fields.h"
#include "annalist/ingest/metadata_values.h"
#include "annalist/ingest/page_title.h"
#include "annalist/ingest/plain_line.h"

namespace annalist {
namespace {

constexpr std::string_view kTitles[] = {"og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "citation_title"};
constexpr std::string_view kAuthors[] = {"author", "article:author", "dc.creator", "parsely-author", "sailthru.author",
                                         "byl",    "article.author", "authors",    "citation_author"};
constexpr std::string_view kOutlets[] = {
    "og:site_name", "application-name", "dc.publisher", "citation_journal_title", "sourcename", "publisher", "apple-mobile-web-app-title"};
constexpr std::string_view kDates[] = {"article:published_time",
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
                                       "dcsext.articlefirstpublished"};

// In small letters, and Dublin Core's names in one form: "DCTERMS.created", "dc:created" -> "dc.created".
std::string plain_name(std::string_view name) {
  std::string out = ascii_lower(name);
  for (const std::string_view prefix : {"dcterms.", "dcterms:", "dc:"}) {
    if (out.starts_with(prefix)) return "dc." + out.substr(prefix.size());
  }
  return out;
}

}  // namespace

void MetaElements::add(const HtmlPage& page, uint32_t node) {
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string_view name = page.attribute(node, key);
    if (!name.empty()) metas_.push_back({plain_name(name), page.attribute(node, "content")});
  }
}

std::string_view MetaElements::value_of(std::string_view name) const {
  for (const Meta& meta : metas_) {
    if (meta.name == name && !trim(meta.content).empty()) return meta.content;
  }
  return {};
}

void MetaElements::fill_authors_from(std::string_view name, PageMetadata& to) const {
  const bool library = name == "dc.creator" || name == "citation_author";
  std::vector<std::string> values;
  for (const Meta& meta : metas_) {
    if (meta.name == name && !trim(meta.content).empty())
      values.push_back(library ? upright_name(meta.content) : std::string(meta.content));
  }
  fill_authors(values, name == "author" ? "meta author" : std::string(name), to);
}

void MetaElements::fill(PageMetadata& to) const {
  for (const std::string_view name : kTitles) {
    const std::string title = plain_line(value_of(name));
    fill_title(name.ends_with(":title") ? split_title(title).title : title, std::string(name), to);
  }
  for (const std::string_view name : kAuthors) fill_authors_from(name, to);
  // Open Graph's companion for previews: a label and its value, in two elements.
  for (const std::string number : {"1", "2"}) {
    const std::string label = ascii_lower(trim(value_of("twitter:label" + number)));
    if (label == "written by" || label == "by" || label == "author")
      fill_authors({std::string(value_of("twitter:data" + number))}, "twitter:data" + number, to);
  }
  fill_from_parsely_page(to);
  for (const std::string_view name : kOutlets) {
    if (!value_of(name).empty()) fill_outlet(outlet_name(value_of(name)), std::string(name), to);
  }
  for (const std::string_view name : kDates) {
    if (!value_of(name).empty()) fill_date(std::string(value_of(name)), "meta " + std::string(name), to);
  }
  if (to.section.empty()) to.section = plain_line(value_of("article:section"));
  if (to.url.empty()) to.url = value_of("og:url");
}

// Parse.ly's older form: all in one JSON object.
void MetaElements::fill_from_parsely_page(PageMetadata& to) const {
  const std::string_view json = value_of("parsely-page");
  simdjson::dom::parser parser;
  simdjson::dom::object page;
  if (json.empty() || parser.parse(std::string(json)).get_object().get(page) != simdjson::SUCCESS) return;
  const auto value = [&](std::string_view key) {
    std::string_view text;
    return page[key].get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
  };
  fill_title(value("title"), "parsely-page", to);
  fill_authors({value("author")}, "parsely-page", to);
  fill_date(value("pub_date"), "parsely-page", to);
}

}  // namespace annalist
