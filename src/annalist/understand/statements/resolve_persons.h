// "I", "we" and "you" inside quotations: "I" is the speaker, "we" the body or state that he speaks for where the text or the knowledge
// names one (else the speaker), "you" the one spoken to.
#pragma once

#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

// REQUIRES: statements and attributions correspond one to one.
std::vector<PersonResolution> resolve_persons(const AttributionContext& context, const std::vector<Attribution>& attributions,
                                              const std::vector<Statement>& statements);

}  // namespace annalist
