// When, where and how much: what an event's clause and sentence say beside who did what to whom.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/match.h"

namespace annalist {

struct EventDate {
  DateRange range;
  std::string how;  // "timex in clause", "timex in sentence"
};
// The date that the act's own clause gives, else one that the sentence gives for it; never that of a verb of saying above it. `triggers`:
// all trigger tokens of the document.
std::optional<EventDate> date_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers);

std::optional<EventPlace> place_of(const Scene& scene, const Match& match);

// Index of the amount in the act's object, or else in another argument of it; kNone when there is none.
int amount_of(const Scene& scene, const Match& match);

}  // namespace annalist
