// Outlook: whether the clause that a word stands in looks back or ahead, read from its verb (UD Tense,
// VerbForm and auxiliaries). It decides which Tuesday "on Tuesday" is.
#pragma once

#include <cstdint>

#include "annalist/read/reading.h"

namespace annalist {

enum class Outlook : uint8_t { kUnknown, kPast, kPresent, kFuture };

Outlook outlook_of(const Reading& reading, TokenIndex token);

}  // namespace annalist
