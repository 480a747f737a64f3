#include <algorithm>
#include <array>

#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

// "several" and its like: a number that the words do not fix.
constexpr std::array<std::string_view, 9> kVague = {"several", "few",     "many",     "some",    "countless",
                                                    "couple",  "various", "numerous", "multiple"};

bool vague(std::string_view lower) { return std::find(kVague.begin(), kVague.end(), lower) != kVague.end(); }

// "about", "more than", "at least", "up to", "over": in front of a count.
void take_approximation(Cursor& c) {
  if (c.is("more") || c.is("less") || c.is("fewer") || c.is("longer")) {
    if (c.is("than", 1)) c.skip(2);
  } else if (c.is("at") && c.is_any({"least", "most"}, 1)) {
    c.skip(2);
  } else if (c.is("up") && c.is("to", 1)) {
    c.skip(2);
  } else if (c.peek() != nullptr && approximator(c.peek()->lower) && !c.is("at") && !c.is("some", 0)) {
    c.skip();
  }
}

// "and a quarter", "and three quarters" after a count that is a decimal; adds them to it.
bool take_fraction(Cursor& c, std::string& number) {
  Cursor ahead = c;
  if (!ahead.take("and")) return false;
  const bool three = ahead.take("three");
  if (!three) ahead.take_any({"a", "one"});
  if (ahead.at() == c.at() + 1) return false;
  if (!(three ? ahead.take("quarters") : ahead.take("quarter")) || ahead.is("of")) return false;
  const auto whole = Decimal::parse(number);
  if (!whole) return false;
  number = whole->plus(*Decimal::parse(three ? "0.75" : "0.25")).value_or(*whole).to_string();
  c = ahead;
  return true;
}

// The count before a unit, as a decimal or "X": "two", "a", "half a", "several", "two to three" (X); empty
// when there is none.
std::string take_count(Cursor& ahead) {
  std::string number;
  if (ahead.take("½") || ahead.take("half")) {
    if (!ahead.take_any({"a", "an"})) ahead.take("-");
    number = "0.5";
  } else if (const auto numeral = ahead.take_numeral()) {
    number = numeral->value.to_string();
    if (ahead.is("1") && ahead.is("/", 1) && ahead.is("2", 2)) {  // "5 1/2 years"
      ahead.skip(3);
      number += ".5";
    } else if (ahead.take("½")) {
      number += ".5";
    }
    if (take_fraction(ahead, number)) {
      // "two and a quarter hours"
    }
    const size_t half = ahead.is("half", 1) ? 2 : ahead.is_any({"a", "one"}, 1) && ahead.is("half", 2) ? 3 : 0;
    if (ahead.is("and") && half > 0) {
      ahead.skip(half);
      number = numeral->value.plus(*Decimal::parse("0.5")).value_or(numeral->value).to_string();
    } else if (ahead.is("to") || ahead.is("or") ||
               (ahead.is("-") && ahead.peek(1) != nullptr && ahead.peek(1)->kind == AtomKind::kNumber)) {
      Cursor range = ahead;  // "two to three years"
      range.skip();
      if (range.take_numeral()) {
        ahead = range;
        number = "X";
      }
    }
  } else if (ahead.is_any({"a", "an", "another", "single"})) {
    ahead.skip();
    number = "1";
    if (ahead.is_any({"few", "couple"})) {
      ahead.skip();
      ahead.take("of");
      number = "X";
      if (ahead.is("couple", -2) || ahead.is("couple", -1)) number = "2";
    } else if (ahead.take("half")) {
      ahead.take("-");
      number = "0.5";
    } else if (ahead.take_any({"full", "whole", "single"})) {
      // "a full year"
    }
  } else if (ahead.peek() != nullptr && vague(ahead.peek()->lower)) {
    number = ahead.is("couple") ? "2" : "X";
    ahead.skip();
    ahead.take("of");
  }
  return number;
}

// "3h", "for 10D": a letter that touches its digits, after a word that a duration follows.
std::optional<UnitWord> letter_unit(const Cursor& first, const Cursor& letter) {
  const bool goes_on = letter.is_glued(1) && letter.peek(1)->kind != AtomKind::kMark;
  if (!letter.is_glued() || goes_on) return std::nullopt;
  if (!first.is_any({"for", "within", "in", "lasted", "took", "every"}, -1)) return std::nullopt;
  if (letter.is("h")) return UnitWord{TimeUnit::kHour, true, 1};
  if (letter.is("d")) return UnitWord{TimeUnit::kDay, true, 1};
  if (letter.is("w")) return UnitWord{TimeUnit::kWeek, true, 1};
  if (letter.is("y")) return UnitWord{TimeUnit::kYear, true, 1};
  return std::nullopt;
}

// One count and its unit: "two years", "a year and a half", "2.5 hours", "several days", "half an hour".
std::optional<Quantity> take_quantity(Cursor& c) {
  Cursor ahead = c;
  std::string number = take_count(ahead);
  if (number.empty()) return std::nullopt;
  const bool hyphen = ahead.take("-");
  const bool adjective = ahead.take_any({"more", "trading", "working", "business", "full", "straight", "consecutive", "whole", "long",
                                         "additional", "other", "calendar", "successive", "further"});
  const Atom* word = ahead.peek();
  auto unit = word == nullptr ? std::nullopt : unit_word(word->lower);
  if (!unit && word != nullptr && word->lower.size() == 1) unit = letter_unit(c, ahead);
  if (!unit) return std::nullopt;
  // "a second", "a quarter" are other things; "5 min" and such only after digits.
  if (number == "1" && !c.is("1") && !c.is("one") && (unit->unit == TimeUnit::kSecond || unit->unit == TimeUnit::kQuarter))
    return std::nullopt;
  if (unit->unit == TimeUnit::kQuarter && !adjective && ahead.is("of", 1)) return std::nullopt;
  if (!unit->plural && !hyphen && number.size() > 3 && number.find('.') == std::string::npos) return std::nullopt;
  if (word->lower.size() <= 3 && word->lower != "day" && c.peek()->kind != AtomKind::kNumber) return std::nullopt;
  if (word->lower == "night" && number != "1" && !hyphen && ahead.upos(1) == Upos::kNoun) return std::nullopt;  // "three night markets"
  ahead.skip();
  const bool and_half = ahead.is("and") && ahead.is("half", 1) && !ahead.is("of", 2);
  if (and_half || (ahead.is("and") && ahead.is("a", 1) && ahead.is("half", 2))) {  // "a year and a half"
    if (const auto whole = Decimal::parse(number)) number = whole->plus(*Decimal::parse("0.5")).value_or(*whole).to_string();
    ahead.skip(and_half ? 2 : 3);
  } else {
    take_fraction(ahead, number);
  }
  if (unit->times > 1) {
    if (const auto whole = Decimal::parse(number)) number = whole->times(Decimal(unit->times)).value_or(*whole).to_string();
  }
  c = ahead;
  return Quantity{number, unit->unit};
}

// "the past", "the next", ... with what it shifts: -1 or +1; nothing when the words are none.
std::optional<int> take_shift_word(Cursor& c) {
  if (c.take_any({"past", "last", "previous", "preceding"})) return -1;
  if (c.take_any({"next", "coming", "upcoming", "following"})) return 1;
  return std::nullopt;
}

// "two next weeks", "five past years", "10 upcoming months"
bool take_counted_shift(Cursor& c, Expression& span) {
  const auto count = c.take_numeral();
  if (!count || !count->value.is_whole()) return false;
  span.shift = take_shift_word(c);
  const auto unit = c.peek() == nullptr || !span.shift ? std::nullopt : unit_word(c.peek()->lower);
  if (!unit || !unit->plural) return false;
  c.skip();
  span.quantities = {{count->value.to_string(), unit->unit}};
  return true;
}

// "the past three years", "the next few days", "the past decade"
Match anchored(Cursor c) {
  const Cursor first = c;
  Expression span;
  span.meaning = Meaning::kDuration;
  const bool article = c.take_any({"the", "these", "those"});
  if (Cursor ahead = c; take_counted_shift(ahead, span)) return finished(span, first, ahead);
  span.shift = take_shift_word(c);
  if (!span.shift) return std::nullopt;
  take_approximation(c);
  if (auto quantities = take_quantities(c)) {
    span.quantities = *quantities;
    return finished(span, first, c);
  }
  const auto unit = c.peek() == nullptr ? std::nullopt : unit_word(c.peek()->lower);
  if (!unit) return std::nullopt;
  const bool past = first.is("past") || first.is("past", 1);
  const bool wide = unit->unit == TimeUnit::kDecade || unit->unit == TimeUnit::kCentury;
  const bool hour = unit->unit == TimeUnit::kHour && !c.is("of", 1) && !c.is("-", 1);  // "the next hour"
  if (unit->plural || (article && past) || wide || hour || unit->times > 1) {
    c.skip();
    if (unit->unit == TimeUnit::kSecond && !unit->plural) return std::nullopt;
    span.quantities = {{unit->plural ? "X" : std::to_string(unit->times), unit->unit}};
    return finished(span, first, c);
  }
  return std::nullopt;
}

bool rate(const Cursor& first) {
  // "$5 million a year", "three times a week": the unit after an amount or a count is how often.
  if (!first.is_any({"a", "an"})) return false;
  const Upos before = first.upos(-1);
  return before == Upos::kNum || before == Upos::kSym ||
         (before == Upos::kNoun &&
          (first.is_any({"times", "dollars", "euros", "pounds", "percent", "rials", "barrels", "tons", "tonnes"}, -1) ||
           first.upos(-2) == Upos::kNum)) ||
         first.is_any({"once", "twice", "%", "million", "billion"}, -1);
}

}  // namespace

std::optional<std::vector<Quantity>> take_quantities(Cursor& c) {
  std::vector<Quantity> quantities;
  auto quantity = take_quantity(c);
  while (quantity) {
    quantities.push_back(*quantity);
    Cursor ahead = c;
    ahead.take(",");
    ahead.take("and");
    quantity = take_quantity(ahead);
    if (!quantity || quantity->unit >= quantities.back().unit) break;
    c = ahead;
  }
  if (quantities.empty()) return std::nullopt;
  return quantities;
}

Match duration(Cursor c) {
  if (c.is("another") && c.is("day", 1) && !c.is("for", -1)) return std::nullopt;  // "on another day"
  if (Match match = anchored(c)) return match;
  const Cursor first = c;
  Expression span;
  span.meaning = Meaning::kDuration;
  if (rate(first)) {
    Cursor ahead = c;
    ahead.skip();
    const auto unit = ahead.peek() == nullptr ? std::nullopt : unit_word(ahead.peek()->lower);
    if (unit && !unit->plural && unit->unit >= TimeUnit::kHour) {
      ahead.skip();
      span.meaning = Meaning::kSet;
      span.quantities = {{"1", unit->unit}};
      return finished(span, first, ahead);
    }
  }
  if (Cursor ahead = c; const auto count = ahead.take_numeral()) {  // "three weekends"
    if (ahead.take("weekends") && count->value.is_whole()) {
      span.quantities = {{count->value.to_string(), TimeUnit::kWeek}};
      span.weekend = true;
      return finished(span, first, ahead);
    }
  }
  if (!c.is("another") || c.upos(1) == Upos::kNum) take_approximation(c);
  if (auto quantities = take_quantities(c)) {
    span.quantities = *quantities;
    if (c.is("-") && c.is("old", 1) && c.is_glued()) c.skip(2);
    else if (c.is("old") || (c.is("-") && c.is("long", 1) && c.is_glued())) c.skip(c.is("old") ? 1 : 2);
    return finished(span, first, c);
  }
  c = first;
  // "for years", "over decades", "decades-long"
  const auto unit = c.peek() == nullptr ? std::nullopt : unit_word(c.peek()->lower);
  if (unit && unit->plural && unit->unit >= TimeUnit::kMinute) {
    c.skip();
    const bool compound = c.is("-") && c.is_any({"long", "old"}, 1);
    if (compound) c.skip(2);
    const bool over_the = first.is("the", -1) && first.is("over", -2);
    if (!compound && !over_the && !first.is_any({"for", "after", "over", "within", "in", "many", "of", "these"}, -1)) return std::nullopt;
    if (!compound && first.is("of", -1) && !first.is("number", -2)) return std::nullopt;
    if (c.is_any({"ago", "later", "earlier"})) return std::nullopt;
    span.quantities = {{"X", unit->unit}};
    return finished(span, first, c);
  }
  if (c.take("all") && c.peek() != nullptr) {  // "all day", "all week long"
    const auto whole = unit_word(c.peek()->lower);
    if (!whole || whole->plural || whole->unit < TimeUnit::kDay) return std::nullopt;
    c.skip();
    c.take("long");
    span.quantities = {{"1", whole->unit}};
    return finished(span, first, c);
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
