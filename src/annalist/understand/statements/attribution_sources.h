// Who speaks: the noun phrases behind a cue.
#pragma once

#include <optional>
#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

// The heads of the noun phrases that are a verb's logical subject: its subject, the agent of a passive, what it shares with the verb that
// it depends on ("Zarif met him, adding that ..."), the noun of a relative clause. An empty vector: a passive without agent, nobody is
// named. nullopt: no subject can be found, so nobody attributes anything.
std::optional<std::vector<TokenIndex>> logical_subjects(const AttributionContext& context, TokenIndex verb);

// Whether a noun phrase can speak at all: a mention, a text ("report", "poll"), a person's pronoun; with `strict` no other noun.
bool can_speak(const AttributionContext& context, TokenIndex head, bool strict);

// The sources that a noun phrase stands for: its mentions, a text's owner ("the Reuters report"), else its words.
std::vector<Source> sources_of(const AttributionContext& context, TokenIndex head);

// "I", "we" and the like.
bool is_first_person(const Token& token);
bool is_second_person(const Token& token);

}  // namespace annalist
