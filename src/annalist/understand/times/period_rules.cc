#include "annalist/understand/times/rules.h"
#include "annalist/understand/times/tense.h"

namespace annalist::time_rules {
namespace {

// "BC", "B.C.", "BCE" -> -1; "AD", "CE" -> +1; 0 for neither.
int take_era(Cursor& c) {
  const Atom* atom = c.peek();
  if (atom == nullptr || !atom->capital) return 0;
  if (c.take_any({"bc", "bce"})) return -1;
  if (c.take_any({"ad", "ce"})) return 1;
  if (c.take_words("b . c . e .") || c.take_words("b . c .")) return -1;
  if (c.take_words("a . d .") || c.take_words("c . e .")) return 1;
  return 0;
}

// What follows a part of a year: "of 2009", "2009", "of the year", "of last year". Sets the year or the
// shift.
void take_whole_year(Cursor& c, Expression& date) {
  Cursor ahead = c;
  if (!ahead.take(",") && ahead.is_glued(1)) ahead.take_glued("-");  // "Q1-2019"
  const bool of = ahead.take("of") || ahead.take("in");
  if (const auto number = take_year(ahead, of)) {
    date.year = number;
    c = ahead;
    return;
  }
  take_shift_after(c, date);
}

}  // namespace

Match era_year(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (take_era(c) > 0) {
    date.year = c.take_integer(1, 4);
    if (!date.year) return std::nullopt;
    return finished(date, first, c);
  }
  const auto number = c.take_numeral();
  if (!number || number->spelled || !number->value.is_whole() || !(number->value < Decimal(1'000'000))) return std::nullopt;
  const int era = take_era(c);
  if (era == 0) return std::nullopt;
  date.year = static_cast<int>(number->value.units()) * era;
  return finished(date, first, c);
}

Match decade(Cursor c) {
  const Cursor first = c;
  Expression date;
  const bool article = c.is("the") || (c.upos() == Upos::kPron && !c.is_any({"i", "you", "he", "she", "it", "we", "they"}));
  if (c.is("the")) c.skip();
  if (take_position(c)) c.take("the");
  const bool apostrophe = c.take("'");
  const bool mark_glued = c.is_glued();
  if (const auto number = c.take_integer(2, 4); number && *number % 10 == 0 && (*number >= 1000 || *number < 100)) {
    if (apostrophe && !mark_glued) return std::nullopt;
    if (c.is("'")) c.skip();
    const bool parted = *number >= 1000 && c.is("s") && first.is_any({"in", "the", "of", "since"}, -1);
    if ((!c.is_glued() && !parted) || !c.take("s")) return std::nullopt;
    if (*number < 100 && !article && !apostrophe) return std::nullopt;
    date.decade = number;
    return finished(date, first, c);
  }
  if (c.peek() == nullptr || c.peek()->kind != AtomKind::kWord || first.at() == c.at()) return std::nullopt;
  const int word = decade_word(c.peek()->lower);
  if (word < 0) return std::nullopt;
  c.skip();
  date.decade = word;
  return finished(date, first, c);
}

Match century(Cursor c) {
  const Cursor first = c;
  Expression date;
  c.take("the");
  if (take_position(c)) c.take("the");
  const auto number = c.take_ordinal(30);
  if (!number) return std::nullopt;
  c.take("-");
  if (!c.take_any({"century", "centuries"})) return std::nullopt;
  date.century = *number;
  if (take_era(c) < 0) date.century = -*number;
  return finished(date, first, c);
}

namespace {

// A season without article in a clause of the present tense is any one: "Winter is mild", "it rains in
// autumn"; a lower-case "spring" or "fall" only beside another season or after "in".
bool any_season(const Cursor& first, const Cursor& name, const Cursor& after) {
  const bool opens = first.peek(-1) == nullptr && after.upos() == Upos::kAux;  // "Winter is mild", however tagged
  if ((name.upos() != Upos::kNoun && !opens) || first.upos(-1) == Upos::kDet || first.upos(-1) == Upos::kAdj) return false;
  const Outlook outlook = outlook_of(first.sentence().reading, name.peek()->token);
  if (outlook == Outlook::kPast || outlook == Outlook::kFuture) return false;
  const bool in = first.is_any({"in", "during"}, -1);
  const bool beside = (first.is("and", -1) && first.upos(-3) != Upos::kDet) || after.is("and") || after.is("or") || first.is("or", -1);
  const bool subject = name.token()->deprel == "nsubj" && !name.is_any({"fall", "spring"});
  const bool capital = name.peek()->capital && first.peek(-1) == nullptr;
  if (after.upos() == Upos::kNoun || after.upos() == Upos::kPropn) return false;
  return ((in || beside) && outlook == Outlook::kPresent) || subject || capital;
}

}  // namespace

Match season_of_year(Cursor c) {
  const Cursor first = c;
  Expression date;
  bool led = take_position(c);
  const bool article = c.take("the");
  if (take_position(c)) led = true;
  const Cursor name_at = c;
  const Atom* name = c.peek();
  if (name == nullptr || name->kind != AtomKind::kWord) return std::nullopt;
  date.season = season(name->lower);
  if (date.season.empty()) return std::nullopt;
  c.skip();
  Cursor with_year = c;
  const bool of = with_year.take("of");
  if (const auto number = take_year(with_year, false)) {
    date.year = number;
    return finished(date, first, with_year);
  }
  if (of && with_year.take_any({"this", "last", "next"}) && with_year.take("year")) {
    date.shift = with_year.is("this", -2) ? 0 : with_year.is("last", -2) ? -1 : 1;
    date.unit = TimeUnit::kYear;
    return finished(date, first, with_year);
  }
  if (!article && any_season(first, name_at, c)) {
    date.generic = true;
    return finished(date, first, c);
  }
  // Alone: "in the summer", "since winter"; a fall, a spring and the like are other things.
  const Upos upos = name_at.upos();
  if (upos != Upos::kNoun && upos != Upos::kPropn) return std::nullopt;
  if (of || c.upos() == Upos::kNoun || c.upos() == Upos::kPropn) return std::nullopt;
  const Cursor before = first;
  if (!led && !before.is_any({"in", "during", "since", "by", "until", "through", "throughout", "before", "after", "this"}, -1)) {
    return std::nullopt;
  }
  if (name->lower == "fall" && !before.is_any({"in", "during", "since", "by", "until", "early", "late"}, -1)) return std::nullopt;
  if (name->lower == "spring" && !article && !name->capital && !before.is_any({"in", "during", "since", "by", "until"}, -1))
    return std::nullopt;
  return finished(date, first, c);
}

Match part_of_year(Cursor c) {
  const Cursor first = c;
  Expression date;
  Cursor led = c;  // "2017-Q1"
  if (const auto number = led.take_integer(4, 4);
      number && (led.take_glued("-") || !led.is_glued()) && led.is_any({"q", "h"}) && led.is_glued(1)) {
    const bool quarter = led.is("q");
    led.skip();
    if (const auto part = led.take_integer(1, 1); part && *part >= 1 && *part <= (quarter ? 4 : 2)) {
      (quarter ? date.quarter : date.half) = part;
      date.year = number;
      return finished(date, first, led);
    }
  }
  c.take("the");
  if (c.is_any({"q", "h"}) && c.is_glued(1)) {
    const bool capital = c.peek()->capital;  // "Q3 2009", "H1"
    const bool quarter = c.is("q");
    c.skip();
    const auto number = c.take_integer(1, 1);
    if (!number || *number < 1 || *number > (quarter ? 4 : 2)) return std::nullopt;
    (quarter ? date.quarter : date.half) = number;
    take_whole_year(c, date);
    if (!capital && !date.year) return std::nullopt;
    return finished(date, first, c);
  }
  if (c.is_any({"last", "final"}) && c.is("quarter", 1)) {
    Cursor ahead = c;
    ahead.skip(2);
    take_whole_year(ahead, date);
    if (!date.year && !date.shift) return std::nullopt;  // "the last quarter": counted from now
    date.quarter = 4;
    return finished(date, first, ahead);
  }
  const auto number = c.take_ordinal(4);
  if (!number) return std::nullopt;
  c.take("-");
  if (c.take("quarter")) {
    date.quarter = number;
  } else if (c.take("half") && *number <= 2) {
    date.half = number;
  } else {
    return std::nullopt;
  }
  take_whole_year(c, date);
  if (date.half && !date.year && !date.shift) return std::nullopt;  // of a match, of a bridge
  if (date.quarter && !date.year && !date.shift && c.is("of")) return std::nullopt;
  return finished(date, first, c);
}

Match reckoned_year(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (c.is_any({"fy", "sy", "cy"})) {  // "FY2018", "FY 2018", "FY18"; a calendar year is the plain one
    if (!c.is("cy")) date.reckoning = c.is("fy") ? "FY" : "SY";
    c.skip();
    const bool glued = c.is_glued();
    date.year = take_year(c, false);
    if (!date.year && glued) date.year = c.take_integer(2, 2);
    if (!date.year || (c.is_glued() && c.peek() != nullptr && c.peek()->kind != AtomKind::kMark)) return std::nullopt;
    if (*date.year < 100) *date.year += 2000;
    return finished(date, first, c);
  }
  if (c.is("fiscal") && c.peek(1) != nullptr && c.peek(1)->kind == AtomKind::kNumber) {  // "fiscal 2018"
    c.skip();
    date.reckoning = "FY";
    date.year = take_year(c, false);
    return date.year ? Match(finished(date, first, c)) : std::nullopt;
  }
  c.take("the");
  if (c.is_any({"this", "last", "next", "current", "previous"})) {
    date.shift = c.is("last") || c.is("previous") ? -1 : c.is("next") ? 1 : 0;
    c.skip();
  }
  date.reckoning = c.is_any({"school", "academic"}) ? "SY" : "FY";
  if (!c.take_any({"fiscal", "financial", "school", "academic"}) || !c.take("year")) return std::nullopt;
  date.year = take_year(c, false);
  return finished(date, first, c);
}

Match week_of(Cursor c) {
  const Cursor first = c;
  Expression date;
  c.take("the");
  const auto ordinal = c.take_ordinal(53);
  if (!ordinal && !c.take_any({"last", "final"})) return std::nullopt;
  date.week = ordinal.value_or(-1);
  if (!c.take("week")) {
    date.weekday = take_weekday_name(c);
    if (!date.weekday || *date.week > 5) return std::nullopt;
  }
  if (!c.take_any({"of", "in"})) return std::nullopt;
  for (Match (*rule)(Cursor) : {&month, &sure_month, &year}) {
    const Match whole = rule(c);
    if (!whole || (whole->month && *date.week > 5)) continue;
    if (date.weekday && !whole->month) continue;
    c.move_to(whole->end);
    date.month = whole->month;
    date.year = whole->year;
    return finished(date, first, c);
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
