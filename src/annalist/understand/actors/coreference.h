// The sieves of coreference, in the order in which they are run (Lee et al. 2013): each unites drafts of one Discourse.
#pragma once

#include "annalist/understand/actors/discourse.h"

namespace annalist {

// Names: the same link, the same words, an acronym, a surname or a part of a fuller name. REQUIRES: link_names was called.
void unite_names(Discourse& discourse);

// Titles, appositions and copulas: the description is the name's. Also collects ties, those of "X heads Y" among them.
void unite_relations(Discourse& discourse);

// "the foreign minister", "the Hamas leader", "the official", "the group", "the country", "both sides".
void unite_descriptions(Discourse& discourse);

// Finds quotations and who speaks them.
void find_quotations(Discourse& discourse);

// Third-person pronouns.
void unite_pronouns(Discourse& discourse);

}  // namespace annalist
