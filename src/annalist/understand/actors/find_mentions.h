// Finds the drafts of a document: names (find_names.cc), pronouns, descriptions and competing noun phrases (find_descriptions.cc).
#pragma once

#include "annalist/understand/actors/discourse.h"

namespace annalist {

// Names that the reader marked, and names that only the knowledge knows; nationality adjectives too.
void find_names(Discourse& discourse);

// REQUIRES: find_names was called. Descriptions headed by agent nouns, personal pronouns, and all other noun phrases as things.
void find_descriptions(Discourse& discourse);

}  // namespace annalist
