#include "annalist/ingest/jsonl_article.h"

#include <simdjson.h>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"

namespace annalist {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// Where the value of a member of the outermost object begins. REQUIRES: the line is valid JSON and has the
// member.
size_t find_value(std::string_view line, std::string_view key) {
  int depth = 0;
  bool is_key = false;
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '{' || c == '[') {
      ++depth;
      is_key = depth == 1;
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (c == ',' && depth == 1) {
      is_key = true;
    } else if (c == '"') {
      const size_t begin = at + 1;
      for (++at; at < line.size() && line[at] != '"'; ++at) at += line[at] == '\\' ? 1U : 0U;
      if (!is_key || depth != 1) continue;
      is_key = false;
      if (line.substr(begin, at - begin) != key) continue;
      const size_t colon = line.find(':', at);
      return line.find_first_not_of(" \t\r\n", colon + 1);
    }
  }
  return std::string_view::npos;
}

int hex_unit(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 16 + (is_ascii_digit(c) ? c - '0' : ascii_lower(c) - 'a' + 10);
  return value;
}

char plain_escape(char c) {
  switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b': return '\b';
    case 'f': return '\f';
    default: return c;
  }
}

// The JSON string whose opening quote is at `at`, with the map to the line. REQUIRES: valid JSON
MappedText read_string(std::string_view line, size_t at) {
  MappedText out;
  size_t begin = ++at;
  for (; at < line.size() && line[at] != '"';) {
    if (line[at] != '\\') {
      ++at;
      continue;
    }
    out.append(line.substr(begin, at - begin), begin);
    std::string one;
    size_t used = 2;
    if (line[at + 1] == 'u') {
      auto c = static_cast<char32_t>(hex_unit(line.substr(at + 2, 4)));
      used = 6;
      if (c >= 0xD800 && c < 0xDC00 && line.substr(at + 6, 2) == "\\u") {
        const auto low = static_cast<char32_t>(hex_unit(line.substr(at + 8, 4)));
        if (low >= 0xDC00 && low < 0xE000) {
          c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
          used = 12;
        }
      }
      append_utf8(one, c >= 0xD800 && c < 0xE000 ? kReplacement : c);
    } else {
      one = plain_escape(line[at + 1]);
    }
    out.append(one, at);
    at += used;
    begin = at;
  }
  out.append(line.substr(begin, at - begin), begin);
  return out;
}

std::string string_of(const object& from, std::string_view key) {
  element value;
  if (from[key].get(value) != simdjson::SUCCESS) return "";
  std::string_view text;
  if (value.get_string().get(text) == simdjson::SUCCESS) return to_nfc(trim(text));
  if (value.is_int64() || value.is_uint64()) return simdjson::minify(value);  // ids are numbers here and there
  return "";
}

void read_members(const object& from, JsonlArticle& out) {
  out.id = string_of(from, "id");
  ArticleParts& parts = out.parts;
  const auto take = [&](std::string_view key, Metadatum& to) {
    if (std::string value = string_of(from, key); !value.empty()) to = {std::move(value), "jsonl"};
  };
  take("title", parts.title);
  take("outlet", parts.outlet);
  parts.url = string_of(from, "url");
  element authors;
  if (from["authors"].get(authors) == simdjson::SUCCESS || from["author"].get(authors) == simdjson::SUCCESS) {
    std::string_view text;
    simdjson::dom::array list;
    if (authors.get_string().get(text) == simdjson::SUCCESS) {
      for (std::string& name : split_names(text)) parts.authors.push_back({std::move(name), "jsonl"});
      if (parts.authors.empty() && !trim(text).empty()) parts.authors.push_back({to_nfc(trim(text)), "jsonl"});
    } else if (authors.get_array().get(list) == simdjson::SUCCESS) {
      for (const element item : list) {
        if (item.get_string().get(text) == simdjson::SUCCESS && !trim(text).empty()) parts.authors.push_back({to_nfc(trim(text)), "jsonl"});
      }
    }
  }
  const std::string date = string_of(from, "date");
  if (date.empty()) return;
  parts.published = parse_iso_date(date);
  if (const auto found = find_date(date); !parts.published && found) parts.published = found->date;
  if (parts.published) parts.published_how = "jsonl";
  else parts.note = "date \"" + date + "\" is not understood (write YYYY-MM-DD)";
}

}  // namespace

Result<JsonlArticle> read_jsonl_article(std::string_view line) {
  simdjson::dom::parser parser;
  element root;
  const simdjson::padded_string padded(line);
  if (const auto error = parser.parse(padded).get(root); error != simdjson::SUCCESS)
    return Error{ErrorCode::kBadArticle, std::string("not a line of JSON (") + simdjson::error_message(error) + ")", ""};
  object members;
  if (root.get_object().get(members) != simdjson::SUCCESS)
    return Error{ErrorCode::kBadArticle, "a JSON line has to be an object with \"text\"", ""};
  std::string_view text;
  const auto has_text = members["text"].get_string().get(text);
  if (has_text == simdjson::NO_SUCH_FIELD) return Error{ErrorCode::kBadArticle, "the JSON object has no \"text\"", ""};
  if (has_text != simdjson::SUCCESS) return Error{ErrorCode::kBadArticle, "\"text\" has to be a string", ""};
  if (trim(text).empty()) return Error{ErrorCode::kBadArticle, "\"text\" is empty", ""};
  JsonlArticle out;
  const size_t at = find_value(line, "text");
  // A key written with escapes is legal and never seen; its text is then taken without a map of its own.
  out.text = at == std::string_view::npos ? MappedText::identity(text) : read_string(line, at);
  if (!is_nfc(out.text.text()) || out.text.text().find_first_of(std::string_view(
                                      "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x1B\x7F", 15)) != std::string::npos)
    out.text = clean_characters(out.text, false);
  read_members(members, out);
  return out;
}

}  // namespace annalist
