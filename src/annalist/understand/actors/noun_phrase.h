// Noun phrases in a UD tree: their extent without what is only hung onto them, and their determiner.
#pragma once

#include <string_view>

#include "annalist/read/reading.h"
#include "annalist/understand/actors/discourse.h"

namespace annalist {

// The tokens of the phrase that `head` heads: its modifiers and complements, without preposition, apposition, conjuncts, relative clauses
// and parentheses, and without the name that follows a title. Contiguous, holds `head`.
TokenRange noun_phrase(const Reading& reading, const Children& children, TokenIndex head);

// The phrase of a title that modifies a name ("Iran's Foreign Minister" in "Iran's Foreign Minister Zarif", where "Iran's" hangs on the
// name): the words of `title` and all of the name's other words to the left of it, without preposition and the like.
TokenRange title_phrase(const Reading& reading, const Children& children, TokenIndex title, TokenIndex name_head);

// Nouns that take the one they are sent to or stand by with "to": "ambassador to Iraq".
bool has_addressee(std::string_view lemma);

Determiner determiner_of(const Reading& reading, const Children& children, TokenIndex head);

// Whether the head has a modifier of its own, other than a determiner or number: "senior official", "Hamas official".
bool has_modifier(const Reading& reading, const Children& children, TokenIndex head);

}  // namespace annalist
