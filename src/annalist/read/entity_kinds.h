// One name, one kind: the mentions of a name in a document are of one kind, the one with the most probability over all of them.
// "Lansing" is a place or a person throughout, whatever single sentences leave open (one sense per discourse, Gale et al. 1992).
#pragma once

#include <span>

#include "annalist/read/reading.h"

namespace annalist {

// probabilities[i] is that of the kind of reading.entities[i]. Names are the same where their words are.
void settle_entity_kinds(Reading& reading, std::span<const float> probabilities);

}  // namespace annalist
