// Amount: a sum of money or a count of people or things, as an exact decimal. Currencies are ISO 4217 codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "annalist/base/decimal.h"
#include "annalist/base/span.h"
#include "annalist/read/reading.h"

namespace annalist {

enum class AmountKind : uint8_t { kTotal, kRate, kChange };

struct Amount {
  ByteSpan words;
  TokenRange tokens;
  std::optional<Decimal> value;  // none where the words fix none ("thousands")
  std::optional<Decimal> low;    // bounds, where the words give them
  std::optional<Decimal> high;
  std::string unit;  // "USD", "persons", or the counted noun's plural: "families", "missiles"
  std::string per;   // "", "day", "week", "month", "year"
  AmountKind kind = AmountKind::kTotal;
  bool approximate = false;
  friend bool operator==(const Amount&, const Amount&) = default;
};

}  // namespace annalist
