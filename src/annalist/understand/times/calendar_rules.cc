#include <algorithm>
#include <array>

#include "annalist/base/date.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

// Month names that are also given names or common words: alone they are months only after a preposition or
// such.
constexpr std::array<std::string_view, 5> kAmbiguousMonths = {"march", "may", "april", "june", "august"};

bool month_follows(Cursor c) { return take_month_name(c).has_value(); }

// "26", "26th", "twenty-sixth". A number that goes on ("26%", "26:30", "26.5") is no day.
std::optional<int> take_day_number(Cursor& c) {
  Cursor ahead = c;
  if (const auto ordinal = ahead.take_ordinal(31)) {
    c = ahead;
    return ordinal;
  }
  const auto number = ahead.take_integer(1, 2);
  if (!number || *number < 1 || *number > 31) return std::nullopt;
  const bool clock = ahead.is(":") && ahead.is_glued(1) && ahead.peek(1) != nullptr &&
                     ahead.peek(1)->kind == AtomKind::kNumber;
  if (ahead.is_glued() && (ahead.is_any({"%", "$"}) || clock)) return std::nullopt;
  c = ahead;
  return number;
}

// The year after a day and month: ", 2024", "2024", "of 2024", ", of this year" (which is left to others).
void take_year_after(Cursor& c, Expression& date) {
  Cursor ahead = c;
  ahead.take(",");
  if (!ahead.take("of")) ahead.take("in");
  if (const auto number = take_year(ahead, true)) {
    date.year = number;
    c = ahead;
  }
}

// "March 26, 2024", "March 26th", "March the 26th"
bool month_first(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const bool capital = ahead.peek() != nullptr && ahead.peek()->capital;
  const bool verb = !capital && ahead.is_any({"may", "march", "mar", "dec", "sun"});
  const auto name = take_month_name(ahead);
  if (!name || verb) return false;
  if (ahead.take("-") || ahead.take("/") || ahead.take("the")) {
    // "Mar-26", "Mar/26", "March the 26th"
  }
  const auto number = take_day_number(ahead);
  if (!number) return false;
  // "May 5 million": the number counts something.
  if (ahead.peek() != nullptr && magnitude_of(ahead.peek()->lower)) return false;
  date.month = name;
  date.day = number;
  c = ahead;
  take_year_after(c, date);
  return true;
}

// "26 March 2024", "the 26th of March", "26th day of March"
bool day_first(Cursor& c, Expression& date) {
  Cursor ahead = c;
  ahead.take("the");
  const auto number = take_day_number(ahead);
  if (!number) return false;
  if (ahead.take("day")) {
    if (!ahead.take("of")) return false;
  } else if (!ahead.take("of") && !ahead.take("-")) {
    ahead.take("/");
  }
  if (ahead.is_any({"may", "march", "mar"}) && !ahead.peek()->capital && !c.is("the")) return false;
  const auto name = take_month_name(ahead);
  if (!name) return false;
  date.month = name;
  date.day = number;
  c = ahead;
  if (c.is_glued() && (c.is("-") || c.is("/"))) {
    Cursor year_cursor = c;
    year_cursor.skip();
    if (const auto value = take_year(year_cursor, false)) {
      date.year = value;
      c = year_cursor;
      return true;
    }
  }
  take_year_after(c, date);
  return true;
}

// "2024-03-26", "2024/3/26"
bool iso(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const auto year_number = ahead.take_integer(4, 4);
  if (!year_number) return false;
  for (std::string_view mark : {"-", "/"}) {
    Cursor rest = ahead;
    if (!rest.take_glued(mark)) continue;
    const auto month_number = rest.take_integer(1, 2);
    if (!month_number || *month_number < 1 || *month_number > 12 || !rest.take_glued(mark)) continue;
    const auto day_number = rest.take_integer(1, 2);
    if (!day_number || !is_valid({*year_number, *month_number, *day_number})) continue;
    date.year = year_number;
    date.month = month_number;
    date.day = day_number;
    c = rest;
    return true;
  }
  return false;
}

// "26/3/2024", "3-26-24", "26.3.2024": the order by what is possible, else by the document's habit; with
// points the day comes first.
bool numeric(Cursor& c, Expression& date) {
  Cursor ahead = c;
  const auto first = ahead.take_integer(1, 2);
  const Atom* mark = ahead.peek();
  if (!first || mark == nullptr || !ahead.is_glued() || !ahead.is_any({"/", "-", "."})) return false;
  ahead.skip();
  const bool glued_second = ahead.is_glued();
  const auto second = ahead.take_integer(1, 2);
  if (!second || !glued_second || !ahead.take_glued(mark->lower)) return false;
  const bool glued_third = ahead.is_glued();
  auto third = ahead.take_integer(4, 4);
  if (!third) {
    third = ahead.take_integer(2, 2);
    if (third) third = *third + (*third < 50 ? 2000 : 1900);
  }
  if (!third || !glued_third) return false;
  const bool day_leads = *first > 12 || (*second <= 12 && (mark->lower == "." || c.sentence().day_first));
  date.day = day_leads ? first : second;
  date.month = day_leads ? second : first;
  date.year = third;
  if (*date.month < 1 || *date.month > 12 || !is_valid({*date.year, *date.month, *date.day})) return false;
  c = ahead;
  return true;
}

bool holiday(Cursor& c, Expression& date) {
  for (int i = 0; i < kFixedDayCount; ++i) {
    Cursor ahead = c;
    if (!ahead.peek() || !ahead.peek()->capital || !ahead.take_words(kFixedDays[i].words)) continue;
    date.month = kFixedDays[i].month;
    date.day = kFixedDays[i].day;
    c = ahead;
    take_year_after(c, date);
    return true;
  }
  return false;
}

bool plural_noun(const Token* token) {
  return token != nullptr && token->upos == Upos::kNoun && feature(*token, "Number") == "Plur";
}

// Whether a number of four digits that stands alone is a year, by the words beside it.
bool year_by_context(const Cursor& before, const Cursor& after, int value) {
  if (before.is_glued() && before.peek(-1) != nullptr && !before.is_any({"(", "'", "\"", "["}, -1))
    return false;
  if (after.is_glued() && after.is_any({"%", ":", "/", "$", "°"})) return false;
  if (after.is_glued() && after.peek() != nullptr && after.peek()->kind == AtomKind::kWord) return false;
  if (after.is_glued() && after.is("-") && after.is_glued(1) && after.peek(1) != nullptr &&
      after.peek(1)->kind == AtomKind::kNumber) {
    return false;
  }
  if (after.peek() != nullptr && (magnitude_of(after.peek()->lower) || unit_word(after.peek()->lower)))
    return false;
  const Atom* previous = before.peek(-1);
  if (previous != nullptr &&
      before.is_any(
          {"$",          "€",    "£",     "#",     "no",   "number", "flight", "page", "section", "article",
           "resolution", "room", "route", "least", "than", "about",  "nearly", "over", "almost",  "some"},
          -1)) {
    return false;
  }
  const bool preposition = previous != nullptr &&
                           before.is_any({"in", "since", "until", "till", "by", "from", "of", "to", "during",
                                          "between", "after", "before", "circa", "year", "and", "through"},
                                         -1);
  if (value < 1900 ||
      value > 2099) {  // an old year needs more: a number of that size counts things as easily
    if (plural_noun(after.token())) return false;
    if (before.is("(", -1) || before.is_any({"in", "since", "circa", "from", "until"}, -1)) return true;
    if (before.is(".", -1) && before.is_any({"c", "ca"}, -2)) return true;
    const bool ends = after.peek() == nullptr || after.peek()->kind == AtomKind::kMark;
    return value % 100 != 0 && value >= 1400 && (preposition || (before.is(",", -1) && ends));
  }
  const bool determined =
      before.upos(-1) == Upos::kDet || before.is("s", -1) || before.upos(-1) == Upos::kPron;
  // "2000 people" is a count; "in 2016 protesters ..." is not.
  if (plural_noun(after.token()) && !determined)
    return before.is_any({"in", "since"}, -1) && value % 100 != 0;
  return true;
}

}  // namespace

Expression finished(Expression expression, const Cursor& first, const Cursor& last) {
  expression.begin = first.at();
  expression.end = last.at();
  return expression;
}

std::optional<int> take_month_name(Cursor& c) {
  const Atom* atom = c.peek();
  if (atom == nullptr || atom->kind != AtomKind::kWord) return std::nullopt;
  const int month_number = month_by_name(atom->lower);
  if (month_number == 0) return std::nullopt;
  c.skip();
  const bool whole = atom->lower == "may" || atom->lower == "june" || atom->lower == "july";
  if (atom->lower.size() <= 4 && !whole && c.is_glued() && c.is(".")) c.skip();
  return month_number;
}

std::optional<int> take_weekday_name(Cursor& c) {
  const Atom* atom = c.peek();
  if (atom == nullptr || atom->kind != AtomKind::kWord) return std::nullopt;
  const int number = weekday_by_name(atom->lower);
  if (number == 0) return std::nullopt;
  c.skip();
  if (atom->lower.size() <= 5 && c.is_glued() && c.is(".")) c.skip();
  return number;
}

std::optional<int> take_year(Cursor& c, bool spelled) {
  Cursor ahead = c;
  if (const auto number = ahead.take_integer(4, 4)) {
    if (*number < 1000 || *number > 2999) return std::nullopt;
    c = ahead;
    return number;
  }
  if (ahead.take("'")) {
    const auto number = ahead.is_glued() ? ahead.take_integer(2, 2) : std::nullopt;
    if (!number || (ahead.is_glued() && ahead.is("s"))) return std::nullopt;
    c = ahead;
    return *number + (*number < 40 ? 2000 : 1900);
  }
  if (!spelled || c.peek() == nullptr || c.peek()->kind != AtomKind::kWord) return std::nullopt;
  const auto first = ahead.take_numeral();
  if (!first || !first->spelled) return std::nullopt;
  const auto value = first->value.units();
  if (value >= 1900 && value <= 2100 && first->scaled && c.is("two")) {
    c = ahead;
    return static_cast<int>(value);
  }
  if (value < 15 || value > 20) return std::nullopt;
  const auto second = ahead.take_numeral();
  if (!second || !second->spelled || second->value.units() < 10 || second->value.units() > 99)
    return std::nullopt;
  c = ahead;
  return static_cast<int>(value * 100 + second->value.units());
}

Match day(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.weekday = take_weekday_name(c);
  if (date.weekday) {
    c.take(",");
    c.take("the");
  }
  if (iso(c, date) || numeric(c, date) || month_first(c, date) || day_first(c, date) ||
      (!date.weekday && holiday(c, date))) {
    if (date.day && date.month && *date.day > days_in_month(date.year.value_or(2024), *date.month))
      return std::nullopt;
    return finished(date, first, c);
  }
  if (!date.weekday) {
    if (first.is("9") && first.is("/", 1) && first.is("11", 2) &&
        !first.is("/", 3)) {  // the day that is called by its date
      date.year = 2001;
      date.month = 9;
      date.day = 11;
      c.skip(3);
      return finished(date, first, c);
    }
    return std::nullopt;
  }
  // "Tuesday the 5th"
  if (const auto ordinal = c.take_ordinal(31); ordinal && !month_follows(c)) {
    date.day = ordinal;
    return finished(date, first, c);
  }
  return std::nullopt;
}

bool take_position(Cursor& c) {
  Cursor ahead = c;
  ahead.take("the");
  if (ahead.take("very")) {
    // "the very beginning of"
  }
  if (ahead.take_any({"beginning", "start", "end", "middle", "close", "turn", "onset"})) {
    if (!ahead.take("of")) return false;
    c = ahead;
    return true;
  }
  if (!ahead.take_any({"early", "mid", "late"})) return false;
  ahead.take("-");
  if (ahead.take("to")) {
    if (!ahead.take("-") || !ahead.take_any({"mid", "late"})) return false;
    ahead.take("-");
  }
  ahead.take("in");
  c = ahead;
  return true;
}

Match month(Cursor c) {
  const Cursor first = c;
  Expression date;
  Cursor led_by_year = c;  // "2017 April"
  if (const auto number = led_by_year.take_integer(4, 4);
      number && *number >= 1900 && *number < 2100 && !led_by_year.is_glued()) {
    if (const auto name = take_month_name(led_by_year); name && led_by_year.peek(-1)->lower != "may") {
      date.year = number;
      date.month = name;
      if (led_by_year.peek() == nullptr || led_by_year.peek()->kind != AtomKind::kNumber)
        return finished(date, first, led_by_year);
      date = {};
    }
  }
  Cursor iso_month = c;  // "2015-03"; "2010-12" is rather a pair of years
  if (const auto number = iso_month.take_integer(4, 4);
      number && *number >= 1000 && *number < 2100 && iso_month.take_glued("-")) {
    const bool glued = iso_month.is_glued();
    const auto of_year = iso_month.take_integer(2, 2);
    const bool goes_on = iso_month.is_glued() && iso_month.is_any({"-", "/"});
    if (glued && of_year && *of_year >= 1 && *of_year <= 12 && *of_year <= *number % 100 && !goes_on &&
        !first.is_glued()) {
      date.year = number;
      date.month = of_year;
      return finished(date, first, iso_month);
    }
  }
  const bool placed = take_position(c);
  if (placed) c.take("the");
  const Cursor name_at = c;
  if (c.take("the")) {
    // "the month of May"
    if (!c.take("month") || !c.take("of")) return std::nullopt;
  }
  const Atom* name = c.peek();
  date.month = take_month_name(c);
  if (!date.month || name == nullptr) return std::nullopt;
  Cursor with_year = c;
  take_year_after(with_year, date);
  if (date.year && (name->capital || !name_at.is_any({"may", "march", "mar"}))) {
    // "May 2000 people": the number counts them
    if (!(name->lower == "may" && plural_noun(with_year.token()))) return finished(date, first, with_year);
    date.year.reset();
  }
  const bool lower_ok = name->lower.size() > 3 && name->lower != "march" &&
                        name_at.is_any({"in", "since", "until", "by", "from", "last", "of"}, -1);
  if (!name->capital && !lower_ok) return std::nullopt;
  const bool led = placed || name_at.at() != c.at() - 1;
  const bool after_preposition =
      name_at.peek(-1) != nullptr &&
      (date_preposition(name_at.peek(-1)->lower) || name_at.is_any({"and", "or", ",", "(", "-"}, -1));
  const bool ambiguous =
      std::find(kAmbiguousMonths.begin(), kAmbiguousMonths.end(), name->lower) != kAmbiguousMonths.end() ||
      name->lower.size() <= 3;
  if (ambiguous && !led) {
    if (!after_preposition || name_at.is_any({",", "-", "to", "of"}, -1)) return std::nullopt;
    if (c.is("'") && c.is("s", 1) && name_at.is_any({"by", "for", "from", "of", "to"}, -1))
      return std::nullopt;
    if (name_at.is_any({"by", "for", "from", "and", "or"}, -1) && name->lower == "may" &&
        c.upos() == Upos::kVerb)
      return std::nullopt;
    if (c.upos() == Upos::kPropn && name->lower != "march") return std::nullopt;
  }
  if (name_at.upos() == Upos::kVerb || name_at.upos() == Upos::kAux) return std::nullopt;
  // "June Smith", "Dr. August": a part of a name
  if (!led &&
      (name_at.upos(-1) == Upos::kPropn && !name_at.is_any({",", "(", "."}, -1) && !after_preposition))
    return std::nullopt;
  return finished(date, first, c);
}

Match year(Cursor c) {
  const Cursor first = c;
  Expression date;
  const bool placed = take_position(c);
  if (c.take("the")) {
    if (!c.take("year")) return std::nullopt;
  } else if (c.is("year") && c.peek(1) != nullptr && c.peek(1)->kind == AtomKind::kNumber) {
    c.skip();
  }
  const Cursor number_at = c;
  const bool spelled = first.is_any({"in", "since", "by", "of", "until"}, -1);
  if (c.is("'") && !spelled) return std::nullopt;
  date.year = take_year(c, spelled);
  if (!date.year) return std::nullopt;
  const bool named = number_at.at() > first.at() && !placed;
  if (!named && !placed && !year_by_context(number_at, c, *date.year)) return std::nullopt;
  return finished(date, first, c);
}

Match weekday(Cursor c) {
  const Cursor first = c;
  Expression date;
  const Atom* name = c.peek();
  date.weekday = take_weekday_name(c);
  if (!date.weekday || name == nullptr) return std::nullopt;
  const bool whole = name->lower.ends_with("day");
  if (!whole) {
    // "Sun", "Sat", "Wed" are words too: an abbreviation needs its full stop or a comma, and its capital.
    const bool marked = c.peek(-1) != nullptr && c.is(".", -1);
    if (!name->capital || (!marked && !c.is(","))) return std::nullopt;
    if (c.upos() == Upos::kPropn) return std::nullopt;
  }
  // A "Sunday Times" or a "Black Friday" is a name.
  if (name->capital && c.upos() == Upos::kPropn && c.peek()->capital && part_of_day(c.peek()->lower).empty())
    return std::nullopt;
  Cursor week = c;  // "Wednesday of next week"
  if (week.take("of") && week.is("week", 1) && week.is_any({"this", "last", "next"})) {
    date.shift = week.is("this") ? 0 : week.is("last") ? -1 : 1;
    date.unit = TimeUnit::kWeek;
    week.skip(2);
    return finished(date, first, week);
  }
  if (first.is_any({"black", "bloody", "good", "ash", "palm", "easter"}, -1) && first.peek(-1)->capital)
    return std::nullopt;
  return finished(date, first, c);
}

}  // namespace annalist::time_rules
