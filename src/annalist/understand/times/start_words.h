// Whether a time expression can begin at an atom, by its form alone: most words begin none, and the rules
// need not be asked.
#pragma once

#include "annalist/understand/times/cursor.h"

namespace annalist {

bool may_begin_time(const Cursor& at);

}  // namespace annalist
