// The statements of a document: who says, believes, asks or promises what, and through whom it came (attribution relations after
// Pareti 2012 and PolNeAR, Newell et al. 2018). Takes a reading with UD trees, the document's actors and times; gives statements by cue,
// and "I", "we" and "you" inside quotations resolved.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/statements/statement.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

Statements find_statements(const Document& document, const Reading& reading, const Actors& actors, const std::vector<Timex>& times,
                           const Knowledge& knowledge);

}  // namespace annalist
