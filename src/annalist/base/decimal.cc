#include "annalist/base/decimal.h"

#include <algorithm>

namespace annalist {
namespace {

constexpr int kMaxScale = 18;
__extension__ typedef __int128 Wide;

Wide power_of_ten(int exponent) {
  Wide power = 1;
  while (exponent-- > 0) power *= 10;
  return power;
}

}  // namespace

std::optional<Decimal> Decimal::make(Wide units, int scale) {
  while (scale > 0 && units % 10 == 0) {
    units /= 10;
    --scale;
  }
  constexpr int64_t kMost = 999'999'999'999'999'999;
  if (units > kMost || units < -kMost || scale > kMaxScale) return std::nullopt;
  Decimal made;
  made.units_ = static_cast<int64_t>(units);
  made.scale_ = scale;
  return made;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  Wide units = 0;
  int scale = 0;
  int count = 0;
  bool fraction = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      if (++count > 2 * kMaxScale) return std::nullopt;
      units = units * 10 + (c - '0');
      scale += fraction;
    } else if (c == '.' && !fraction && i + 1 < text.size()) {
      fraction = true;
    } else if (c == ',' && !fraction && i > 0 && i + 1 < text.size() && text[i - 1] != ',') {
      continue;
    } else {
      return std::nullopt;
    }
  }
  if (count == 0) return std::nullopt;
  return make(negative ? -units : units, scale);
}

std::optional<Decimal> Decimal::times(Decimal other) const { return make(static_cast<Wide>(units_) * other.units_, scale_ + other.scale_); }

std::optional<Decimal> Decimal::plus(Decimal other) const {
  const int scale = std::max(scale_, other.scale_);
  return make(units_ * power_of_ten(scale - scale_) + other.units_ * power_of_ten(scale - other.scale_), scale);
}

std::string Decimal::to_string() const {
  std::string digits = std::to_string(units_ < 0 ? -units_ : units_);
  if (scale_ > 0) {
    const auto places = static_cast<size_t>(scale_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, ".");
  }
  return units_ < 0 ? "-" + digits : digits;
}

double Decimal::to_double() const { return static_cast<double>(units_) / static_cast<double>(power_of_ten(scale_)); }

bool operator<(const Decimal& a, const Decimal& b) { return a.units_ * power_of_ten(b.scale_) < b.units_ * power_of_ten(a.scale_); }

}  // namespace annalist
