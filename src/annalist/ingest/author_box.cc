#include "annalist/ingest/author_box.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"

namespace annalist {
namespace {

constexpr std::array<std::string_view, 18> kWriters = {
    "journalist", "reporter",   "correspondent", "editor",       "columnist", "writer",  "author of",    "fellow",  "professor",
    "lecturer",   "researcher", "contributor",   "staff writer", "freelance", "blogger", "bureau chief", "analyst", "broadcaster"};
constexpr std::array<std::string_view, 9> kLinks = {" is a ",   " is an ",  " is the ",  " is associate ", " is senior ",
                                                    " covers ", " writes ", " reports ", " was a "};

constexpr std::array<std::string_view, 40> kSections = {
    "middle east",    "north africa",     "latin america",      "asia pacific",   "south asia",     "east asia",     "southeast asia",
    "central asia",   "united states",    "north america",      "south america",  "human rights",   "world news",    "latest news",
    "local news",     "national news",    "international news", "foreign policy", "public policy",  "breaking news", "photo essay",
    "special report", "security council", "united nations",     "united kingdom", "top stories",    "news analysis", "guest column",
    "press release",  "press releases",   "in focus",           "arts culture",   "european union", "north korea",   "south korea",
    "saudi arabia",   "gulf states",      "home news",          "editors choice", "world affairs"};

// What stands before the first mark that ends a name of a house.
std::string name_before_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kEnds = {".", ",", " - ", " | ", ";", " All ", " all ", " via ", " by "};
  size_t end = text.size();
  for (const std::string_view mark : kEnds) end = std::min(end, text.find(mark));
  const std::string_view name = trim(text.substr(0, end));
  const std::vector<std::string_view> words = split_words(name);
  if (words.empty() || words.size() > 5 || !is_upper(decode_utf8(words.front(), 0).value)) return "";
  return std::string(name);
}

}  // namespace

AuthorBox read_author_box(std::string_view line) {
  AuthorBox out;
  if (count_words(line) > 70) return out;
  if (starts_ignoring_case(line, "the writer is") || starts_ignoring_case(line, "the author is") ||
      starts_ignoring_case(line, "the writer, ")) {
    out.is_box = true;
    return out;
  }
  size_t at = std::string_view::npos;
  for (const std::string_view link : kLinks) at = std::min(at, line.find(link));
  if (at == std::string_view::npos || !looks_like_name(line.substr(0, at)) || count_words(line.substr(0, at)) < 2) return out;
  // The office has to come soon: a sentence about somebody else's reporter is long before it gets there.
  const std::string lower = ascii_lower(line.substr(at, 60));
  const bool writer = std::any_of(kWriters.begin(), kWriters.end(), [&](std::string_view w) { return lower.find(w) != std::string::npos; });
  if (!writer) return out;
  out.is_box = true;
  out.authors = split_names(line.substr(0, at));
  return out;
}

bool is_section_name(std::string_view line) {
  const std::string lower = ascii_lower(trim(line));
  return std::find(kSections.begin(), kSections.end(), lower) != kSections.end();
}

std::string author_of_more_from(std::string_view line) {
  for (const std::string_view opening :
       {"more from ", "more by ", "more articles by ", "latest from ", "view all posts by ", "see all articles by "}) {
    if (!starts_ignoring_case(line, opening)) continue;
    const std::string_view name = trim(line.substr(opening.size()));
    if (count_words(name) >= 2 && !starts_ignoring_case(name, "the ") && looks_like_name(name) && !is_section_name(name))
      return std::string(name);
  }
  return "";
}

std::string outlet_of_footer(std::string_view line) {
  line = trim(line);
  for (const std::string_view opening : {"subscribe to ", "sign up for ", "welcome to "}) {
    if (!starts_ignoring_case(line, opening)) continue;
    const size_t via = line.find(" via ");
    if (via != std::string_view::npos && via > opening.size()) return name_before_mark(line.substr(opening.size(), via - opening.size()));
  }
  size_t at = std::string_view::npos;
  for (const std::string_view mark : {"\xC2\xA9", "(c)", "(C)", "Copyright", "COPYRIGHT"}) {
    const size_t found = line.find(mark);
    if (found < 12) at = std::max(at == std::string_view::npos ? 0 : at, found + mark.size());
  }
  if (at == std::string_view::npos) return "";
  std::string_view rest = trim(line.substr(at));
  for (bool again = true; again;) {  // years, "(c)", "by"
    again = false;
    while (!rest.empty() && (is_ascii_digit(rest.front()) || rest.front() == ' ' || rest.front() == '-' || rest.front() == ','))
      rest.remove_prefix(1);
    for (const std::string_view word : {"by ", "(c)", "\xC2\xA9", "\xE2\x80\x93"}) {
      if (rest.starts_with(word)) {
        rest.remove_prefix(word.size());
        again = true;
      }
    }
  }
  return starts_ignoring_case(rest, "all rights") ? "" : name_before_mark(rest);
}

}  // namespace annalist
