#include "annalist/understand/times/clock_reading.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "annalist/understand/times/time_words.h"

namespace annalist::time_rules {
namespace {

constexpr std::array<std::string_view, 14> kZones = {"gmt", "utc", "bst", "est", "edt",  "cst", "cdt",
                                                     "mst", "pst", "pdt", "cet", "cest", "ist", "eet"};

std::string two_digits(int value) { return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)}; }

// "am", "p.m." -> 0 or 12; nothing when neither follows.
std::optional<int> take_half_day(Cursor& c) {
  for (const auto& [letter, hours] : {std::pair<std::string_view, int>{"a", 0}, {"p", 12}}) {
    Cursor ahead = c;
    if (ahead.is_glued() && ahead.is(".") && ahead.is_glued(1)) ahead.skip();  // "9.am"
    const std::string one(letter);
    if (ahead.take(one + "m") || ahead.take_words(one + " . m .") || ahead.take_words(one + " . m")) {
      c = ahead;
      return hours;
    }
    // "7p", "9a": glued to the digits
    const bool led = c.is_any({"at", "@", "from", "until", "till", "by", "to", "around", "before", "after"}, -2);
    if (led && c.is_glued() && c.is(one) && !c.peek()->capital && c.peek(-1)->kind == AtomKind::kNumber) {
      c.skip();
      return hours;
    }
  }
  return std::nullopt;
}

// Time zones belong to the expression; UTC and its twin are written Z.
bool take_zone(Cursor& c, std::string& zone) {
  Cursor ahead = c;
  const bool open = ahead.take("(");
  if (ahead.take_words("local time")) {
    if (open && !ahead.take(")")) return false;
    c = ahead;
    return true;
  }
  const Atom* atom = ahead.peek();
  if (atom == nullptr || std::find(kZones.begin(), kZones.end(), atom->lower) == kZones.end()) return false;
  const bool zulu = atom->lower == "gmt" || atom->lower == "utc";
  bool shifted = false;
  ahead.skip();
  if (ahead.is_any({"+", "-"}) && ahead.peek(1) != nullptr && ahead.peek(1)->kind == AtomKind::kNumber) {
    ahead.skip(2);
    shifted = true;
  }
  if (open && !ahead.take(")")) return false;
  if (zulu && !shifted) zone = "Z";
  c = ahead;
  return true;
}

// "in the morning", "at night" after a clock time.
void take_part_after(Cursor& c, ClockReading& clock) {
  Cursor ahead = c;
  std::string_view part;
  if (ahead.take("in") && ahead.take("the") && ahead.is_any({"morning", "afternoon", "evening"})) {
    part = part_of_day(ahead.peek()->lower);
  } else if (ahead = c; ahead.take("at") && ahead.is("night")) {
    part = "NI";
  }
  if (part.empty() || clock.hour > 12) return;
  ahead.skip();
  place_in(clock, part);
  c = ahead;
}

std::optional<int> take_small(Cursor& c, int most) {
  Cursor ahead = c;
  std::optional<int> number = ahead.take_integer(1, 2);
  if (!number) {
    const auto numeral = ahead.take_numeral();
    if (!numeral || !numeral->spelled || numeral->scaled || !numeral->value.is_whole()) return std::nullopt;
    number = static_cast<int>(numeral->value.units());
  }
  if (*number > most) return std::nullopt;
  c = ahead;
  return number;
}

// "half past eight", "a quarter to 5", "twenty minutes past noon"
std::optional<ClockReading> read_past_or_to(Cursor& c) {
  Cursor ahead = c;
  std::optional<int> minutes;
  ahead.take("a");
  if (ahead.take("half")) {
    minutes = 30;
  } else if (ahead.take("quarter")) {
    minutes = 15;
  } else {
    ahead = c;
    minutes = take_small(ahead, 59);
    ahead.take_any({"minutes", "minute", "mins", "min"});
  }
  if (!minutes) return std::nullopt;
  const bool past = ahead.take_any({"past", "after"});
  const bool word = ahead.is("past", -1);
  // "five to eight", "ten after" count too much else: only halves, quarters and "past" are sure.
  const bool fraction = c.is_any({"half", "quarter", "a"}) || ahead.is_any({"minutes", "minute"}, -2);
  if (!past && !(fraction && ahead.take_any({"to", "before", "till"}))) return std::nullopt;
  if (past && !word && !fraction) return std::nullopt;
  ClockReading clock;
  if (ahead.take_any({"noon", "midnight"})) {
    clock.hour = ahead.is("noon", -1) ? 12 : 0;
  } else if (const auto hour = take_small(ahead, 12); hour && *hour > 0) {
    clock.hour = *hour;
  } else {
    return std::nullopt;
  }
  if (!past) {
    clock.hour = clock.hour == 0 ? 23 : clock.hour == 1 ? 12 : clock.hour - 1;
    minutes = 60 - *minutes;
  }
  clock.minute = minutes;
  clock.sure = true;
  c = ahead;
  return clock;
}

// The hour and its minutes in digits: "3", "3:30", "15:00:30", "3.30", "0800".
std::optional<ClockReading> read_digits(Cursor& c) {
  Cursor ahead = c;
  ClockReading clock;
  if (const auto hour = ahead.take_integer(1, 2)) {
    clock.hour = *hour;
    Cursor minutes = ahead;
    if (minutes.take_glued(":") && minutes.is_glued()) {
      clock.minute = minutes.take_integer(2, 2);
      if (!clock.minute) return std::nullopt;
      ahead = minutes;
      clock.sure = true;
      if (minutes.take_glued(":") && minutes.is_glued() && (clock.second = minutes.take_integer(2, 2))) ahead = minutes;
    }
    if (clock.hour <= 12 && ahead.take_glued("ish")) clock.sure = true;  // "elevenish" in figures
    c = ahead;
    return clock;
  }
  const Atom* atom = ahead.peek();
  if (atom == nullptr || atom->kind != AtomKind::kNumber) return std::nullopt;
  const size_t point = atom->lower.find('.');
  if (point != std::string::npos && point <= 2 && atom->lower.size() == point + 3) {  // "3.30 p.m."
    clock.hour = std::stoi(atom->lower.substr(0, point));
    clock.minute = std::stoi(atom->lower.substr(point + 1));
  } else if (atom->lower.size() == 4 && point == std::string::npos && atom->lower.find(',') == std::string::npos) {
    clock.hour = std::stoi(atom->lower.substr(0, 2));  // "0800 GMT"
    clock.minute = std::stoi(atom->lower.substr(2));
    clock.packed = true;
  } else {
    return std::nullopt;
  }
  c.skip();
  return clock;
}

// "three", "five-thirty", "seven fifteen"
std::optional<ClockReading> read_words(Cursor& c) {
  if (c.peek() == nullptr || c.peek()->kind != AtomKind::kWord) return std::nullopt;
  Cursor ahead = c;
  const auto hour = take_small(ahead, 12);
  if (!hour || *hour == 0) return std::nullopt;
  ClockReading clock;
  clock.hour = *hour;
  c = ahead;
  ahead.take("-");
  if (const auto minute = take_small(ahead, 59); minute && *minute >= 10 && ahead.peek(-1)->kind == AtomKind::kWord) {
    clock.minute = minute;
    c = ahead;
  }
  return clock;
}

}  // namespace

std::string ClockReading::value() const {
  std::string value = "T" + two_digits(hours()) + ":" + two_digits(minute.value_or(0));
  if (second) value += ":" + two_digits(*second);
  return value + zone;
}

void place_in(ClockReading& clock, std::string_view part) {
  if (clock.half || clock.hour > 12) return;
  if (part.starts_with('T')) part.remove_prefix(1);
  if (part == "MO") {
    clock.half = 0;
  } else if (part == "AF" || part == "EV") {
    clock.half = 12;
  } else if (part == "NI") {
    clock.half = clock.hour < 6 || clock.hour == 12 ? 0 : 12;
  }
}

std::optional<ClockReading> read_clock(Cursor& c) {
  Cursor ahead = c;
  auto clock = read_past_or_to(ahead);
  if (!clock) clock = read_digits(ahead);
  if (!clock) clock = read_words(ahead);
  if (!clock) return std::nullopt;
  if (clock->hour > 24 || clock->minute.value_or(0) > 59 || clock->second.value_or(0) > 59) return std::nullopt;
  const bool led = c.is_any({"at", "by", "until", "since", "around", "before", "after"}, -1);
  if (clock->packed && led && ahead.take_any({"hours", "hrs"})) clock->sure = true;  // "at 1900 hours"
  if (ahead.take_words("o ' clock") || ahead.take("oclock")) clock->sure = true;
  if (clock->hour <= 12) clock->half = take_half_day(ahead);
  if (!clock->half) take_part_after(ahead, *clock);
  if (take_zone(ahead, clock->zone)) clock->sure = true;
  c = ahead;
  return clock;
}

}  // namespace annalist::time_rules
