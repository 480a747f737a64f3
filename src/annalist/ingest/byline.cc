#include "annalist/ingest/byline.h"

#include <algorithm>
#include <array>

#include "annalist/base/date.h"
#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

constexpr std::array<std::string_view, 13> kParticles = {"al",  "bin", "ibn", "de", "del", "der", "di",
                                                         "van", "von", "la",  "da", "el",  "of"};

// Words that stand with names in bylines without being part of them.
constexpr std::array<std::string_view, 34> kNotNames = {
    "correspondent", "reporter", "editor",    "staff",   "writer",    "contributor", "columnist", "bureau", "chief",
    "desk",          "senior",   "special",   "analyst", "published", "updated",     "posted",    "read",   "share",
    "comments",      "comment",  "subscribe", "home",    "menu",      "search",      "follow",    "photo",  "image",
    "video",         "today",    "yesterday", "ago",     "politics",  "about",       "more"};

bool is_not_name(std::string_view word) {
  while (!word.empty() && !is_ascii_alpha(word.back()) && static_cast<unsigned char>(word.back()) < 0x80) word.remove_suffix(1);
  const std::string_view office = word.substr(0, word.find('-'));  // "Editor-at-large"
  for (const std::string_view known : kNotNames) {
    if (equal_ignoring_case(word, known) || equal_ignoring_case(office, known)) return true;
  }
  return month_by_name(word) != 0 && word.size() > 3;
}

// Words in the names of outlets and institutes, which follow a writer's name.
constexpr std::array<std::string_view, 22> kHouses = {
    "news",    "wire",      "agency",   "times",    "post",      "herald", "press",      "institute", "monitor", "journal", "tribune",
    "gazette", "chronicle", "observer", "guardian", "telegraph", "radio",  "television", "magazine",  "weekly",  "review",  "service"};

bool names_house(std::string_view name) {
  for (const std::string_view word : split_words(name)) {
    for (const std::string_view known : kHouses) {
      if (equal_ignoring_case(word, known)) return true;
    }
  }
  return false;
}

bool starts_upper(std::string_view word) {
  size_t at = 0;
  while (at < word.size() && (word[at] == '\'' || word[at] == '"' || word[at] == '(')) ++at;
  return at < word.size() && is_upper(decode_utf8(word, at).value);
}

// A word of a title that stands before a reporter's name.
bool is_role(std::string_view word) {
  for (const std::string_view known :
       {"correspondent", "reporter", "editor", "staff", "writer", "contributor", "columnist", "senior", "special", "political", "chief",
        "foreign", "diplomatic", "security", "defence", "defense", "economics", "business"}) {
    if (equal_ignoring_case(word, known)) return true;
  }
  return false;
}

std::string_view trim_marks(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ':' || text.back() == '|' || text.back() == '-' ||
                           text.back() == '.' || text.back() == '*'))
    text = trim(text.substr(0, text.size() - 1));
  while (!text.empty() && (text.front() == ',' || text.front() == ':' || text.front() == '|' || text.front() == '-' || text.front() == '*'))
    text = trim(text.substr(1));
  return text;
}

// "ANA RUIZ" -> "Ana Ruiz"; a name in mixed case and an abbreviation ("AFP") stay.
std::string plain_case(std::string_view name) {
  std::string out(name);
  if (count_words(name) < 2) return out;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return out;
    if (static_cast<unsigned char>(c) >= 0x80) return out;
  }
  bool first = true;
  for (char& c : out) {
    if (!first) c = ascii_lower(c);
    first = !is_ascii_alpha(c) && c != '\'';
  }
  return out;
}

// "Special correspondent Irene Falk" -> "Irene Falk".
std::string_view without_role(std::string_view name) {
  std::string_view rest = name;
  bool role = false;
  for (std::vector<std::string_view> words = split_words(rest); words.size() > 2 && is_role(words[0]); words = split_words(rest)) {
    role = true;
    rest = trim(rest.substr(words[0].size()));
  }
  return role && split_words(rest).size() >= 2 ? rest : name;
}

constexpr std::array<std::string_view, 18> kMarks = {
    "by ",       "by: ",       "written by ", "written by: ", "author: ",   "author ", "authors: ", "reported by ", "reporting by ",
    "story by ", "story by: ", "text by ",    "words by ",    "posted by ", "words: ", "text: ",    "reporter: ",   "writer: "};

}  // namespace

bool looks_like_name(std::string_view text) {
  text = trim_marks(text);
  const std::vector<std::string_view> words = split_words(text);
  if (words.empty() || words.size() > 5 || text.size() > 50) return false;
  if (text.find_first_of("0123456789?!:/@\"") != std::string_view::npos) return false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (is_not_name(words[i])) return false;
    bool particle = false;
    for (const std::string_view known : kParticles) particle = particle || words[i] == known;
    if (!starts_upper(words[i]) && !(particle && i + 1 < words.size()) && !words[i].starts_with("al-") && !words[i].starts_with("el-"))
      return false;
  }
  return true;
}

std::vector<std::string> split_names(std::string_view text) {
  std::vector<std::string> out;
  std::string flat(text);
  for (const std::string_view joint : {" and ", " AND ", " And ", " & ", ";", " with "}) {
    for (size_t at = flat.find(joint); at != std::string::npos; at = flat.find(joint, at + 1)) flat.replace(at, joint.size(), ",");
  }
  size_t begin = 0;
  while (begin <= flat.size()) {
    size_t end = flat.find(',', begin);
    if (end == std::string::npos) end = flat.size();
    const std::string_view name = without_role(trim_marks(std::string_view(flat).substr(begin, end - begin)));
    const bool house =
        !out.empty() && ((out.front().find(' ') != std::string::npos && name.find(' ') == std::string_view::npos) || names_house(name));
    if (looks_like_name(name) && !house) {  // "Ana Ruiz, Reuters": the second is her house
      out.push_back(plain_case(name));
    } else if (!name.empty() && !out.empty()) {
      break;  // a place, a title or a date ends the list
    }
    begin = end + 1;
  }
  return out;
}

Byline read_byline(std::string_view line) {
  Byline out;
  line = trim(line);
  if (line.empty() || line.size() > 160) return out;
  std::string_view names = line;
  for (const std::string_view mark : kMarks) {
    if (!starts_ignoring_case(line, mark) || line.size() <= mark.size()) continue;
    out.marked = true;
    names = line.substr(mark.size());
  }
  // What follows a bar, a dash or a date is the outlet or the day.
  size_t stop = names.find_first_of("|\xE2");
  while (stop != std::string_view::npos && names[stop] == '\xE2' && !names.substr(stop).starts_with("\xE2\x80\x94") &&
         !names.substr(stop).starts_with("\xE2\x80\x93") && !names.substr(stop).starts_with("\xE2\x80\xA2"))
    stop = names.find_first_of("|\xE2", stop + 1);
  for (const std::string_view mark :
       {" \xC2\xB7 ", " - ", " / ", " Published", " Updated", " Posted", " on ", " in ", " at ", "(", " @", " for "}) {
    const size_t at = names.find(mark);
    if (at != std::string_view::npos && at > 0) stop = std::min(stop, at);
  }
  if (const auto date = find_date(names)) stop = std::min<size_t>(stop, date->words.begin);
  names = trim_marks(names.substr(0, std::min(stop, names.size())));
  // "Ana Ruiz Monday, March 4, 2022": the weekday is the date's.
  if (const size_t space = names.find_last_of(" ,"); space != std::string_view::npos && weekday_by_name(names.substr(space + 1)) != 0)
    names = trim_marks(names.substr(0, space));
  if (!out.marked && !looks_like_name(names)) return out;
  out.authors = split_names(names);
  if (out.authors.empty()) out.marked = false;
  return out;
}

}  // namespace annalist
