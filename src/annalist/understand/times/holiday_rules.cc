#include <algorithm>
#include <array>

#include "annalist/understand/times/holidays.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

// One word of a holiday's name, which has no apostrophes: "years" is written "year's", "years'" or "years".
bool take_name_word(Cursor& c, std::string_view word) {
  Cursor ahead = c;
  if (ahead.take(word)) {
    if (word.ends_with('s') && ahead.is_glued() && ahead.is("'") && !ahead.is("s", 1)) ahead.skip();
    if (word == "st" && ahead.is_glued()) ahead.take(".");
    c = ahead;
    return true;
  }
  if (!word.ends_with('s') || !ahead.take(word.substr(0, word.size() - 1))) return false;
  ahead.take("'");
  if (!ahead.is_glued() || !ahead.take("s")) return false;
  c = ahead;
  return true;
}

bool take_name(Cursor& c, std::string_view words) {
  Cursor ahead = c;
  while (!words.empty()) {
    const size_t space = words.find(' ');
    if (!take_name_word(ahead, words.substr(0, space))) return false;
    words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
  }
  c = ahead;
  return true;
}

// "Chinese New Year", "Orthodox Easter": the same name on another day; "Happy New Year" is no date.
bool other_calendar(std::string_view before) {
  static constexpr std::array<std::string_view, 17> kWords = {"chinese",   "lunar",   "orthodox", "coptic", "jewish",  "hindu",
                                                              "persian",   "iranian", "thai",     "khmer",  "tibetan", "korean",
                                                              "ethiopian", "islamic", "julian",   "happy",  "merry"};
  return std::find(kWords.begin(), kWords.end(), before) != kWords.end();
}

}  // namespace

bool take_holiday(Cursor& c, Expression& date) {
  if (c.peek() == nullptr || c.peek()->kind != AtomKind::kWord) return false;
  if (c.peek(-1) != nullptr && other_calendar(c.peek(-1)->lower)) return false;
  for (int i = 0; i < kHolidayCount; ++i) {
    Cursor ahead = c;
    const Holiday& holiday = kHolidays[i];
    if (holiday.words[0] != c.peek()->lower[0]) continue;
    if (!take_name(ahead, holiday.words)) continue;
    // "new year", "may day" without a capital: the day only as what a preposition of time governs
    const bool led = c.is_any({"before", "after", "until", "till", "by", "on", "at", "since"}, -1) && ahead.upos() != Upos::kNoun;
    if (!holiday.sure && !c.peek()->capital && !led) continue;
    // "Easter Island", "Good Friday Agreement": a name of something else
    if (ahead.peek() != nullptr && ahead.peek()->capital && ahead.upos() == Upos::kPropn &&
        !ahead.is_any({"morning", "evening", "night", "afternoon", "weekend"}))
      return false;
    date.month = holiday.rule == Holiday::Rule::kFixed ? std::optional(holiday.month) : std::nullopt;
    date.day = holiday.rule == Holiday::Rule::kFixed ? std::optional(holiday.day) : std::nullopt;
    if (holiday.rule != Holiday::Rule::kFixed) date.holiday = i;
    c = ahead;
    take_year_after(c, date);
    if (!date.year) take_shift_after(c, date);
    return true;
  }
  return false;
}

Match holiday_weekend(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (c.take_words("the weekend of") || c.take_words("weekend of")) {
    if (!take_holiday(c, date)) return std::nullopt;
  } else {
    c.take("the");
    if (!take_holiday(c, date) || !c.take("weekend")) return std::nullopt;
    if (!date.year) take_year_after(c, date);
  }
  date.weekend = true;
  return finished(date, first, c);
}

}  // namespace annalist::time_rules
