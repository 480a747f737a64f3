// Coreference chains over all noun phrases of a document, in the manner of OntoNotes: which phrases mean the same, singletons left out.
// Spans are whole phrases (phrase.h). Takes a reading, gives the members of chains in text order. Time is linear in the document.
#pragma once

#include <vector>

#include "annalist/read/conllu.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/coreference_model.h"

namespace annalist {

// Sorted by begin, the wider first; mentions may nest and, rarely, cross. Each chain has two mentions or more; chains are counted from 0 in
// order of their first mentions. All of a chain are of one kind: that of its first name that the reader marked, a person for "he", else
// kOther.
std::vector<LinkedMention> find_chains(const Reading& reading, const CoreferenceModel& model);

}  // namespace annalist
