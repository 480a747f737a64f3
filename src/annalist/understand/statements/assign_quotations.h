// Gives each quotation to the attribution that it belongs to: the verb beside it, the speaker of the sentence before for a sentence that
// stands in quotation marks by itself, the speaker of the paragraph before for a quotation that goes on.
#pragma once

#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

// Sets content of attributions that are quotations, and drops those that are left without content.
void assign_quotations(const AttributionContext& context, std::vector<Attribution>& attributions);

}  // namespace annalist
