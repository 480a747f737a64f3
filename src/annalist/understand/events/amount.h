// How much: the amount that belongs to an event.
#pragma once

#include <set>

#include "annalist/understand/events/match.h"

namespace annalist {

// Index of the amount in the act's object, or else in another argument of it, or in a clause below it that
// tells of no event of its own
// ("reduced aid, cutting $23 million"); kNone when there is none. `triggers`: all trigger tokens of the
// document.
int amount_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers);

}  // namespace annalist
