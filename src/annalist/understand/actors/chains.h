// Coreference chains over all noun phrases of a document, in the manner of OntoNotes: which phrases mean the same, singletons left out.
// Spans are whole phrases (phrase.h). Takes a reading, gives the members of chains in text order. Time is linear in the document.
#pragma once

#include <vector>

#include "annalist/base/span.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/coreference_model.h"

namespace annalist {

struct ChainMention {
  TokenRange tokens;
  ByteSpan words;
  TokenIndex head = kNoToken;
  EntityKind kind = EntityKind::kOther;  // the chain's: of its first name that the reader marked, a person for "he", else kOther
  int32_t chain = 0;                     // counted from 0 in order of the chains' first mentions
  friend bool operator==(const ChainMention&, const ChainMention&) = default;
};

// Sorted by begin, the wider first; mentions may nest and, rarely, cross. Each chain has two mentions or more.
std::vector<ChainMention> find_chains(const Reading& reading, const CoreferenceModel& model);

}  // namespace annalist
