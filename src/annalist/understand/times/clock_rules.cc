#include <algorithm>
#include <array>

#include "annalist/understand/times/rules.h"

namespace annalist::time_rules {
namespace {

constexpr std::array<std::string_view, 14> kZones = {"gmt", "utc", "bst", "est", "edt",  "cst", "cdt",
                                                     "mst", "pst", "pdt", "cet", "cest", "ist", "eet"};

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

std::string clock_value(int hour, std::optional<int> minute, std::optional<int> second) {
  std::string value = "T" + two_digits(hour) + ":" + two_digits(minute.value_or(0));
  if (second) value += ":" + two_digits(*second);
  return value;
}

// "am", "p.m." -> 0 or 12; nothing when neither follows.
std::optional<int> take_half_day(Cursor& c) {
  Cursor ahead = c;
  for (const auto& [letter, hours] : {std::pair<std::string_view, int>{"a", 0}, {"p", 12}}) {
    const std::string both = std::string(letter) + "m";
    if (ahead.take(both)) {
      c = ahead;
      return hours;
    }
    if (ahead.take_words(std::string(letter) + " . m .") || ahead.take_words(std::string(letter) + " . m")) {
      c = ahead;
      return hours;
    }
  }
  return std::nullopt;
}

// Time zones belong to the expression; UTC and its twin are written Z.
void take_zone(Cursor& c, std::string& value) {
  Cursor ahead = c;
  const bool open = ahead.take("(");
  if (ahead.take_words("local time")) {
    if (!open || ahead.take(")")) c = ahead;
    return;
  }
  const Atom* atom = ahead.peek();
  if (atom == nullptr || std::find(kZones.begin(), kZones.end(), atom->lower) == kZones.end()) return;
  const bool zulu = atom->lower == "gmt" || atom->lower == "utc";
  ahead.skip();
  if (ahead.is_any({"+", "-"}) && ahead.peek(1) != nullptr && ahead.peek(1)->kind == AtomKind::kNumber) {
    ahead.skip(2);
  } else if (zulu) {
    value += "Z";
  }
  if (open && !ahead.take(")")) return;
  c = ahead;
}

// "in the morning", "at night" after a clock time: the half of the day. -1 when none.
int take_half_from_part(Cursor& c) {
  Cursor ahead = c;
  int half = -1;
  if (ahead.take("in") && ahead.take("the")) {
    if (ahead.take("morning"))
      half = 0;
    else if (ahead.take_any({"afternoon", "evening"}))
      half = 12;
  } else if (ahead = c; ahead.take("at") && ahead.take("night")) {
    half = 12;
  }
  if (half >= 0) c = ahead;
  return half;
}

// "3:30", "15:00:30", "3.30 p.m.", "3 o'clock", "0800 GMT"
std::optional<std::string> take_digital(Cursor& c) {
  Cursor ahead = c;
  std::optional<int> hour = ahead.take_integer(1, 2);
  std::optional<int> minute, second;
  bool sure = false;
  if (hour) {
    Cursor minutes = ahead;
    if (minutes.take_glued(":") && minutes.is_glued()) {
      minute = minutes.take_integer(2, 2);
      if (!minute) return std::nullopt;
      ahead = minutes;
      sure = true;
      if (minutes.take_glued(":") && minutes.is_glued() && (second = minutes.take_integer(2, 2)))
        ahead = minutes;
    } else if (ahead.take_words("o ' clock") || ahead.take("oclock")) {
      sure = true;
    }
  } else if (const Atom* atom = ahead.peek(); atom != nullptr && atom->kind == AtomKind::kNumber) {
    const size_t point = atom->lower.find('.');
    if (point != std::string::npos && point <= 2 && atom->lower.size() == point + 3) {  // "3.30 p.m."
      hour = std::stoi(atom->lower.substr(0, point));
      minute = std::stoi(atom->lower.substr(point + 1));
    } else if (atom->lower.size() == 4 && point == std::string::npos &&
               atom->lower.find(',') == std::string::npos) {
      hour = std::stoi(atom->lower.substr(0, 2));  // "0800 GMT"
      minute = std::stoi(atom->lower.substr(2));
    } else {
      return std::nullopt;
    }
    ahead.skip();
  } else if (const auto spelled = ahead.take_numeral();
             spelled && spelled->spelled && spelled->value < Decimal(13)) {
    hour = static_cast<int>(spelled->value.units());  // "three o'clock", "three p.m."
    if (ahead.take_words("o ' clock")) sure = true;
  } else {
    return std::nullopt;
  }
  if (*hour > 24 || minute.value_or(0) > 59 || second.value_or(0) > 59) return std::nullopt;

  auto half = take_half_day(ahead);
  if (!half) {
    if (const int part = take_half_from_part(ahead); part >= 0 && *hour <= 12) half = part;
  }
  if (half) {
    if (*hour > 12) return std::nullopt;
    hour = *hour % 12 + *half;
  }
  std::string value = clock_value(*hour, minute, second);
  const size_t before_zone = ahead.at();
  take_zone(ahead, value);
  if (!half && !sure && ahead.at() == before_zone) return std::nullopt;
  c = ahead;
  return value;
}

}  // namespace

std::optional<std::string> take_clock(Cursor& c) {
  Cursor ahead = c;
  if (ahead.take_any({"about", "around", "approximately", "exactly", "just", "shortly"})) {
    ahead.take_any({"after", "before"});
  }
  if (auto value = take_digital(ahead)) {
    c = ahead;
    return value;
  }
  if (ahead.take_any({"noon", "midday"})) {
    c = ahead;
    return "T12:00";
  }
  if (ahead.take("midnight")) {
    c = ahead;
    return "T24:00";
  }
  return std::nullopt;
}

Match day_like(Cursor c) {
  for (Match (*rule)(Cursor) : {&day, &today, &weekday, &deictic}) {
    Match match = rule(c);
    if (!match) continue;
    const bool dayish = match->day || match->weekday || match->holiday || match->unit == TimeUnit::kDay;
    if (dayish && match->clock.empty()) return match;
  }
  return std::nullopt;
}

namespace {

// "Tuesday at 3 p.m.", "26 March, 15:00", "Monday night", "Friday in the early morning"
Match day_then_clock(Cursor c) {
  const Cursor first = c;
  Match date = day_like(c);
  if (!date) return std::nullopt;
  c.move_to(date->end);
  Cursor ahead = c;
  ahead.take(",");
  if (!ahead.take_any({"at", "by"})) ahead.take("from");
  if (auto clock = take_clock(ahead)) {
    date->clock = *clock;
    return finished(*date, first, ahead);
  }
  ahead = c;
  if (ahead.take("in")) ahead.take("the");
  ahead.take_any({"early", "late", "mid"});
  ahead.take("-");
  if (ahead.peek() == nullptr) return std::nullopt;
  const std::string_view part = part_of_day(ahead.peek()->lower);
  if (part.empty()) return std::nullopt;
  ahead.skip();
  // A "Tuesday night football" or a "Monday morning quarterback" is still a Tuesday night.
  date->clock = "T" + std::string(part);
  return finished(*date, first, ahead);
}

// "3 p.m. on Tuesday", "15:00 GMT, 26 March"; alone when nothing follows
Match clock_then_day(Cursor c) {
  const Cursor first = c;
  const auto clock = take_clock(c);
  if (!clock) return std::nullopt;
  Cursor ahead = c;
  ahead.take(",");
  ahead.take_any({"on", "of"});
  if (Match date = day_like(ahead)) {
    date->clock = *clock;
    ahead.move_to(date->end);
    return finished(*date, first, ahead);
  }
  Expression alone;
  alone.clock = *clock;
  return finished(alone, first, c);
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

Match moment(Cursor c) {
  for (Match (*rule)(Cursor) : {&day_then_clock, &part_then_day, &clock_then_day}) {
    if (Match match = rule(c)) return match;
  }
  return std::nullopt;
}

}  // namespace annalist::time_rules
