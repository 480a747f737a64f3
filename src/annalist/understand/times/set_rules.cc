#include "annalist/base/date.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

// "every day", "each Monday night", "every two weeks"
Match every(Cursor c) {
  const Cursor first = c;
  Expression often;
  often.meaning = Meaning::kSet;
  c.skip();
  std::string number = "1";
  if (c.take("other")) {
    number = "2";
  } else if (const auto numeral = c.take_numeral()) {
    number = numeral->value.to_string();
  } else {
    c.take("single");
  }
  if (c.peek() == nullptr) return std::nullopt;
  if (const auto unit = unit_word(c.peek()->lower); unit && !(c.is("night") && number == "1")) {
    c.skip();
    often.quantities = {{number, unit->unit}};
    return finished(often, first, c);
  }
  if (c.take("weekend") || (number != "1" && c.take("weekends"))) {
    often.weekend = true;
    if (number != "1") often.quantities = {{number, TimeUnit::kWeek}};
    return finished(often, first, c);
  }
  if (c.take("weekday") || c.take("workday")) {  // Monday to Friday
    often.reference = "XXXX-WXX-WD";
    return finished(often, first, c);
  }
  if (const auto name = take_weekday_name(c)) {
    often.weekday = name;
    if (c.peek() != nullptr && !part_of_day(c.peek()->lower).empty()) {
      often.clock = "T" + std::string(part_of_day(c.peek()->lower));
      c.skip();
    }
    return finished(often, first, c);
  }
  if (const auto name = take_month_name(c)) {
    often.month = name;
    return finished(often, first, c);
  }
  if (const std::string_view part = part_of_day(c.peek()->lower); !part.empty()) {
    often.clock = "T" + std::string(part);
    c.skip();
    return finished(often, first, c);
  }
  return std::nullopt;
}

// "semi-annual", "biannually": twice a year; "bi-weekly" and "bimonthly" are as often every two, and stay
// open.
Match of_half(Cursor c) {
  const Cursor first = c;
  const std::string_view prefix = c.is_any({"semi", "semiannual", "semiannually"}) ? "semi" : "bi";
  std::string_view rest = c.peek()->lower;
  rest.remove_prefix(prefix.size());
  c.skip();
  if (rest.empty()) {
    c.skip();
    if (c.peek() == nullptr) return std::nullopt;
    rest = c.peek()->lower;
    c.skip();
  }
  const auto unit = frequency_word(rest);
  if (!unit || (prefix == "bi" && *unit != TimeUnit::kYear)) return std::nullopt;
  Expression often;
  often.meaning = Meaning::kSet;
  often.quantities = {{"0.5", *unit}};
  return finished(often, first, c);
}

// "weekends", "in the mornings", "all weekends", "any weekend"
Match plural(Cursor c) {
  const Cursor first = c;
  Expression often;
  often.meaning = Meaning::kSet;
  c.take_any({"all", "any"});
  c.take("the");
  if (first.upos(-1) == Upos::kNum) return std::nullopt;
  if (c.take("weekends") || (first.is("any") && c.take("weekend"))) {
    if (c.upos() == Upos::kNoun) return std::nullopt;
    often.weekend = true;
    return finished(often, first, c);
  }
  if (c.take("weekdays")) {
    often.reference = "XXXX-WXX-WD";
    return finished(often, first, c);
  }
  if (!c.is_any({"mornings", "afternoons", "evenings", "nights"})) return std::nullopt;
  if (c.is("nights") || first.upos(-1) == Upos::kAdj || first.upos(-1) == Upos::kNoun || first.is("-", -1)) return std::nullopt;
  const std::string_view many = c.peek()->lower;
  often.clock = "T" + std::string(part_of_day(many.substr(0, many.size() - 1)));
  c.skip();
  return finished(often, first, c);
}

// "the 19th of every month", "the first day of each month"
Match day_of_every(Cursor c) {
  const Cursor first = c;
  Expression often;
  often.meaning = Meaning::kSet;
  c.take("the");
  often.day = c.take_ordinal(31);
  if (!often.day) return std::nullopt;
  c.take("day");
  if (!c.take("of") || !c.take_any({"every", "each"}) || !c.take("month")) return std::nullopt;
  return finished(often, first, c);
}

}  // namespace

Match set(Cursor c) {
  const Cursor first = c;
  Expression often;
  often.meaning = Meaning::kSet;
  if (c.peek() == nullptr) return std::nullopt;
  const bool half = c.is_any({"semi", "bi"}) && c.is("-", 1);  // "semi-annually"
  if (half || c.is_any({"semiannual", "semiannually", "biannual", "biannually", "biweekly", "bimonthly"})) return of_half(c);
  if (const auto unit = frequency_word(c.peek()->lower)) {
    if (c.peek()->capital && c.upos() == Upos::kPropn) return std::nullopt;  // the Daily Mail
    c.skip();
    often.quantities = {{"1", *unit}};
    return finished(often, first, c);
  }
  if (c.take("everyday")) {
    often.quantities = {{"1", TimeUnit::kDay}};
    return finished(often, first, c);
  }
  if (c.is_any({"every", "each"})) return every(c);
  if (Match match = plural(c)) return match;
  if (Match match = day_of_every(c)) return match;
  if (const auto name = take_weekday_name(c)) {  // "Friday mornings"
    const std::string_view plural = c.peek() == nullptr ? std::string_view{} : std::string_view(c.peek()->lower);
    const std::string_view part = plural.ends_with('s') ? part_of_day(plural.substr(0, plural.size() - 1)) : std::string_view{};
    if (part.empty()) return std::nullopt;
    c.skip();
    often.weekday = name;
    often.clock = "T" + std::string(part);
    return finished(often, first, c);
  }
  const std::string& lower = c.peek()->lower;  // "Mondays"
  if (lower.ends_with("days") && c.peek()->capital) {
    if (const int number = weekday_by_name(std::string_view(lower).substr(0, lower.size() - 1)); number != 0) {
      c.skip();
      often.weekday = number;
      return finished(often, first, c);
    }
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
