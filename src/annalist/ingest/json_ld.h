// schema.org's article in a page's JSON-LD scripts (W3C JSON-LD 1.1, as news sites write it: one object, a
// list, or an @graph).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annalist {

struct JsonLdArticle {
  std::string type;  // "NewsArticle", "OpinionNewsArticle", ...
  std::string headline;
  std::vector<std::string> authors;
  std::string publisher;
  std::string published;  // as written
  std::string section;
  std::string body;
  std::string url;
};

// The first article in a script's text; nullopt when it holds none or is no JSON.
std::optional<JsonLdArticle> read_json_ld(std::string_view script);

}  // namespace annalist
