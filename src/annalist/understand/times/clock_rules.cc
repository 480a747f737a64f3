#include "annalist/understand/times/clock_reading.h"
#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
std::optional<std::string> take_clock(Cursor& c) {
  Cursor ahead = c;
  if (ahead.take_any({"about", "around", "approximately", "exactly", "just", "shortly"})) { ahead.take_any({"after", "before"}); }
  Cursor bare = ahead;
  if (const auto clock = read_clock(bare); clock && (clock->sure || clock->half)) {
    c = bare;
    return clock->value();
  }
  if (ahead.take_any({"noon", "midday", "noonish", "noontime"})) {
    c = ahead;
    return "T12:00";
  }
  if (ahead.take("midnight") || ahead.take_words("mid night")) {
    c = ahead;
    return "T24:00";
  }
  return std::nullopt;
}

Match day_like(Cursor c) {
  for (Match (*rule)(Cursor) : {&day, &today, &weekday, &deictic, &offset}) {
    Match match = rule(c);
    if (!match) continue;
    const bool counted = match->meaning == Meaning::kOffset && match->direction < 0 && match->quantities.size() == 1 &&
                         (match->quantities[0].unit == TimeUnit::kDay || match->quantities[0].unit == TimeUnit::kWeek);
    const bool dayish = counted || match->day || match->weekday || match->holiday || match->unit == TimeUnit::kDay;
    if (dayish && match->clock.empty()) return match;
  }
  return std::nullopt;
}

namespace {

// "Monday night", "Friday in the early morning"
Match day_then_part(Cursor c) {
  const Cursor first = c;
  Match date = day_like(c);
  if (!date) return std::nullopt;
  c.move_to(date->end);
  if (c.take("in")) c.take("the");
  c.take_any({"early", "late", "mid"});
  c.take("-");
  if (c.peek() == nullptr) return std::nullopt;
  const std::string_view part = part_of_day(c.peek()->lower);
  if (part.empty()) return std::nullopt;
  c.skip();
  if (!date->shift) take_week_after(c, *date);
  // A "Tuesday night football" or a "Monday morning quarterback" is still a Tuesday night.
  date->clock = "T" + std::string(part);
  return finished(*date, first, c);
}

// A day with a part of it: "Monday night", "last night", "tonight", "this morning".
Match day_and_part(Cursor c) {
  if (Match match = day_then_part(c)) return match;
  for (Match (*rule)(Cursor) : {&today, &deictic}) {
    if (Match match = rule(c); match && !match->clock.empty()) return match;
  }
  return std::nullopt;
}

// "at 8" of "last night at 8": a bare hour, which the part of the day completes.
bool take_hour_in(Cursor& c, std::string& part) {
  Cursor ahead = c;
  ahead.take(",");
  const bool led = ahead.take_any({"at", "around", "about"});
  ahead.take_any({"around", "about"});
  auto clock = read_clock(ahead);
  if (!clock || (!led && !clock->sure && !clock->half)) return false;
  place_in(*clock, part);
  part = clock->value();
  c = ahead;
  return true;
}

// "Tuesday at 3 p.m.", "26 March, 15:00", "last night at 8"
Match day_then_clock(Cursor c) {
  const Cursor first = c;
  if (Match date = day_and_part(c)) {
    c.move_to(date->end);
    take_hour_in(c, date->clock);
    return finished(*date, first, c);
  }
  Match date = day_like(c);
  if (!date) return std::nullopt;
  c.move_to(date->end);
  c.take(",");
  if (!c.take_any({"at", "by"})) c.take("from");
  const auto clock = take_clock(c);
  if (!clock) return std::nullopt;
  date->clock = *clock;
  return finished(*date, first, c);
}

// "3 p.m. on Tuesday", "15:00 GMT, 26 March", "4 a.m. last night"; alone when nothing follows
Match clock_then_day(Cursor c) {
  const Cursor first = c;
  const auto clock = take_clock(c);
  if (!clock) return std::nullopt;
  Cursor ahead = c;
  ahead.take(",");
  ahead.take_any({"on", "of"});
  if (Match date = day_or_part(ahead)) {
    date->clock = *clock;
    ahead.move_to(date->end);
    return finished(*date, first, ahead);
  }
  Expression alone;
  alone.clock = *clock;
  return finished(alone, first, c);
}

// "five-thirty tomorrow evening", "around 7 last night"
Match hour_then_part(Cursor c) {
  const Cursor first = c;
  auto clock = read_clock(c);
  if (!clock || (!clock->minute && !first.is_any({"at", "around", "about"}, -1))) return std::nullopt;
  Match date = day_and_part(c);
  if (!date) return std::nullopt;
  place_in(*clock, date->clock);
  date->clock = clock->value();
  c.move_to(date->end);
  return finished(*date, first, c);
}

// "every day at 7:13 p.m.", "3 p.m. each day"
Match set_with_clock(Cursor c) {
  const Cursor first = c;
  if (Match often = set(c)) {
    c.move_to(often->end);
    c.take(",");
    c.take_any({"at", "from"});
    Cursor bare = c;
    auto clock = take_clock(c);
    if (const auto read = clock ? std::nullopt : read_clock(bare); read && read->minute && c.is("at", -1)) {
      clock = read->value();  // "Thursdays at 17.30"
      c = bare;
    }
    if (!clock) return std::nullopt;
    often->clock = *clock;
    return finished(*often, first, c);
  }
  const auto clock = take_clock(c);
  if (!clock) return std::nullopt;
  c.take(",");
  c.take("on");
  Match often = set(c);
  if (!often || (!often->quantities.empty() && often->quantities[0].unit != TimeUnit::kDay)) return std::nullopt;
  often->clock = *clock;
  c.move_to(often->end);
  return finished(*often, first, c);
}

// "the morning", "late afternoon", "early in the morning": after a preposition, of the day spoken of.
Match part_alone(Cursor c) {
  const Cursor first = c;
  const bool placed = c.take_any({"early", "late", "later", "earlier"});
  if (placed) c.take("in");
  const bool article = c.take("the");
  if (!article && !placed) return std::nullopt;
  if (article) c.take_any({"early", "late"});
  const bool led = first.is_any({"in", "during", "until", "by", "since", "throughout", "through", "from"}, -1);
  if (!led && !(placed && article)) return std::nullopt;
  if (!c.is_any({"morning", "afternoon", "evening", "daytime"})) return std::nullopt;
  Expression date;
  date.clock = "T" + std::string(part_of_day(c.peek()->lower));
  c.skip();
  if (c.is("of") || c.upos() == Upos::kNoun) return std::nullopt;
  take_hour_in(c, date.clock);
  return finished(date, first, c);
}

// "one morning": some day's, which is not told
Match some_part(Cursor c) {
  const Cursor first = c;
  if (!c.take_any({"one", "1"}) || !c.is_any({"morning", "afternoon", "evening", "night"})) return std::nullopt;
  if (c.is("night") && (first.is("1") || first.is("for", -1))) return std::nullopt;  // a stay
  Expression date;
  date.clock = "T" + std::string(part_of_day(c.peek()->lower));
  date.meaning = Meaning::kReference;
  date.reference = "XXXX-XX-XX";
  c.skip();
  if (c.upos() == Upos::kNoun || c.is_any({"of", "-"})) return std::nullopt;
  return finished(date, first, c);
}

// "the evening of 5 March", "the night of Tuesday"
Match part_then_day(Cursor c) {
  const Cursor first = c;
  c.take("the");
  c.take_any({"early", "late"});
  if (c.peek() == nullptr) return std::nullopt;
  const std::string_view part = part_of_day(c.peek()->lower);
  if (part.empty()) return std::nullopt;
  c.skip();
  if (!c.take_any({"of", "on"})) return std::nullopt;
  Match date = day_like(c);
  if (!date) return std::nullopt;
  c.move_to(date->end);
  date->clock = "T" + std::string(part);
  return finished(*date, first, c);
}

}  // namespace

Match day_or_part(Cursor c) {
  if (Match match = day_and_part(c)) return match;
  return day_like(c);
}

Match moment(Cursor c) {
  for (Match (*rule)(Cursor) :
       {&set_with_clock, &day_then_clock, &part_then_day, &hour_then_part, &clock_then_day, &part_alone, &some_part}) {
    if (Match match = rule(c)) return match;
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
