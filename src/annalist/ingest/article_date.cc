#include "annalist/ingest/article_date.h"

#include <array>
#include <string>
#include <vector>

#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

// A word or number of the line, with where it stands.
struct Piece {
  std::string_view text;
  size_t begin = 0;
  int number = -1;  // of a piece of digits, also with st, nd, rd, th
  int month = 0;
  bool glued = false;  // a separator - / . joins it to the piece before
  char separator = ' ';
};

int number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return -1;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::vector<Piece> pieces_of(std::string_view line) {
  std::vector<Piece> out;
  for (size_t at = 0; at < line.size();) {
    const size_t begin = at;
    Piece piece;
    if (is_ascii_digit(line[at])) {
      while (at < line.size() && is_ascii_digit(line[at])) ++at;
      piece.number = number_of(line.substr(begin, at - begin));
      const std::string suffix = ascii_lower(line.substr(at, 2));
      const bool ends = at + 2 >= line.size() || !is_ascii_alpha(line[at + 2]);
      if (ends && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")) at += 2;
    } else if (is_ascii_alpha(line[at])) {
      while (at < line.size() && is_ascii_alpha(line[at])) ++at;
      piece.month = at - begin >= 3 ? month_by_name(line.substr(begin, at - begin)) : 0;
    } else {
      ++at;
      continue;
    }
    piece.text = line.substr(begin, at - begin);
    piece.begin = begin;
    if (begin > 0) {
      piece.separator = line[begin - 1];
      piece.glued = !out.empty() && out.back().begin + out.back().text.size() + 1 == begin &&
                    (piece.separator == '-' || piece.separator == '/' || piece.separator == '.');
    }
    out.push_back(piece);
  }
  return out;
}

bool is_year(const Piece& piece) { return piece.text.size() == 4 && piece.number >= 1900 && piece.number <= 2100; }
bool is_day(const Piece& piece) { return piece.number >= 1 && piece.number <= 31; }

// Day, month and year from three pieces in whichever order is plain.
std::optional<Date> date_of(const Piece& a, const Piece& b, const Piece& c) {
  Date date;
  if (a.month != 0 && is_day(b) && is_year(c)) date = {c.number, a.month, b.number};
  else if (is_day(a) && b.month != 0 && is_year(c)) date = {c.number, b.month, a.number};
  else if (is_year(a) && b.month != 0 && is_day(c)) date = {a.number, b.month, c.number};
  else if (is_year(a) && b.glued && c.glued && b.number >= 1 && b.number <= 12 && is_day(c)) date = {a.number, b.number, c.number};
  else if (is_day(a) && is_day(b) && is_year(c) && b.glued && c.glued) {
    // 18.05.2015 is day first everywhere; 5/18/2015 only where the day can't be a month.
    if (c.separator == '.' || a.number > 12) date = {c.number, b.number, a.number};
    else if (b.number > 12 || a.number == b.number) date = {c.number, a.number, b.number};
  }
  if (date.year == 0 || !is_valid(date)) return std::nullopt;
  return date;
}

constexpr std::array<std::string_view, 62> kDateLineWords = {
    "published", "updated", "posted",   "date", "on",        "at",          "time",    "am",   "pm",       "a",      "p",
    "m",         "gmt",     "utc",      "est",  "edt",       "et",          "pst",     "pdt",  "pt",       "ist",    "bst",
    "cet",       "cest",    "eet",      "ct",   "cst",       "cdt",         "local",   "last", "modified", "first",  "min",
    "mins",      "minute",  "minutes",  "read", "reading",   "the",         "of",      "by",   "and",      "edited", "created",
    "issued",    "release", "released", "for",  "immediate", "sgt",         "hkt",     "jst",  "kst",      "trt",    "msk",
    "aest",      "wib",     "eat",      "sast", "hrs",       "publication", "uploaded"};

bool is_date_line_word(std::string_view word) {
  for (const std::string_view known : kDateLineWords) {
    if (equal_ignoring_case(word, known)) return true;
  }
  return weekday_by_name(word) != 0 || month_by_name(word) != 0;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view line) {
  const std::vector<Piece> pieces = pieces_of(line);
  for (size_t i = 0; i + 2 < pieces.size(); ++i) {
    const Piece& c = pieces[i + 2];
    const size_t end = c.begin + c.text.size();
    if (end - pieces[i].begin > 24) continue;
    // "2019-11-18T10:00": the T belongs to the time.
    if (const auto date = date_of(pieces[i], pieces[i + 1], c))
      return FoundDate{*date, {static_cast<uint32_t>(pieces[i].begin), static_cast<uint32_t>(end)}};
  }
  return std::nullopt;
}

std::optional<DateLine> read_date_line(std::string_view line) {
  if (line.size() > 140) return std::nullopt;
  std::optional<DateLine> out;
  // Each date with the label before it; the first of publication counts, else the first without a label, else the first.
  std::string_view rest = line;
  while (const auto found = find_date(rest)) {
    DateLine next{found->date};
    for (const Piece& piece : pieces_of(rest.substr(0, found->words.begin))) {
      for (const std::string_view label : {"published", "posted", "publication", "issued", "released", "release"}) {
        if (equal_ignoring_case(piece.text, label)) next = {found->date, true, false};
      }
      for (const std::string_view label : {"updated", "modified", "edited"}) {
        if (equal_ignoring_case(piece.text, label)) next = {found->date, false, true};
      }
    }
    if (!out || (next.labelled && !out->labelled) || (out->update && !next.update)) out = next;
    rest.remove_prefix(found->words.end);
  }
  if (!out) return std::nullopt;
  for (const Piece& piece : pieces_of(line)) {
    if (piece.number >= 0 || (piece.text.size() == 1 && (piece.text == "T" || piece.text == "Z"))) continue;
    if (!is_date_line_word(piece.text)) return std::nullopt;
  }
  return out;
}

std::optional<Date> date_in_url(std::string_view url) {
  for (size_t at = 0; at + 8 < url.size(); ++at) {
    if (url[at] != '/' && url[at] != '-' && url[at] != '_') continue;
    const std::string_view rest = url.substr(at + 1);
    size_t digits = 0;
    while (digits < rest.size() && is_ascii_digit(rest[digits])) ++digits;
    if (digits == 8 && (rest.size() == 8 || !is_ascii_alpha(rest[8]))) {
      const Date date{number_of(rest.substr(0, 4)), number_of(rest.substr(4, 2)), number_of(rest.substr(6, 2))};
      if (date.year >= 1990 && date.year <= 2100 && is_valid(date)) return date;
    }
    if (digits != 4 || rest.size() < 8 || (rest[4] != '/' && rest[4] != '-')) continue;
    // A month by its name (/2019/nov/18/) or number.
    const size_t second = rest.find_first_of("/-", 5);
    if (second == std::string_view::npos) continue;
    const std::string_view month = rest.substr(5, second - 5);
    const std::string_view after = rest.substr(second + 1);
    size_t day_digits = 0;
    while (day_digits < after.size() && is_ascii_digit(after[day_digits])) ++day_digits;
    if (day_digits == 0 || day_digits > 2) continue;
    const bool numeric = !month.empty() && month.size() <= 2 && is_ascii_digit(month.front()) && is_ascii_digit(month.back());
    const Date date{number_of(rest.substr(0, 4)), numeric ? number_of(month) : month_by_name(month),
                    number_of(after.substr(0, day_digits))};
    if (date.year >= 1990 && date.year <= 2100 && is_valid(date)) return date;
  }
  return std::nullopt;
}

}  // namespace annalist
