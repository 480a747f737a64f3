#include "annalist/show/goldstein.h"

#include <algorithm>

#include "annalist/show/goldstein_scale.h"

namespace annalist {

std::optional<int> goldstein_tenths(std::string_view cameo) {
  for (; cameo.size() >= 2; cameo.remove_suffix(1)) {
    const auto found = std::lower_bound(kGoldsteinScale.begin(), kGoldsteinScale.end(), cameo,
                                        [](const ScaleValue& value, std::string_view code) { return value.code < code; });
    if (found != kGoldsteinScale.end() && found->code == cameo) return found->tenths;
  }
  return std::nullopt;
}

}  // namespace annalist
