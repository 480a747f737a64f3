#include <string>

#include "annalist/understand/times/rules.h"
#include "annalist/understand/times/tense.h"

namespace annalist::time_rules {
namespace {

// "last" -> -1, "this" -> 0, "next" -> +1, and where it is counted from.
struct Shift {
  int by = 0;
  Origin origin = Origin::kWriting;
  bool narrative = false;  // "the next day" counts from what was told when the article stands before it
};

std::optional<Shift> take_shift(Cursor& c) {
  const bool article = c.is("the");
  Cursor ahead = c;
  if (article) ahead.skip();
  if (!article && ahead.take("this")) {
    if (ahead.take("past") || ahead.take("last")) {
      c = ahead;
      return Shift{-1, Origin::kWriting, false};
    }
    ahead.take_any({"coming", "upcoming", "same", "very"});
    c = ahead;
    return Shift{0, Origin::kWriting, false};
  }
  if (!article && ahead.take("that")) {
    ahead.take_any({"same", "very"});
    c = ahead;
    return Shift{0, Origin::kText, false};
  }
  if (ahead.take("same")) {
    c = ahead;
    return Shift{0, Origin::kText, false};
  }
  if (ahead.take_any({"current", "present"})) {
    c = ahead;
    return Shift{0, Origin::kWriting, false};
  }
  if (ahead.take("following")) {
    c = ahead;
    return Shift{1, Origin::kText, false};
  }
  if (ahead.take_any({"previous", "preceding", "prior"})) {
    c = ahead;
    return Shift{-1, article ? Origin::kText : Origin::kWriting, false};
  }
  if (ahead.take_any({"last", "past"})) {
    c = ahead;
    return Shift{-1, Origin::kWriting, false};
  }
  if (ahead.take("next")) {
    c = ahead;
    return Shift{1, article ? Origin::kText : Origin::kWriting, article};
  }
  if (ahead.take_any({"coming", "upcoming"})) {
    c = ahead;
    return Shift{1, Origin::kWriting, false};
  }
  return std::nullopt;
}

// The unit that is shifted: "week", "weekend"; "night" and "morning" are of a day.
bool take_shifted_unit(Cursor& c, const Cursor& first, const Shift& shift, Expression& date) {
  const Atom* word = c.peek();
  Cursor plain = c;  // "this calendar year", "the next working week"
  if (plain.take_any({"calendar", "working", "business"}) && plain.is_any({"week", "month", "year"})) {
    c = plain;
    word = c.peek();
  }
  if (word->lower == "workweek") {
    date.unit = TimeUnit::kWeek;
    date.meaning = Meaning::kDeictic;
    c.skip();
    return true;
  }
  if (const auto unit = unit_word(word->lower); unit && !unit->plural) {
    if (word->lower == "night") {
      date.unit = TimeUnit::kDay;
      date.clock = "TNI";
      date.meaning = Meaning::kDeictic;
      if (first.is("this")) return false;
      c.skip();
      return true;
    }
    if (unit->unit < TimeUnit::kDay || word->lower == "min" || word->lower == "sec") return false;
    if (unit->unit == TimeUnit::kDay && (first.is_any({"last", "past"}) || (first.is("the") && first.is_any({"last", "past"}, 1)))) {
      return false;  // "the last day" of something
    }
    if (unit->times > 1) return false;  // "the next fortnight" is a stretch
    date.unit = unit->unit;
    date.meaning = Meaning::kDeictic;
    c.skip();
    if (unit->unit == TimeUnit::kWeek && shift.origin == Origin::kWriting) {  // "next week Wednesday", "last week - Monday"
      Cursor ahead = c;
      ahead.take("-");
      if (const auto number = take_weekday_name(ahead)) {
        date.weekday = number;
        date.meaning = Meaning::kCalendar;
        c = ahead;
      }
    }
    return true;
  }
  if (word->lower == "weekend") {
    date.weekend = true;
    date.meaning = Meaning::kDeictic;
    date.unit = TimeUnit::kWeek;
    c.skip();
    return true;
  }
  if (!part_of_day(word->lower).empty()) {
    const bool day_part = first.is_any({"this", "last", "that", "next"}) || first.is_any({"next", "following", "same", "previous"}, 1);
    if (!day_part) return false;
    date.unit = TimeUnit::kDay;
    if (first.is("next")) date.origin = Origin::kText;  // "Next morning he left"
    date.clock = "T" + std::string(part_of_day(word->lower));
    date.meaning = Meaning::kDeictic;
    c.skip();
    return true;
  }
  return false;
}

// "Monday", "May" or "week" with its shift; the part of day that may follow is left to `moment`, save "last
// night" and "this morning".
bool take_shifted(Cursor& c, const Cursor& first, const Shift& shift, Expression& date) {
  const Atom* word = c.peek();
  if (word == nullptr || word->kind == AtomKind::kMark) return false;
  date.shift = shift.by;
  date.origin = shift.origin;
  const bool unit = unit_word(word->lower) || word->lower.starts_with("week") || word->lower == "workweek" ||
                    (c.is_any({"calendar", "working", "business"}) && c.is_any({"week", "month", "year"}, 1)) ||
                    !part_of_day(word->lower).empty();
  if (unit) return take_shifted_unit(c, first, shift, date);
  date.meaning = Meaning::kCalendar;
  if (word->kind == AtomKind::kNumber && shift.by == 0) return false;
  if (word->capital || shift.by != 0) {
    if (const auto number = take_weekday_name(c)) {
      date.weekday = number;
      if (take_numeric_day(c, date) || take_slash_day(c, date)) date.shift.reset();  // "this Friday 5/12": the figures say which
      return true;
    }
    if (Match exact = day(c);
        exact && (exact->month || exact->holiday) && !exact->year && !exact->weekday) {  // "last March 5", "next Christmas"
      const auto by = date.shift;
      date = *exact;
      date.shift = by;
      c.move_to(exact->end);
      return true;
    }
    if (word->capital) {
      if (const auto number = take_month_name(c)) {
        date.month = number;
        return true;
      }
    }
  }
  if (const std::string_view code = season(word->lower); !code.empty()) {
    date.season = code;
    c.skip();
    return true;
  }
  return false;
}

}  // namespace

Match today(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.meaning = Meaning::kDeictic;
  date.unit = TimeUnit::kDay;
  Cursor ahead = c;
  if (ahead.take_any({"earlier", "later", "late", "early"})) c = ahead;
  if (c.take_words("the day before yesterday")) {
    date.shift = -2;
  } else if (c.take_words("the day after tomorrow")) {
    date.shift = 2;
  } else if (c.take("today") || c.take_words("the current date") || c.take_words("current date")) {
    date.shift = 0;
  } else if (c.take_any({"tonight", "tonite"})) {
    date.shift = 0;
    date.clock = "TNI";
  } else if (c.take("yesterday")) {
    date.shift = -1;
  } else if (c.take_any({"tomorrow", "tmrw", "tmr"})) {
    date.shift = 1;
  } else {
    return std::nullopt;
  }
  if (first.peek()->capital && first.at() + 1 == c.at() && first.is_glued(1) == false && first.upos() == Upos::kPropn &&
      (first.upos(-1) == Upos::kPropn || c.upos() == Upos::kPropn) && first.peek(-1) != nullptr) {
    return std::nullopt;  // USA Today
  }
  return finished(date, first, c);
}

Match day_of_month(Cursor c) {
  const Cursor first = c;
  Expression date;
  c.take("the");
  const auto ordinal = c.take_ordinal(31);
  if (!ordinal) return std::nullopt;
  c.take("day");
  c.take("of");
  date.shift = c.is("next") ? 1 : c.is("last") ? -1 : 0;
  if (!c.take_any({"this", "next", "last", "the"}) || !c.take("month")) return std::nullopt;
  date.unit = TimeUnit::kMonth;
  date.day = ordinal;
  date.meaning = Meaning::kDeictic;
  return finished(date, first, c);
}

namespace {

// Stretches that the present lies in or that are counted from it without "this" or "next": "year to date",
// "end of day", "EOY", "the week after next", "for the month".
Match around_now(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.meaning = Meaning::kDeictic;
  date.shift = 0;
  const auto give = [&](TimeUnit unit) {
    date.unit = unit;
    return finished(date, first, c);
  };
  c.take("the");
  if (c.take("eod")) return give(TimeUnit::kDay);
  if (c.take("eom")) return give(TimeUnit::kMonth);
  if (c.take("eoy")) return give(TimeUnit::kYear);
  if (c.take_any({"end", "start", "beginning"}) && c.take("of") && c.is_any({"day", "month", "year", "week"})) {
    const auto unit = unit_word(c.peek()->lower);
    c.skip();
    return c.is("of") ? Match{} : give(unit->unit);
  }
  c = first;
  c.take("the");
  const auto unit = c.peek() == nullptr ? std::nullopt : unit_word(c.peek()->lower);
  if (!unit || unit->plural || unit->unit < TimeUnit::kDay || c.is_any({"night", "second"})) return std::nullopt;
  c.skip();
  if (c.take_words("to date") || c.take_words("- to - date")) return give(unit->unit);
  if (first.is("the") && (c.take_words("after next") || c.take_words("before last"))) {
    date.shift = c.is("next", -1) ? 2 : -2;
    return give(unit->unit);
  }
  if (unit->unit == TimeUnit::kYear && !first.is("the") && c.take("end")) return give(unit->unit);
  const bool ends = c.peek() == nullptr || c.is_any({".", ",", ";", "?", "!"});
  const bool of = first.is("of", -1) && unit->unit > TimeUnit::kDay && !c.peek(-1)->capital;  // "the biggest deal of the year"
  const bool led = first.is("for", -1) || of || (first.is("in", -1) && unit->unit > TimeUnit::kDay);
  if (first.is("the") && led && ends && unit->times == 1 && unit->unit <= TimeUnit::kYear) return give(unit->unit);
  return std::nullopt;
}

}  // namespace

Match deictic(Cursor c) {
  const Cursor first = c;
  Cursor ahead = c;
  bool placed = false;
  if (ahead.take_any({"earlier", "later"})) {
    c = ahead;
    c.take("in");
    placed = true;
  } else {
    placed = take_position(c);
  }
  Expression date;
  const Cursor shift_at = c;
  if (const auto shift = take_shift(c)) {
    if (!take_shifted(c, shift_at, *shift, date)) return std::nullopt;
    if (shift_at.is("the") && shift_at.is("past", 1)) return std::nullopt;  // a stretch up to now: a duration
    if (placed || date.unit || date.weekday || date.month || date.holiday || !date.season.empty()) {
      date.rest = shift->by == 0 && first.is_any({"rest", "remainder", "remaining"}, first.is("the") ? 1 : 0);
      if (date.unit == TimeUnit::kDay && date.clock.empty() && shift_at.is("this") && !shift_at.peek()->capital && placed)
        return std::nullopt;
      return finished(date, first, c);
    }
    return std::nullopt;
  }
  if (Match match = around_now(first)) return match;
  // "the end of the year", "later in the day": the present one
  if (placed && c.take_any({"the", "my", "our", "your", "his", "her", "their"}) && c.peek() != nullptr) {
    const auto unit = unit_word(c.peek()->lower);
    if (!unit || unit->plural || unit->unit < TimeUnit::kDay || c.is("night")) return std::nullopt;
    c.skip();
    if (c.is("of")) return std::nullopt;
    date.meaning = Meaning::kDeictic;
    date.unit = unit->unit;
    date.shift = 0;
    date.rest = first.is_any({"rest", "remainder", "remaining"}, first.is("the") ? 1 : 0);
    // "later in the day" of what was told; of the day of writing where the clause does not look back
    const bool told = outlook_of(first.sentence().reading, first.peek()->token) == Outlook::kPast;
    if (unit->unit == TimeUnit::kDay && told) date.origin = Origin::kText;
    return finished(date, first, c);
  }
  const bool weekend = c.take("the") && c.take("weekend") && c.upos() != Upos::kNoun && !c.is("of");
  const bool ends = c.peek() == nullptr || c.peek()->kind == AtomKind::kMark;
  if (weekend && (ends || first.is_any({"over", "at", "during", "of", "on", "throughout", "through", "for"}, -1))) {
    date.meaning = Meaning::kDeictic;
    date.unit = TimeUnit::kWeek;
    date.weekend = true;
    date.shift = outlook_of(first.sentence().reading, first.peek()->token) == Outlook::kFuture ? 0 : -1;
    return finished(date, first, c);
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
