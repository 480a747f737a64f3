// Decimal: an exact decimal number, units * 10^-scale, for money and counts read from text. Normalised: no trailing zeros in the
// fraction, so equal numbers compare equal. Range: 18 significant digits; operations past it fail with nullopt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace annalist {

class Decimal {
 public:
  Decimal() = default;
  explicit Decimal(int64_t whole) : units_(whole) {}

  // "70", "1.5", "-3", "1,234,567.5" (commas between digits are passed over); nullopt when malformed or too long.
  static std::optional<Decimal> parse(std::string_view text);

  std::optional<Decimal> times(Decimal other) const;
  std::optional<Decimal> plus(Decimal other) const;

  // Plain notation, no exponent: "70000000", "0.5".
  std::string to_string() const;
  double to_double() const;
  bool is_whole() const { return scale_ == 0; }
  int64_t units() const { return units_; }
  int scale() const { return scale_; }

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend bool operator<(const Decimal& a, const Decimal& b);

 private:
  __extension__ typedef __int128 Wide;  // products of two 18-digit numbers fit
  static std::optional<Decimal> make(Wide units, int scale);
  int64_t units_ = 0;
  int scale_ = 0;  // 0..18
};

}  // namespace annalist
