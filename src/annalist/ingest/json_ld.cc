#include "annalist/ingest/json_ld.h"

#include <simdjson.h>

#include <algorithm>

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

// Names in a value that is a string, an object with a name, or a list of such.
void add_names(const element& value, std::vector<std::string>& out) {
  std::string_view text;
  object thing;
  array list;
  if (value.get_string().get(text) == simdjson::SUCCESS) {
    out.emplace_back(text);
  } else if (value.get_object().get(thing) == simdjson::SUCCESS) {
    if (std::string name = string_of(thing, "name"); !name.empty()) out.push_back(std::move(name));
  } else if (value.get_array().get(list) == simdjson::SUCCESS) {
    for (const element item : list) {
      if (item.get_string().get(text) == simdjson::SUCCESS) out.emplace_back(text);
      else if (item.get_object().get(thing) == simdjson::SUCCESS && !string_of(thing, "name").empty())
        out.push_back(string_of(thing, "name"));
    }
  }
}

std::vector<std::string> names_of(const object& from, std::string_view key) {
  std::vector<std::string> out;
  element value;
  if (from[key].get(value) == simdjson::SUCCESS) add_names(value, out);
  return out;
}

JsonLdArticle read_article(const object& from, std::string type) {
  JsonLdArticle out;
  out.type = std::move(type);
  out.headline = string_of(from, "headline");
  if (out.headline.empty()) out.headline = string_of(from, "name");
  out.authors = names_of(from, "author");
  if (const auto names = names_of(from, "publisher"); !names.empty()) out.publisher = names.front();
  out.published = string_of(from, "datePublished");
  if (out.published.empty()) out.published = string_of(from, "dateCreated");
  if (const auto sections = names_of(from, "articleSection"); !sections.empty()) out.section = sections.front();
  out.body = string_of(from, "articleBody");
  out.url = string_of(from, "url");
  if (out.url.empty()) out.url = string_of(from, "mainEntityOfPage");
  return out;
}

}  // namespace

std::optional<JsonLdArticle> read_json_ld(std::string_view script) {
  std::string json(script);  // raw line ends inside strings are common and no JSON
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  const size_t begin = json.find_first_of("{[");
  if (begin == std::string::npos) return std::nullopt;
  json.erase(0, begin);
  while (!json.empty() && (json.back() == ' ' || json.back() == ';')) json.pop_back();
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return std::nullopt;
  std::vector<element> open{root};
  for (size_t seen = 0; seen < open.size() && seen < 2000; ++seen) {
    object thing;
    array list;
    if (open[seen].get_array().get(list) == simdjson::SUCCESS) {
      for (const element item : list) open.push_back(item);
    } else if (open[seen].get_object().get(thing) == simdjson::SUCCESS) {
      if (std::string type = article_type(thing); !type.empty()) return read_article(thing, std::move(type));
      for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        element inner;
        if (thing[key].get(inner) == simdjson::SUCCESS) open.push_back(inner);
      }
    }
  }
  return std::nullopt;
}

}  // namespace annalist
