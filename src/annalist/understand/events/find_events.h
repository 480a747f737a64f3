// Events of one document. Takes what the earlier stages found and a codebook; gives each act between political actors that a pattern
// reports, once a sentence, with status, date, place, amount and the chain of sources. Coding follows PLOVER (Halterman et al. 2023): a
// promise is AGREE, a request REQUEST, and what is promised or asked for makes no record of its own.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/amounts/amount.h"
#include "annalist/understand/events/codebook.h"
#include "annalist/understand/events/event.h"
#include "annalist/understand/statements/statement.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

// In text order of their triggers. Thread safe; the same answer at every call.
std::vector<Event> find_events(const Document& document, const Reading& reading, const Actors& actors, const std::vector<Timex>& times,
                               const std::vector<Amount>& amounts, const Statements& statements, const Codebook& codebook,
                               const Knowledge& knowledge);

}  // namespace annalist
