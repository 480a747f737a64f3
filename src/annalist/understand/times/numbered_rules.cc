// Parts of a longer period that are counted: "week 31 of 2027", "the third month of 2021", "the last three
// weeks of this year", "the end of March".
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

// What the parts belong to: "2021", "last year", "March", "the year". Nothing when it is not said.
Match take_whole(Cursor& c) {
  Cursor ahead = c;
  ahead.take(",");
  if (!ahead.take_any({"of", "in"}) && !ahead.is_any({"this", "last", "next"})) return std::nullopt;
  Match best;
  for (Match (*rule)(Cursor) : {&month, &sure_month, &year, &deictic}) {
    if (Match match = rule(ahead); match && (!best || match->end > best->end)) best = match;
  }
  if (!best && ahead.is("the") && ahead.is_any({"year", "month"}, 1)) {
    best = Expression{};
    best->meaning = Meaning::kDeictic;
    best->shift = 0;
    best->unit = ahead.is("year", 1) ? TimeUnit::kYear : TimeUnit::kMonth;
    best->begin = ahead.at();
    best->end = ahead.at() + 2;
  }
  if (!best || (best->unit && *best->unit < TimeUnit::kMonth)) return std::nullopt;
  c.move_to(best->end);
  return best;
}

bool is_year(const Expression& whole) { return whole.unit == TimeUnit::kYear || (whole.year && !whole.month && !whole.unit); }

}  // namespace

Match numbered_week(Cursor c) {
  const Cursor first = c;
  Expression date;
  if (c.is("the") && c.is("week", 1)) c.skip();
  if (!c.take("week")) return std::nullopt;
  date.week = c.take_integer(1, 2);
  if (!date.week || *date.week < 1 || *date.week > 53) return std::nullopt;
  if (c.upos() == Upos::kNoun || (c.is_glued() && c.is_any({"-", "/", "%", "."}) && c.is_glued(1))) return std::nullopt;
  date.unit = TimeUnit::kYear;
  date.shift = 0;
  const Cursor bare = c;
  if (Match whole = take_whole(c)) {
    if (!is_year(*whole)) return finished(date, first, bare);
    date.year = whole->year;
    date.shift = whole->shift;
    return finished(date, first, c);
  }
  // "week 3" alone is of a season or a course as often as of the year.
  if (!first.is_any({"the", "in", "of", "during", "for"}, -1) && !first.is("the")) return std::nullopt;
  return finished(date, first, c);
}

Match numbered_part(Cursor c) {
  const Cursor first = c;
  Expression date;
  date.meaning = Meaning::kPartOf;
  c.take("the");
  const auto ordinal = c.take_ordinal(31);
  const bool last = !ordinal && c.take_any({"last", "final", "closing"});
  if (!ordinal && !last && !c.take("opening")) return std::nullopt;
  date.week = ordinal.value_or(last ? -1 : 1);
  std::optional<Numeral> count;
  if (date.week == 1 || last) {
    count = c.take_numeral();
    if (!count && c.take_any({"few", "several", "couple"})) return std::nullopt;
  }
  if (c.peek() == nullptr) return std::nullopt;
  if (!count) {
    if (const auto name = take_weekday_name(c)) {  // "the first Monday of next month", "the first Monday evening of next month"
      if (c.peek() != nullptr && !part_of_day(c.peek()->lower).empty()) {
        date.clock = "T" + std::string(part_of_day(c.peek()->lower));
        c.skip();
      }
      const auto whole = take_whole(c);
      if (!whole || is_year(*whole) || *date.week > 5) return std::nullopt;
      date.weekday = name;
      date.parts = {*whole};
      date.quantities = {{"1", TimeUnit::kDay}};
      return finished(date, first, c);
    }
  }
  const auto unit = unit_word(c.peek()->lower);
  if (!unit || unit->unit < TimeUnit::kDay || unit->unit > TimeUnit::kMonth || c.is("night")) return std::nullopt;
  if (unit->plural != count.has_value()) return std::nullopt;
  c.skip();
  const auto whole = take_whole(c);
  if (!whole || (unit->unit == TimeUnit::kMonth && !is_year(*whole))) return std::nullopt;
  date.quantities = {{count ? count->value.to_string() : "1", unit->unit}};
  date.parts = {*whole};
  return finished(date, first, c);
}

}  // namespace annalist::time_rules
