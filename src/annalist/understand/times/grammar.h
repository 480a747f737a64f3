// The grammar of English time expressions: finds the expressions of a sentence, by the rules of rules.h, the
// longest at each place.
#pragma once

#include <string_view>
#include <vector>

#include "annalist/understand/times/cursor.h"
#include "annalist/understand/times/expression.h"

namespace annalist {

// In order, not overlapping, but for the two ends of an interval ("from 2009 to 2011"): these follow it, as
// TIMEX3 marks them, each an expression of its own.
std::vector<Expression> find_expressions(const SentenceAtoms& sentence);

}  // namespace annalist
