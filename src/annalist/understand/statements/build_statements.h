// From attributions by tokens to statements by spans: speakers resolved to actors, kind of quotation, date, and the chain of outer
// speakers.
#pragma once

#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

// One statement for each attribution, in the same order.
std::vector<Statement> build_statements(const AttributionContext& context, const std::vector<Attribution>& attributions);

}  // namespace annalist
