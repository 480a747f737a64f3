// One act that shares out: "gave Egypt $3 million and Jordan $2 million", "sent 10 tanks to Mali and 5 to Niger". Each receiver with its
// own figure is an event of its own, by the same trigger.
#pragma once

#include <vector>

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/match.h"
#include "annalist/understand/events/scene.h"

namespace annalist {

// The further events, in the order of their figures; `event` keeps the receiver of its own figure. Empty, and `event` as it was, when
// the sentence does not pair two figures with two receivers.
std::vector<Event> share_out(const Scene& scene, const Participants& participants, const Match& match, Event& event);

}  // namespace annalist
