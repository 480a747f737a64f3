#include "annalist/understand/times/time_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace annalist {
namespace {

struct UnitRow {
  std::string_view word;
  UnitWord unit;
};

constexpr UnitRow kUnits[] = {{"second", {TimeUnit::kSecond, false, 1}},
                              {"seconds", {TimeUnit::kSecond, true, 1}},
                              {"sec", {TimeUnit::kSecond, false, 1}},
                              {"secs", {TimeUnit::kSecond, true, 1}},
                              {"minute", {TimeUnit::kMinute, false, 1}},
                              {"minutes", {TimeUnit::kMinute, true, 1}},
                              {"min", {TimeUnit::kMinute, false, 1}},
                              {"mins", {TimeUnit::kMinute, true, 1}},
                              {"hour", {TimeUnit::kHour, false, 1}},
                              {"hours", {TimeUnit::kHour, true, 1}},
                              {"hr", {TimeUnit::kHour, false, 1}},
                              {"hrs", {TimeUnit::kHour, true, 1}},
                              {"day", {TimeUnit::kDay, false, 1}},
                              {"days", {TimeUnit::kDay, true, 1}},
                              {"night", {TimeUnit::kDay, false, 1}},
                              {"nights", {TimeUnit::kDay, true, 1}},
                              {"week", {TimeUnit::kWeek, false, 1}},
                              {"weeks", {TimeUnit::kWeek, true, 1}},
                              {"fortnight", {TimeUnit::kWeek, false, 2}},
                              {"fortnights", {TimeUnit::kWeek, true, 2}},
                              {"month", {TimeUnit::kMonth, false, 1}},
                              {"months", {TimeUnit::kMonth, true, 1}},
                              {"quarter", {TimeUnit::kQuarter, false, 1}},
                              {"quarters", {TimeUnit::kQuarter, true, 1}},
                              {"year", {TimeUnit::kYear, false, 1}},
                              {"years", {TimeUnit::kYear, true, 1}},
                              {"yr", {TimeUnit::kYear, false, 1}},
                              {"yrs", {TimeUnit::kYear, true, 1}},
                              {"decade", {TimeUnit::kDecade, false, 1}},
                              {"decades", {TimeUnit::kDecade, true, 1}},
                              {"century", {TimeUnit::kCentury, false, 1}},
                              {"centuries", {TimeUnit::kCentury, true, 1}},
                              {"millennium", {TimeUnit::kMillennium, false, 1}},
                              {"millennia", {TimeUnit::kMillennium, true, 1}}};

struct FrequencyRow {
  std::string_view word;
  TimeUnit unit;
};
constexpr FrequencyRow kFrequencies[] = {{"hourly", TimeUnit::kHour}, {"daily", TimeUnit::kDay},     {"nightly", TimeUnit::kDay},
                                         {"weekly", TimeUnit::kWeek}, {"monthly", TimeUnit::kMonth}, {"quarterly", TimeUnit::kQuarter},
                                         {"yearly", TimeUnit::kYear}, {"annual", TimeUnit::kYear},   {"annually", TimeUnit::kYear}};

struct Code {
  std::string_view word;
  std::string_view code;
};
constexpr Code kParts[] = {{"morning", "MO"}, {"dawn", "MO"}, {"noon", "MI"},  {"midday", "MI"},    {"afternoon", "AF"},
                           {"evening", "EV"}, {"dusk", "EV"}, {"night", "NI"}, {"overnight", "NI"}, {"daytime", "DT"}};
constexpr Code kSeasons[] = {{"spring", "SP"}, {"summer", "SU"},     {"autumn", "FA"},     {"fall", "FA"},
                             {"winter", "WI"}, {"springtime", "SP"}, {"summertime", "SU"}, {"wintertime", "WI"}};

constexpr std::array<std::string_view, 9> kDecadeWords = {"tens",    "twenties",  "thirties", "forties", "fifties",
                                                          "sixties", "seventies", "eighties", "nineties"};
constexpr std::array<std::string_view, 16> kApproximators = {"about", "almost",  "around", "approximately", "nearly",  "roughly",
                                                             "some",  "exactly", "only",   "just",          "another", "barely",
                                                             "at",    "more",    "less",   "over"};
constexpr std::array<std::string_view, 19> kPrepositions = {"in",  "on",     "since",  "until", "till",   "by",      "from",
                                                            "of",  "to",     "before", "after", "during", "between", "through",
                                                            "for", "around", "late",   "early", "mid"};

template <class Table>
std::string_view code_of(const Table& table, std::string_view word) {
  const auto hit = std::find_if(std::begin(table), std::end(table), [&](const Code& row) { return row.word == word; });
  return hit == std::end(table) ? std::string_view{} : hit->code;
}

}  // namespace

std::optional<UnitWord> unit_word(std::string_view lower) {
  const auto* hit = std::find_if(std::begin(kUnits), std::end(kUnits), [&](const UnitRow& row) { return row.word == lower; });
  if (hit == std::end(kUnits)) return std::nullopt;
  return hit->unit;
}

std::optional<TimeUnit> frequency_word(std::string_view lower) {
  const auto* hit =
      std::find_if(std::begin(kFrequencies), std::end(kFrequencies), [&](const FrequencyRow& row) { return row.word == lower; });
  if (hit == std::end(kFrequencies)) return std::nullopt;
  return hit->unit;
}

std::string_view part_of_day(std::string_view lower) { return code_of(kParts, lower); }
std::string_view season(std::string_view lower) { return code_of(kSeasons, lower); }

int decade_word(std::string_view lower) {
  const auto hit = std::find(kDecadeWords.begin(), kDecadeWords.end(), lower);
  return hit == kDecadeWords.end() || hit == kDecadeWords.begin() ? -1 : static_cast<int>(hit - kDecadeWords.begin() + 1) * 10;
}

bool approximator(std::string_view lower) { return std::find(kApproximators.begin(), kApproximators.end(), lower) != kApproximators.end(); }

bool date_preposition(std::string_view lower) {
  return std::find(kPrepositions.begin(), kPrepositions.end(), lower) != kPrepositions.end();
}

}  // namespace annalist
