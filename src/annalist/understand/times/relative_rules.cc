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
    if (unit->unit == TimeUnit::kDay &&
        (first.is_any({"last", "past"}) || (first.is("the") && first.is_any({"last", "past"}, 1)))) {
      return false;  // "the last day" of something
    }
    date.unit = unit->unit;
    date.meaning = Meaning::kDeictic;
    c.skip();
    if (unit->unit == TimeUnit::kWeek && shift.origin == Origin::kWriting) {  // "next week Wednesday"
      if (const auto number = take_weekday_name(c)) {
        date.weekday = number;
        date.meaning = Meaning::kCalendar;
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
    const bool day_part = first.is("this") || first.is("last") || first.is("that") ||
                          first.is_any({"next", "following", "same", "previous"}, 1);
    if (!day_part) return false;
    date.unit = TimeUnit::kDay;
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
  if (word == nullptr || word->kind != AtomKind::kWord) return false;
  date.shift = shift.by;
  date.origin = shift.origin;
  const bool unit = unit_word(word->lower) || word->lower == "weekend" || !part_of_day(word->lower).empty();
  if (unit) return take_shifted_unit(c, first, shift, date);
  date.meaning = Meaning::kCalendar;
  if (word->capital || shift.by != 0) {
    if (const auto number = take_weekday_name(c)) {
      date.weekday = number;
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
  } else if (c.take("today")) {
    date.shift = 0;
  } else if (c.take("tonight")) {
    date.shift = 0;
    date.clock = "TNI";
  } else if (c.take("yesterday")) {
    date.shift = -1;
  } else if (c.take("tomorrow")) {
    date.shift = 1;
  } else {
    return std::nullopt;
  }
  if (first.peek()->capital && first.at() + 1 == c.at() && first.is_glued(1) == false &&
      first.upos() == Upos::kPropn && (first.upos(-1) == Upos::kPropn || c.upos() == Upos::kPropn) &&
      first.peek(-1) != nullptr) {
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
      if (date.unit == TimeUnit::kDay && date.clock.empty() && shift_at.is("this") &&
          !shift_at.peek()->capital && placed)
        return std::nullopt;
      return finished(date, first, c);
    }
    return std::nullopt;
  }
  // "the end of the year", "later in the day": the present one
  if (placed && c.take("the") && c.peek() != nullptr) {
    const auto unit = unit_word(c.peek()->lower);
    if (!unit || unit->plural || unit->unit < TimeUnit::kDay || c.is("night")) return std::nullopt;
    c.skip();
    if (c.is("of")) return std::nullopt;
    date.meaning = Meaning::kDeictic;
    date.unit = unit->unit;
    date.shift = 0;
    if (unit->unit == TimeUnit::kDay) date.origin = Origin::kText;
    return finished(date, first, c);
  }
  if (c.take("the") && c.take("weekend") && (first.is_any({"over", "at", "during", "of", "on"}, -1))) {
    date.meaning = Meaning::kDeictic;
    date.unit = TimeUnit::kWeek;
    date.weekend = true;
    date.shift = outlook_of(first.sentence().reading, first.peek()->token) == Outlook::kFuture ? 0 : -1;
    return finished(date, first, c);
  }
  return std::nullopt;
}

Match offset(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.meaning = Meaning::kOffset;
  // "the day before", "the week after"
  if (c.is("the") && c.peek(1) != nullptr && c.is_any({"before", "after"}, 2)) {
    const auto unit = unit_word(c.peek(1)->lower);
    if (!unit || unit->plural || unit->unit < TimeUnit::kDay) return std::nullopt;
    date.quantities = {{"1", unit->unit}};
    c.skip(2);
  } else {
    if (c.is_any({"about", "almost", "nearly", "around", "roughly", "just", "some", "exactly", "barely",
                  "only", "over"}))
      c.skip();
    else if (c.is_any({"more", "less"}) && c.is("than", 1))
      c.skip(2);
    auto quantities = take_quantities(c);
    if (!quantities && c.peek() != nullptr) {  // "years ago", "days later"
      const auto unit = unit_word(c.peek()->lower);
      if (unit && unit->plural && c.is_any({"ago", "later", "earlier"}, 1)) {
        c.skip();
        quantities = {{{"X", unit->unit}}};
      }
    }
    if (!quantities) return std::nullopt;
    date.quantities = *quantities;
  }
  if (c.take("ago")) {
    date.direction = -1;
  } else if (c.take_words("from now") || c.take("hence")) {
    date.direction = 1;
  } else if (c.take_any({"earlier", "previously"})) {
    date.direction = -1;
    date.origin = Origin::kText;
    if (c.is("than")) return std::nullopt;
  } else if (c.take("later")) {
    date.direction = 1;
    date.origin = Origin::kText;
    if (c.is("than")) return std::nullopt;
  } else if (c.is_any({"before", "after", "from"})) {
    date.direction = c.is("before") ? -1 : 1;
    const bool from = c.is("from");
    c.skip();
    date.origin = Origin::kText;
    for (Match (*rule)(Cursor) : {&day, &today, &month, &year, &deictic, &weekday}) {
      if (Match anchor = rule(c)) {
        c.move_to(anchor->end);
        date.parts = {*anchor};
        return finished(date, first, c);
      }
    }
    const Atom* next = c.peek();
    if (from || (next != nullptr && (next->kind != AtomKind::kMark || next->lower == "\"")))
      return std::nullopt;
  } else {
    // "in two weeks", said of what is to come
    if (!first.is("in", -1)) return std::nullopt;
    if (outlook_of(first.sentence().reading, first.peek()->token) != Outlook::kFuture) return std::nullopt;
    date.direction = 1;
  }
  return finished(date, first, c);
}

Match reference(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.meaning = Meaning::kReference;
  const auto give = [&](std::string_view value) {
    date.reference = value;
    return finished(date, first, c);
  };
  if (c.take("now")) {
    if (c.upos(-1) != Upos::kAdv || c.is("that")) return std::nullopt;
    return give("PRESENT_REF");
  }
  if (c.take_any({"currently", "nowadays", "presently"})) return give("PRESENT_REF");
  if (c.take_any({"recently", "lately"})) return give("PAST_REF");
  if (c.take("soon")) return c.is("as") || c.is("after") || first.is("as", -1) ? Match{} : give("FUTURE_REF");
  if (c.take_any({"recent", "coming"})) {
    const bool past = first.is("recent");
    if (c.peek() == nullptr) return std::nullopt;
    const auto unit = unit_word(c.peek()->lower);
    if (!unit || !unit->plural) return std::nullopt;
    c.skip();
    return give(past ? "PAST_REF" : "FUTURE_REF");
  }
  if (!c.take("the")) return std::nullopt;
  if (c.is_any({"near", "foreseeable", "immediate", "distant"}) && c.is("future", 1)) c.skip();
  if (c.take_any({"future", "past", "present", "moment"})) {
    if (c.upos(-1) != Upos::kNoun || c.upos() == Upos::kNoun || c.upos() == Upos::kNum || c.is("of"))
      return std::nullopt;
    if (c.is("moment", -1) && !first.is_any({"at", "for"}, -1)) return std::nullopt;
    return give(c.is("future", -1) ? "FUTURE_REF" : c.is("past", -1) ? "PAST_REF" : "PRESENT_REF");
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
