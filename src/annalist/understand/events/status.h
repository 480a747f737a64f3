// Status: whether the act that a trigger names happened, goes on, is planned, possible, asked for, promised or denied; read once for all
// patterns from negation, auxiliaries, tense, modifiers and the words that govern it, innermost first.
#pragma once

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/match.h"

namespace annalist {

struct Status {
  EventStatus value = EventStatus::kActual;
  ByteSpan words;        // what decided it; empty for the plain case
  bool by_doer = false;  // planned or promised by the doer himself: "will visit", "is ready to help"
  bool refused = false;  // the doer will not, or refuses to
  bool negated = false;
};

Status status_of(const Scene& scene, const Frames& frames, const Match& match);

}  // namespace annalist
