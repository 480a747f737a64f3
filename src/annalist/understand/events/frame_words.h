// Words that decide whose an act is where the tree leaves it open (frame.h).
#pragma once

#include <string_view>

namespace annalist {

// Verbs whose infinitive is done by their subject although they have an object ("promised Hamas to send arms").
bool is_subject_control(std::string_view lemma);
// What somebody puts out, that speaks for him: "posted a message blaming Iran".
bool is_message(std::string_view lemma);
// "Drew up plans to attack": whoever has them would do it.
bool is_intent(std::string_view lemma);
// Prepositions by which a noun is what its light verb does ("engage in talks"), not when or why ("ordered mourning after the strike").
bool is_doing(std::string_view preposition);

}  // namespace annalist
