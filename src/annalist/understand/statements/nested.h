// Attributions within what others are reported to say.
#pragma once

#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

// Parts from the outer content what its speaker goes on to say ("said it had failed, adding that ..."). Drops those that add no speaker to
// the chain: wishes, plans and judgments ("he said that they want to leave": the words are his, about them), and speech that is only spoken
// of ("she vowed to tell them"). Reports within reports stay, so that "X said that Y had told Z" keeps both, and what somebody named is
// said to believe or to have promised; within quotation marks only reports of a named speaker. REQUIRES: contents are final
// (assign_quotations.h)
void settle_nested(const AttributionContext& context, std::vector<Attribution>& attributions);

}  // namespace annalist
