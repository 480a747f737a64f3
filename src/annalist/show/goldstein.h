// The conflict and cooperation scale of Goldstein (1992), from -10 (attack) to 10 (extension of military aid or peace), as the Kansas Event
// Data System project carried it from WEIS over to the codes of CAMEO. The values stand in goldstein_scale.h.
#pragma once

#include <optional>
#include <string_view>

namespace annalist {

// The value of a CAMEO code in tenths ("042" -> 19, for 1.9). A code that the scale does not list has the value of its parent: the code
// without its last digit, down to two digits; nullopt when none of these is listed.
std::optional<int> goldstein_tenths(std::string_view cameo);

}  // namespace annalist
