#include "annalist/ingest/json_ld.h"

#include <simdjson.h>

#include <unordered_map>
#include <utility>

namespace annalist {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string string_of(const object& from, std::string_view key) {
  std::string_view value;
  if (from[key].get_string().get(value) != simdjson::SUCCESS) return "";
  return std::string(value);
}

// "@type" may be one name or a list; the one that names an article.
std::string article_type(const object& from) {
  std::vector<std::string_view> types;
  element type;
  if (from["@type"].get(type) != simdjson::SUCCESS) return "";
  std::string_view one;
  array many;
  if (type.get_string().get(one) == simdjson::SUCCESS) types.push_back(one);
  if (type.get_array().get(many) == simdjson::SUCCESS) {
    for (const element item : many) {
      if (item.get_string().get(one) == simdjson::SUCCESS) types.push_back(one);
    }
  }
  for (const std::string_view name : types) {
    if (name.ends_with("Article") || name.ends_with("Posting") || name.ends_with("Report")) return std::string(name);
  }
  return "";
}

// Objects of the page by their "@id", as others refer to them.
using Ids = std::unordered_map<std::string_view, object>;

// Names in a value that is a string, an object with a name or a reference to one, or a list of such.
void add_names(const element& value, const Ids& ids, std::vector<std::string>& out) {
  std::string_view text;
  object thing;
  array list;
  if (value.get_string().get(text) == simdjson::SUCCESS) {
    const auto known = ids.find(text);
    if (known == ids.end()) out.emplace_back(text);
    else if (std::string name = string_of(known->second, "name"); !name.empty()) out.push_back(std::move(name));
  } else if (value.get_object().get(thing) == simdjson::SUCCESS) {
    std::string name = string_of(thing, "name");
    if (const auto known = ids.find(string_of(thing, "@id")); name.empty() && known != ids.end()) name = string_of(known->second, "name");
    if (name.empty() && !string_of(thing, "familyName").empty())
      name = string_of(thing, "givenName") + " " + string_of(thing, "familyName");
    if (!name.empty()) out.push_back(std::move(name));
  } else if (value.get_array().get(list) == simdjson::SUCCESS) {
    for (const element item : list) {
      if (!item.is_array()) add_names(item, ids, out);
    }
  }
}

std::vector<std::string> names_of(const object& from, const Ids& ids, std::string_view key) {
  std::vector<std::string> out;
  element value;
  if (from[key].get(value) == simdjson::SUCCESS) add_names(value, ids, out);
  return out;
}

JsonLdArticle read_article(const object& from, const Ids& ids, std::string type) {
  JsonLdArticle out;
  out.type = std::move(type);
  out.headline = string_of(from, "headline");
  if (out.headline.empty()) out.headline = string_of(from, "name");
  out.authors = names_of(from, ids, "author");
  if (out.authors.empty()) out.authors = names_of(from, ids, "creator");
  if (const auto names = names_of(from, ids, "publisher"); !names.empty()) out.publisher = names.front();
  out.published = string_of(from, "datePublished");
  if (out.published.empty()) out.published = string_of(from, "dateCreated");
  if (const auto sections = names_of(from, ids, "articleSection"); !sections.empty()) out.section = sections.front();
  out.body = string_of(from, "articleBody");
  out.url = string_of(from, "url");
  if (out.url.empty()) out.url = string_of(from, "mainEntityOfPage");
  return out;
}

// A script's JSON alone: comments and CDATA marks around it left out, raw line ends made spaces.
std::string json_of(std::string_view script) {
  std::string json(script);
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  for (const std::string_view mark : {"<![CDATA[", "<!--"}) {
    const size_t at = json.find(mark);
    if (at < json.find('{')) json.replace(at, mark.size(), mark.size(), ' ');
  }
  for (const std::string_view mark : {"]]>", "-->"}) {
    const size_t at = json.rfind(mark), last = json.rfind('}');
    if (at != std::string::npos && last != std::string::npos && at > last) json.replace(at, mark.size(), mark.size(), ' ');
  }
  const size_t begin = json.find_first_of("{["), end = json.find_last_of("}]");
  return begin == std::string::npos || end == std::string::npos || end < begin ? "" : json.substr(begin, end + 1 - begin);
}

}  // namespace

std::optional<JsonLdArticle> read_json_ld(std::string_view script) {
  const std::string json = json_of(script);
  simdjson::dom::parser parser;
  element root;
  if (json.empty() || parser.parse(json).get(root) != simdjson::SUCCESS) return std::nullopt;
  std::vector<element> open{root};
  std::optional<std::pair<object, std::string>> article;
  Ids ids;
  for (size_t seen = 0; seen < open.size() && seen < 2000; ++seen) {
    object thing;
    array list;
    if (open[seen].get_array().get(list) == simdjson::SUCCESS) {
      for (const element item : list) open.push_back(item);
    } else if (open[seen].get_object().get(thing) == simdjson::SUCCESS) {
      std::string_view id;
      if (thing["@id"].get_string().get(id) == simdjson::SUCCESS && !string_of(thing, "name").empty()) ids.emplace(id, thing);
      if (std::string type = article_type(thing); !type.empty() && !article) article = {thing, std::move(type)};
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        element inner;
        if (thing[key].get(inner) == simdjson::SUCCESS) open.push_back(inner);
      }
    }
  }
  if (!article) return std::nullopt;
  return read_article(article->first, ids, std::move(article->second));
}

}  // namespace annalist
