// How sure an event is: the chance that its type and an actor of it are right, by a logistic regression over
// how it was found.
#pragma once

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/match.h"

namespace annalist {

// 0..1. REQUIRES: the event's type and status are set.
double confidence_of(const Scene& scene, const Match& match, const Event& event);

}  // namespace annalist
