// Dates and places that one event has from another: what refers back ("the visit", "the attack") has those of
// the event it refers to, an act told within another ("during the visit") those of that act, and the next
// past act of a running narrative the date of the one before (Reichenbach's reference time, as in Dowty 1986:
// simple pasts go on from the time last given). Such dates are marked "carried".
#pragma once

#include <set>
#include <vector>

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/match.h"

namespace annalist {

// `events` in text order; `matches` those that they were made from, in the same order, others may stand
// between. `triggers`: all trigger tokens.
void carry(const Scene& scene, const std::vector<const Match*>& matches, const std::set<TokenIndex>& triggers, std::vector<Event>& events);

}  // namespace annalist
