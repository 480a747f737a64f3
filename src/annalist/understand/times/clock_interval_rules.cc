#include "annalist/understand/times/clock_reading.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

struct ClockEnd {
  ClockReading clock;
  size_t begin = 0, end = 0;  // atoms
};

std::optional<ClockEnd> read_end(Cursor& c) {
  ClockEnd end;
  end.begin = c.at();
  if (c.is_any({"noon", "midday", "midnight"})) {
    end.clock.hour = c.is("midnight") ? 24 : 12;
    end.clock.half = c.is("midnight") ? std::nullopt : std::optional(12);
    end.clock.sure = true;
    c.skip();
  } else if (auto clock = read_clock(c)) {
    const bool told = clock->sure || clock->half;
    const bool counts =
        !clock->minute && ((c.upos() == Upos::kNoun && !c.is_any({"yesterday", "today", "tomorrow", "tonight"})) || c.is_any({"%", "/"}) ||
                           (c.peek() != nullptr && (unit_word(c.peek()->lower) || magnitude_of(c.peek()->lower))));
    if (!told && (clock->packed || counts)) return std::nullopt;  // "12.45 pm - 3 lbs", "02:39 -0800"
    end.clock = *clock;
  } else {
    return std::nullopt;
  }
  end.end = c.at();
  return end;
}

bool take_connector(Cursor& c, bool between) {
  if (between && c.take("and")) return true;
  return c.take_any({"to", "until", "till", "through", "-", "--"});
}

// Each end completes the other: "3-5 p.m." begins at 15:00, "11-1 p.m." at 11:00, "8 a.m.-3" ends at 15:00.
void complete(ClockReading& from, ClockReading& to, std::string_view part) {
  place_in(from, part);
  place_in(to, part);
  if (to.half && !from.half && from.hour <= 12 && from.hour > 0) {
    from.half = to.half;
    if (from.minutes() >= to.minutes()) from.half = *to.half == 0 ? std::nullopt : std::optional(0);
  } else if ((from.half || from.sure) && !to.half && to.hour <= 12 && from.hours() < 24) {
    to.half = from.half.value_or(0);
    if (to.minutes() <= from.minutes()) to.half = 12;
  }
}

// From an hour of the day at hand to an hour of a day that is said.
Expression over_days(const Cursor& first, const ClockEnd& from, const Expression& to) {
  Expression begin;
  begin.clock = from.clock.value();
  begin.begin = from.begin;
  begin.end = from.end;
  Expression both;
  both.meaning = Meaning::kInterval;
  both.parts = {begin, to};
  both.begin = first.at();
  both.end = to.end;
  return both;
}

}  // namespace

// "3 to 5 p.m.", "between 10:30 and 3 on 1 May", "yesterday afternoon from 3-8 p.m.", "between 7 and 9 last
// night": two bare numbers are hours only where a part of the day, and "from" or "between", say so.
Match clock_interval(Cursor c) {
  const Cursor first = c;
  Match date = day_or_part(c);
  bool led = c.is_any({"from", "between"}, -1), between = c.is("between", -1);
  if (date) {
    c.move_to(date->end);
    c.take(",");
    between = c.is("between");
    led = c.take_any({"from", "between"});
    if (!led) c.take("at");
  }
  auto from = read_end(c);
  if (!from || !take_connector(c, between)) return std::nullopt;
  if (Match other = moment(c); other && !date && (other->shift || other->day || other->weekday) && (from->clock.sure || from->clock.half) &&
                               c.is_any({"to", "until", "till"}, -1)) {
    Cursor day_first = c;  // "from 2 p.m. till tomorrow 4:30 p.m."
    if (Match leads = day_or_part(day_first); leads && other->clock.size() > 3) return over_days(first, *from, *other);
  }
  auto to = read_end(c);
  if (!to) return std::nullopt;
  const bool own_day = date.has_value();
  if (!date) {
    Cursor ahead = c;
    ahead.take(",");
    ahead.take_any({"on", "of"});
    date = day_or_part(ahead);
    if (date) c.move_to(date->end);
  }
  const std::string part = date ? date->clock : "";
  const auto told = [](const ClockEnd& e) { return e.clock.sure || e.clock.half; };
  const bool dashed = own_day && from->end + 1 == to->begin && first.is("-", static_cast<int>(from->end - first.at()));
  if (!told(*from) && !told(*to) && (part.empty() || !(led || dashed))) return std::nullopt;
  complete(from->clock, to->clock, part);
  Expression begin = date.value_or(Expression{});
  Expression end = begin;
  begin.clock = from->clock.value();
  begin.begin = own_day ? first.at() : from->begin;
  begin.end = from->end;
  end.clock = to->clock.value();
  end.begin = to->begin;
  end.end = c.at();
  Expression both;
  both.meaning = Meaning::kInterval;
  both.parts = {begin, end};
  return finished(both, first, c);
}

}  // namespace annalist::time_rules
