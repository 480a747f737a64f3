// What a time expression's words mean before they are placed in time: "last May" is {month 5, shift -1}, "two
// days ago" is {2 days, ago}. The grammar makes expressions (grammar.h), the resolver gives them values
// (resolve.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "annalist/understand/times/time_words.h"

namespace annalist {

enum class Meaning : uint8_t {
  kCalendar,   // fields of a date, each said or not: "26 March", "Tuesday", "spring 2021"
  kDeictic,    // a unit counted from the time of writing or of the text: "last week", "this year", "today",
               // "the next day"
  kOffset,     // "two days ago", "eight years later"
  kDuration,   // "three years"; with a shift "the past three years"
  kSet,        // "every day", "monthly", "Mondays"
  kReference,  // PAST_REF, PRESENT_REF, FUTURE_REF
  kPartOf,     // the nth (week; -1 the last) of parts[0], or so many (quantities) of them: "the last 3 weeks of
               // May"
  kInterval,   // from the first part to the second
};

// Where a relative expression is counted from.
enum class Origin : uint8_t {
  kWriting,  // "two days ago", "last week": the publication date
  kText,     // "two days later", "the same day": the time last spoken of
};

struct Quantity {
  std::string number;  // "3", "2.5", or "X" for "several"
  TimeUnit unit = TimeUnit::kDay;
};

struct Expression {
  size_t begin = 0;  // atoms
  size_t end = 0;
  Meaning meaning = Meaning::kCalendar;

  // kCalendar; year is astronomical and may be negative (BC)
  std::optional<int> year;
  std::optional<int> decade;   // 1990; below 100 when the century is not said: 90
  std::optional<int> century;  // 19 for the 19th; negative for BC
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;
  std::optional<int> holiday;  // of kHolidays, one that moves within the year
  std::optional<int> quarter;  // 1..4
  std::optional<int> half;     // 1, 2
  std::optional<int> week;     // the nth week (with a weekday: the nth such day) of the month or year; -1 the last
  std::string reckoning;       // "FY", "SY": a fiscal or school year, which no civil dates follow from
  std::string season;          // "SP"
  bool generic = false;        // any such season: "winters are mild", "it rains in autumn"
  bool weekend = false;
  bool rest = false;  // "the rest of the week": from the day of writing on

  // Time of day, with any day-like meaning: "T15:00", "TNI"; empty when none.
  std::string clock;

  // kDeictic and shifted calendar expressions: -1 last, 0 this, +1 next; no value: not said.
  std::optional<int> shift;
  std::optional<TimeUnit> unit;  // kDeictic
  Origin origin = Origin::kWriting;

  // kOffset, kDuration, kSet
  std::vector<Quantity> quantities;  // "two years and one month"
  int direction = 0;                 // kOffset: -1 ago, +1 later
  std::string reference;             // kReference

  // kInterval: its two ends, in order; kOffset: the anchor when it is said ("two days after 5 March").
  std::vector<Expression> parts;
};

}  // namespace annalist
