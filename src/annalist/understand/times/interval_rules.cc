#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

bool plural_noun_at(const Cursor& c) { return c.token() != nullptr && c.upos() == Upos::kNoun && feature(*c.token(), "Number") == "Plur"; }

// A year that the other end makes sure: "1704" of "1704 - 1787".
Match plain_year(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (c.peek() == nullptr || c.peek()->kind != AtomKind::kNumber) return std::nullopt;
  date.year = take_year(c, false);
  if (!date.year || *date.year > 2100) return std::nullopt;
  if (c.is_glued() && c.is_any({"%", ":", ".", "$"}) && c.is_glued(1) && c.peek(1) != nullptr) return std::nullopt;
  if (plural_noun_at(c) || (c.peek() != nullptr && (magnitude_of(c.peek()->lower) || unit_word(c.peek()->lower)))) return std::nullopt;
  return finished(date, first, c);
}

// One end of an interval that can stand alone.
Match whole_end(Cursor c) {
  Match best;
  for (Match (*rule)(Cursor) :
       {&day, &slash_day, &month, &part_of_year, &year, &era_year, &decade, &century, &season_of_year, &today, &deictic, &weekday}) {
    if (Match match = rule(c); match && (!best || match->end > best->end)) best = match;
  }
  if (best) return best;
  const bool to_date = c.is("date") && c.is("to", -1);
  if (to_date || c.is_any({"now", "present"})) {  // "between January 2019 and now", "(1950-present)"
    const Cursor first = c;
    c.skip();
    Expression date;
    date.meaning = Meaning::kDeictic;
    date.unit = TimeUnit::kDay;
    date.shift = 0;
    return finished(date, first, c);
  }
  return plain_year(c);
}

// "24" of "24 to 27 March", "March" of "March to May 2019": fields that the other end completes.
Match short_start(Cursor c) {
  const Cursor first = c;
  Expression date;
  c.take("the");
  if (const auto ordinal = c.take_ordinal(31)) {
    date.day = ordinal;
    return finished(date, first, c);
  }
  if (const auto number = c.take_integer(1, 2); number && *number >= 1 && *number <= 31) {
    date.day = number;
    return finished(date, first, c);
  }
  c = first;
  const bool sure = c.peek() != nullptr && c.peek()->lower.size() > 3 && !c.is("march");
  if (c.peek() != nullptr && (c.peek()->capital || (sure && c.is_any({"between", "from", "and", "to"}, -1)))) {
    if (const auto name = take_month_name(c)) {
      date.month = name;
      return finished(date, first, c);
    }
  }
  return std::nullopt;
}

// "10/1" of "10/1-11/2/2017": a day because a whole date follows.
Match slash_start(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (!take_slash_day(c, date) || date.year || !c.is_any({"-", "to", "until", "till", "through"})) return std::nullopt;
  Cursor end = c;
  end.skip();
  Expression other;
  if (!take_numeric_day(end, other)) return std::nullopt;
  return finished(date, first, c);
}

// "27" of "March 24-27": the day alone, with the year that may follow; "18" of "2017-18".
Match short_end(Cursor c, const Expression& from) {
  const Cursor first = c;
  Expression date;
  if (from.day && from.month) {
    if (const auto ordinal = c.take_ordinal(31)) date.day = ordinal;
    else date.day = c.take_integer(1, 2);
    if (!date.day || *date.day > 31 || *date.day <= *from.day) return std::nullopt;
    if (c.is_glued() && c.is_any({"%", ":"})) return std::nullopt;
    if (c.peek() != nullptr && magnitude_of(c.peek()->lower)) return std::nullopt;
    date.month = from.month;
    Cursor with_year = c;
    with_year.take(",");
    if (const auto number = take_year(with_year, false); number && !from.year) {
      date.year = number;
      c = with_year;
    } else {
      date.year = from.year;
    }
    return finished(date, first, c);
  }
  if (from.year && !from.month && !from.day) {
    // "1871-72", "(1871 - 72)"
    const bool closed = c.is_any({")", ";", ","}, 1) && c.is("-", -1);
    const auto number = c.is_glued() || closed ? c.take_integer(2, 2) : std::nullopt;
    if (!number || *number <= *from.year % 100) return std::nullopt;
    date.year = *from.year - *from.year % 100 + *number;
    return finished(date, first, c);
  }
  return std::nullopt;
}

void complete(Expression& from, Expression& to) {
  if (!from.month && from.day) from.month = to.month;
  if (!from.year && !from.shift && (from.month || from.day)) from.year = to.year;
  if (!to.year && !to.shift && to.month && from.year && from.month && *from.month < *to.month) to.year = from.year;
}

bool take_connector(Cursor& c, bool between, bool from) {
  if (between && c.take("and")) return true;
  if (c.take_any({"to", "through", "till", "until"})) return true;
  if (c.take("-") || c.take("/") || c.take("~")) { return from || between || c.is_glued() || !c.is_glued(-1); }
  return false;
}

}  // namespace

Match interval(Cursor c) {
  Cursor start = c;
  const bool between = c.is("between", -1);
  const bool from_word = c.is("from", -1);
  const bool after_name = c.upos(-1) == Upos::kPropn && !c.is_any({",", "."}, -1);  // "iPhone 4 - September 30"
  for (const bool complete_start : {true, false}) {
    c = start;
    Match from = complete_start ? whole_end(c) : short_start(c);
    if (!complete_start && !(from && from->month)) {
      if (Match slashed = slash_start(c)) from = slashed;
    }
    if (!from || !from->clock.empty() || (c.is_any({"now", "present"}) && !between && !from_word)) continue;
    c.move_to(from->end);
    if (!take_connector(c, between, from_word)) continue;
    const bool slash = c.is("/", -1);
    if (!complete_start && c.is_any({"till", "until"}, -1)) continue;
    if (after_name && !complete_start && from->day) continue;
    Match to = whole_end(c);
    if (const Match short_to = short_end(c, *from); short_to && (!to || short_to->end > to->end)) to = short_to;
    if (!to && from->month && !from->day) {  // "May to March": the first month makes the second sure
      if (Match name = short_start(c); name && name->month) to = name;
    }
    const bool dash = !c.is_any({"to", "and", "through", "till", "until"}, -1);
    if (to && dash && (from->meaning != Meaning::kCalendar || to->meaning != Meaning::kCalendar) && !c.is("present")) continue;
    if (!to || to->meaning == Meaning::kOffset || !to->clock.empty()) continue;
    if (slash && !(from->year && to->year && !to->month)) continue;
    const bool of_year = dash && from->month && !from->day && !from->year && to->year && !to->month && !to->decade;
    if (of_year && from->meaning == Meaning::kCalendar) continue;  // "Apr-2019" is a month
    if (!complete_start && !(to->month || to->year)) continue;
    if (from->day && !from->month && !(to->day && to->month)) continue;
    if (!from_word && !between && c.is("to", -1) && from->meaning == Meaning::kDeictic) continue;
    // "2000 to 3000", "1,500-2,000": years only where both can be, in order
    if (from->year && to->year && !from->month && !to->month && (*to->year <= *from->year || *to->year > 2100)) continue;
    complete(*from, *to);
    Expression both;
    both.meaning = Meaning::kInterval;
    both.begin = from->begin;
    both.end = to->end;
    both.parts = {*from, *to};
    return both;
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
