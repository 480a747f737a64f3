#include "annalist/base/date.h"
#include "annalist/base/decimal.h"
#include "annalist/understand/times/rules.h"
#include "annalist/understand/times/tense.h"

namespace annalist::time_rules {

namespace {

// What is counted: "the day" of "the day before", "about two years", "years" of "years ago".
bool take_counted(Cursor& c, Expression& date) {
  if (c.is("the") && c.peek(1) != nullptr && c.is_any({"before", "after"}, 2)) {
    const auto unit = unit_word(c.peek(1)->lower);
    if (!unit || unit->plural || unit->unit < TimeUnit::kDay) return false;
    date.quantities = {{"1", unit->unit}};
    c.skip(2);
    return true;
  }
  if (c.is_any({"about", "almost", "nearly", "around", "roughly", "just", "some", "exactly", "barely", "only", "over"})) c.skip();
  else if (c.is_any({"more", "less"}) && c.is("than", 1)) c.skip(2);
  auto quantities = take_quantities(c);
  if (!quantities && c.peek() != nullptr) {
    const auto unit = unit_word(c.peek()->lower);
    if (unit && unit->plural && c.is_any({"ago", "later", "earlier"}, 1)) {
      c.skip();
      quantities = {{{"X", unit->unit}}};
    }
  }
  if (!quantities) return false;
  date.quantities = *quantities;
  return true;
}

// Counted in weeks a date still has a weekday to tell: "two weeks from now on Friday".
bool takes_weekday(const Expression& date) {
  for (const Quantity& quantity : date.quantities) {
    if (quantity.unit != TimeUnit::kWeek) return false;
  }
  return date.meaning == Meaning::kOffset && (date.origin == Origin::kWriting || !date.parts.empty()) && !date.weekday;
}

void take_weekday_after(Cursor& c, Expression& date) {
  if (!takes_weekday(date)) return;
  Cursor ahead = c;
  ahead.take("on");
  if (const auto name = take_weekday_name(ahead)) {
    date.weekday = name;
    c = ahead;
  }
}

Match counted_offset(Cursor c);

}  // namespace

// "Two Sundays from now", "three Mondays ago": so many of that weekday on or back, the day of writing not counted.
Match counted_weekdays(Cursor c) {
  const Cursor first = c;
  Expression date;
  const auto count = c.take_numeral();
  if (!count || !count->value.is_whole() || !(count->value < Decimal(100)) || c.peek() == nullptr) return std::nullopt;
  std::string_view name = c.peek()->lower;
  if (!name.ends_with("days")) return std::nullopt;
  name.remove_suffix(1);
  const int number = weekday_by_name(name);
  if (number == 0) return std::nullopt;
  c.skip();
  const bool ago = c.take("ago");
  if (!ago && !c.take_words("from now") && !c.take_words("from today")) return std::nullopt;
  date.meaning = Meaning::kOffset;
  date.weekday = number;
  date.direction = ago ? -1 : 1;
  date.week = static_cast<int>(count->value.units());
  return finished(date, first, c);
}

// "two weeks ago", "two weeks ago on Friday", "Monday two weeks from now"
Match offset(Cursor c) {
  if (Match match = counted_weekdays(c)) return match;
  const Cursor first = c;
  const auto name = take_weekday_name(c);
  if (name) c.take(",");
  Match date = counted_offset(c);
  if (!date) return std::nullopt;
  c.move_to(date->end);
  if (!name) {
    take_weekday_after(c, *date);
  } else if (takes_weekday(*date)) {
    date->weekday = name;
  } else {
    return std::nullopt;
  }
  return finished(*date, first, c);
}

namespace {

Match counted_offset(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.meaning = Meaning::kOffset;
  if (!take_counted(c, date)) return std::nullopt;
  const bool back = c.is("back") && (c.peek(1) == nullptr || c.peek(1)->kind == AtomKind::kMark);  // "two days back."
  if (c.take("ago") || (back && c.take("back"))) {
    date.direction = -1;
    c.take("today");  // "a week ago today"
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
    if (from && first.is("for", -1)) return std::nullopt;  // "for three days from today": a stretch, and where it begins
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
    if (from || (next != nullptr && (next->kind != AtomKind::kMark || next->lower == "\""))) return std::nullopt;
  } else {
    // "in two weeks", said of what is to come
    if (!first.is("in", -1)) return std::nullopt;
    const bool s_time = c.take_words("' time") || c.take_words("' s time");  // "in a fortnight's time"
    const Outlook outlook = outlook_of(first.sentence().reading, first.peek()->token);
    // "We meet in half an hour", "In five minutes.": of minutes and hours the present speaks of what comes.
    const bool brief = date.quantities[0].unit <= TimeUnit::kHour && !c.is("of") &&
                       (outlook == Outlook::kPresent || (outlook == Outlook::kUnknown && first.at() == 1));
    if (!s_time && outlook != Outlook::kFuture && !brief) return std::nullopt;
    date.direction = 1;
  }
  return finished(date, first, c);
}

}  // namespace

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
  if (first.is("at", -1) || first.is("until", -1)) {
    if (c.take_words("the present time") || c.take_words("this time") || c.take_words("this moment") || c.take_words("the minute"))
      return c.upos() == Upos::kNoun || c.is_any({"of", "last", "next"}) ? Match{} : give("PRESENT_REF");
    if (c.take("present")) return c.upos() == Upos::kNoun ? Match{} : give("PRESENT_REF");
  }
  if (first.is_any({"to", "till", "until"}, -1) && c.take("date")) {  // "so far"; a day to date something is another
    const bool ends = c.peek() == nullptr || c.peek()->kind == AtomKind::kMark;
    return ends && first.upos() == Upos::kNoun ? give("PRESENT_REF") : Match{};
  }
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
    if (c.upos(-1) != Upos::kNoun || c.upos() == Upos::kNoun || c.upos() == Upos::kNum || c.is("of")) return std::nullopt;
    if (c.is("moment", -1) && !first.is_any({"at", "for"}, -1)) return std::nullopt;
    return give(c.is("future", -1) ? "FUTURE_REF" : c.is("past", -1) ? "PAST_REF" : "PRESENT_REF");
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
