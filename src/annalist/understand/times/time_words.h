// The closed word classes of English time expressions: units, parts of the day, seasons, modifiers. Lower
// case.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace annalist {

enum class TimeUnit : uint8_t { kSecond, kMinute, kHour, kDay, kWeek, kMonth, kQuarter, kYear, kDecade, kCentury, kMillennium };

struct UnitWord {
  TimeUnit unit = TimeUnit::kDay;
  bool plural = false;
  int times = 1;  // a fortnight is two weeks
};

// "years" -> {kYear, plural}; "nights" counts as days.
std::optional<UnitWord> unit_word(std::string_view lower);

// "daily", "monthly", "annual", ...: how often.
std::optional<TimeUnit> frequency_word(std::string_view lower);

// TIMEX3's codes: "MO", "MI" (noon), "AF", "EV", "NI", "DT"; empty when the word is none.
std::string_view part_of_day(std::string_view lower);

// "SP", "SU", "FA", "WI"; empty when the word is none.
std::string_view season(std::string_view lower);

// "twenties" -> 20, "nineties" -> 90; -1 when the word is none.
int decade_word(std::string_view lower);

// Before a count: "about", "more than"'s "more"; they belong to the expression but change no value.
bool approximator(std::string_view lower);

// Prepositions that a date follows: "in", "on", "since", ...
bool date_preposition(std::string_view lower);

}  // namespace annalist
