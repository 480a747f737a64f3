// Gaps: verbs that stand between two actors and that no pattern took, so that users see what a codebook misses.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "annalist/kb/knowledge.h"
#include "annalist/understand/events/codebook.h"
#include "annalist/understand/events/records.h"

namespace annalist {

struct Gap {
  int count = 0;
  std::string example;  // the first sentence met
};

// Adds one document's gaps: "VERB", "VERB PREPOSITION" or "NOUN PREPOSITION" -> how often a political actor is its subject and another its
// object or phrase. Verbs of saying that are statements' cues, and verbs that tell of no act ("have"), are left out.
void count_gaps(const Records& records, const Codebook& codebook, const Knowledge& knowledge, std::map<std::string, Gap>& gaps);

}  // namespace annalist
