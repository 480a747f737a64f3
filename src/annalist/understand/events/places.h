// Where an event happened, by the words of its own sentence.
#pragma once

#include <optional>
#include <set>

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/match.h"

namespace annalist {

// Best first: the act's own locative phrases, a place name before an event noun, a place that is visited,
// locative phrases on its arguments and participial clauses, those of the verb it is joined to; in an
// article's first sentence that of the dateline. A name before a common noun for a place. What is only said
// has the place of its own phrases. `triggers`: all trigger tokens of the document.
std::optional<EventPlace> place_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers);

}  // namespace annalist
