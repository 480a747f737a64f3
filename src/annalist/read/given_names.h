// Common given names, and whose they are.
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

enum class GivenName : uint8_t { kNone, kMale, kFemale };  // kNone: not held, or borne by both

// Of one word ("Maria"), in whatever case and with whatever accents.
GivenName given_name(std::string_view word);

}  // namespace annalist
