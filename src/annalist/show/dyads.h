// Events counted by dyad: who did how many things of each quad class to whom, a period. A day, month or year of an event's date counts only
// where its date fixes it; all other events are counted in rows without a period.
//
// An event counts once for each of its actors with each of its recipients; without recipients, for each actor with nobody, and the other
// way round. An actor that stands for several ("both sides") counts as these. Two sides that meet, work together, sign or cease fire are
// coded as actors without a recipient: such an event counts for each of them with each other.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/understand/events/records.h"

namespace annalist {

enum class Period : uint8_t { kDay, kMonth, kYear };
std::optional<Period> period_by_name(std::string_view name);  // "day", "month", "year"

// "2024-03-26", "2024-03" or "2024"; empty when the date does not lie within one such period, or is none.
std::string period_of(const std::optional<DateRange>& date, Period period);

class DyadTable {
 public:
  explicit DyadTable(Period period) : period_(period) {}
  void add(const Records& records, size_t event);
  // The header is dyad_columns(). By period, rows without one last; then by actor and recipient.
  std::vector<std::vector<std::string>> rows() const;

 private:
  struct Side {
    std::string country;  // ISO 3166-1 alpha-3
    std::string actor;    // CAMEO code, or the name of one that has none
    friend auto operator<=>(const Side&, const Side&) = default;
  };
  struct Key {
    bool no_period = false;
    std::string period;
    Side actor;
    Side recipient;
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Counts {
    int64_t events = 0;
    int64_t actual = 0;  // status actual or ongoing
    std::array<int64_t, 4> quads = {};
    int64_t scaled = 0;  // events whose code has an intensity
    int64_t tenths = 0;  // its sum
  };

  static std::vector<Side> sides(const Records& records, const std::vector<Participant>& participants);
  void count(const Key& key, const Event& event);

  Period period_;
  std::map<Key, Counts> counts_;
};

std::vector<std::string> dyad_columns();

}  // namespace annalist
