#include "annalist/ingest/metadata_values.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/plain_line.h"

namespace annalist {
namespace {

std::optional<Date> date_of_value(std::string_view value) {
  value = trim(value);
  const bool digits = !value.empty() && std::all_of(value.begin(), value.end(), is_ascii_digit);
  if (digits && (value.size() == 10 || value.size() == 13)) {
    int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return from_days(static_cast<int>((value.size() == 13 ? number / 1000 : number) / 86400));
  }
  if (digits && value.size() == 8) return date_in_url("/" + std::string(value) + "/");
  if (const auto iso = parse_iso_date(value)) return iso;
  if (const auto found = find_date(value)) return found->date;
  return std::nullopt;
}

}  // namespace

std::optional<Date> read_metadata_date(std::string_view value) {
  const auto date = date_of_value(value);
  return date && date->year >= 1800 && date->year <= 2100 ? date : std::nullopt;  // "0001-01-01" stands for none
}

bool is_account(std::string_view name) {
  for (const std::string_view known :
       {"admin", "administrator", "webmaster", "editor", "root", "guest", "user", "default", "wordpress", "webdesk"}) {
    if (equal_ignoring_case(name, known)) return true;
  }
  return false;
}

std::string without_label(std::string_view line) {
  for (const std::string_view label :
       {"by ", "analysis by ", "opinion by ", "commentary by ", "story by ", "reporting by ", "review by ", "words by "}) {
    if (starts_ignoring_case(line, label)) line.remove_prefix(label.size());
  }
  return std::string(trim(line.substr(0, line.find(" | "))));
}

std::string outlet_name(std::string_view value) {
  std::string line = plain_line(value);
  for (const std::string_view prefix : {"https://", "http://", "www.", "@"}) {
    if (starts_ignoring_case(line, prefix)) line.erase(0, prefix.size());
  }
  while (!line.empty() && std::string_view("/-|: ").find(line.back()) != std::string_view::npos) line.pop_back();
  return line;
}

std::string upright_name(std::string_view name) {
  const size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return std::string(name);
  const std::string_view family = trim(name.substr(0, comma)), given = trim(name.substr(comma + 1));
  if (count_words(family) != 1 || count_words(given) > 2 || !looks_like_name(family) || !looks_like_name(given)) return std::string(name);
  return std::string(given) + " " + std::string(family);
}

}  // namespace annalist
