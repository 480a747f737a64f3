#include <algorithm>
#include <array>

#include "annalist/base/date.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

// Month names that are also given names or common words: alone they are months only after a preposition or
// such.
constexpr std::array<std::string_view, 5> kAmbiguousMonths = {"march", "may", "april", "june", "august"};

bool plural_noun(const Token* token) { return token != nullptr && token->upos == Upos::kNoun && feature(*token, "Number") == "Plur"; }

// Whether a number of four digits that stands alone is a year, by the words beside it.
bool year_by_context(const Cursor& before, const Cursor& after, int value) {
  if (before.is_glued() && before.peek(-1) != nullptr && !before.is_any({"(", "'", "\"", "[", "=", "<", ">"}, -1)) return false;
  if (after.is_glued() && after.is_any({"%", ":", "/", "$", "°"})) return false;
  if (after.is_glued() && after.peek() != nullptr && after.peek()->kind == AtomKind::kWord) return false;
  if (after.is_glued() && after.is("-") && after.is_glued(1) && after.peek(1) != nullptr && after.peek(1)->kind == AtomKind::kNumber) {
    return false;
  }
  if (after.peek() != nullptr && (magnitude_of(after.peek()->lower) || unit_word(after.peek()->lower))) return false;
  const Atom* previous = before.peek(-1);
  if (before.is("than", -1) && before.is_any({"later", "earlier"}, -2) && value >= 1900 && value < 2100) return true;
  if (before.is("than", -1) && (before.is("year", -3) || (before.is("is", -3) && before.is("year", -4)))) return true;
  if (previous != nullptr &&
      before.is_any({"$",          "€",    "£",     "#",     "no",   "number", "flight", "page", "section", "article",
                     "resolution", "room", "route", "least", "than", "about",  "nearly", "over", "almost",  "some"},
                    -1)) {
    return false;
  }
  const bool preposition = previous != nullptr && before.is_any({"in", "since", "until", "till", "by", "from", "of", "to", "during",
                                                                 "between", "after", "before", "circa", "year", "and", "through"},
                                                                -1);
  if (value < 1900 || value > 2099) {  // an old year needs more: a number of that size counts things as easily
    if (plural_noun(after.token())) return false;
    if (before.is("(", -1) || before.is_any({"in", "since", "circa", "from", "until"}, -1)) return true;
    if (before.is(".", -1) && before.is_any({"c", "ca"}, -2)) return true;
    const bool ends = after.peek() == nullptr || after.peek()->kind == AtomKind::kMark;
    // "the 1829 abolition of slavery", "this 1833 map"
    const bool named = before.upos(-1) == Upos::kDet || before.is("s", -1);
    if (named && value % 100 != 0 && value >= 1400 && value < 1900 && after.upos() == Upos::kNoun) return true;
    return value % 100 != 0 && value >= 1400 && (preposition || (before.is(",", -1) && ends));
  }
  const bool determined = before.upos(-1) == Upos::kDet || before.is("s", -1) || before.upos(-1) == Upos::kPron;
  // "the 2011 and 2017 elections": a year beside a year
  if (before.is_any({"and", "or"}, -1) && before.peek(-2) != nullptr && before.peek(-2)->kind == AtomKind::kNumber &&
      before.peek(-2)->lower.size() == 4 && (before.peek(-2)->lower.starts_with("19") || before.peek(-2)->lower.starts_with("20")))
    return true;
  // "2000 people" is a count; "in 2016 protesters ..." is not.
  if (plural_noun(after.token()) && !determined) return before.is_any({"in", "since"}, -1) && value % 100 != 0;
  return true;
}

}  // namespace

bool take_week_after(Cursor& c, Expression& date) {
  Cursor week = c;
  week.take(",");
  const bool of = week.take_any({"of", "in"});
  if (of) week.take("the");
  if (!week.is("week", 1) || !week.is_any({"this", "last", "next", "following", "previous", "coming"})) return false;
  if (!of && week.is_any({"following", "previous", "coming"})) return false;
  date.shift = week.is("this") ? 0 : week.is_any({"last", "previous"}) ? -1 : 1;
  date.unit = TimeUnit::kWeek;
  week.skip(2);
  c = week;
  return true;
}

Match month(Cursor c) {
  const Cursor first = c;
  Expression date;
  Cursor led_by_year = c;  // "2017 April"
  if (const auto number = led_by_year.take_integer(4, 4); number && *number >= 1900 && *number < 2100 && !led_by_year.is_glued()) {
    if (const auto name = take_month_name(led_by_year); name && led_by_year.peek(-1)->lower != "may") {
      date.year = number;
      date.month = name;
      if (led_by_year.peek() == nullptr || led_by_year.peek()->kind != AtomKind::kNumber) return finished(date, first, led_by_year);
      date = {};
    }
  }
  if (Match numbers = numeric_month(c)) return numbers;
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
  const bool lower_ok =
      name->lower.size() > 3 && name->lower != "march" && name_at.is_any({"in", "since", "until", "by", "from", "last", "of"}, -1);
  if (!name->capital && !lower_ok) return std::nullopt;
  const bool led = placed || name_at.at() != c.at() - 1;
  const bool after_preposition =
      name_at.peek(-1) != nullptr && (date_preposition(name_at.peek(-1)->lower) || name_at.is_any({"and", "or", ",", "(", "-"}, -1));
  const bool ambiguous =
      std::find(kAmbiguousMonths.begin(), kAmbiguousMonths.end(), name->lower) != kAmbiguousMonths.end() || name->lower.size() <= 3;
  if (ambiguous && !led) {
    if (!after_preposition || name_at.is_any({",", "-", "to", "of"}, -1)) return std::nullopt;
    if (c.is("'") && c.is("s", 1) && name_at.is_any({"by", "for", "from", "of", "to"}, -1)) return std::nullopt;
    if (name_at.is_any({"by", "for", "from", "and", "or"}, -1) && name->lower == "may" && c.upos() == Upos::kVerb) return std::nullopt;
    if (c.upos() == Upos::kPropn && name->lower != "march") return std::nullopt;
  }
  if (name_at.upos() == Upos::kVerb || name_at.upos() == Upos::kAux) return std::nullopt;
  // "June Smith", "Dr. August": a part of a name
  if (!led && (name_at.upos(-1) == Upos::kPropn && !name_at.is_any({",", "(", "."}, -1) && !after_preposition)) return std::nullopt;
  return finished(date, first, c);
}

Match sure_month(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (c.peek() == nullptr || !c.peek()->capital) return std::nullopt;
  date.month = take_month_name(c);
  if (!date.month) return std::nullopt;
  take_year_after(c, date);
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
  if (name->capital && c.upos() == Upos::kPropn && c.peek()->capital && part_of_day(c.peek()->lower).empty()) return std::nullopt;
  if (take_week_after(c, date)) return finished(date, first, c);
  if (first.is_any({"black", "bloody", "good", "ash", "palm", "easter"}, -1) && first.peek(-1)->capital) return std::nullopt;
  return finished(date, first, c);
}

}  // namespace annalist::time_rules
