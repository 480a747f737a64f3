// The finders of attributions by their cues. Each takes the document's context and appends what it finds; contents that are quotations may
// still be empty (assign_quotations.h).
#pragma once

#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

// Verbs: "said that", "vowed to", "..., he said", "is said to".
void find_verb_cues(const AttributionContext& context, std::vector<Attribution>& out);
// Adjectives: "is confident that", "is critical of", "made clear that".
void find_adjective_cues(const AttributionContext& context, std::vector<Attribution>& out);
// Nouns ("X's claim that", "issued an order that").
void find_noun_cues(const AttributionContext& context, std::vector<Attribution>& out);
// "According to X", "in the poll", "reportedly", "X: '...'", "'...' - X".
void find_phrase_cues(const AttributionContext& context, std::vector<Attribution>& out);
// "Citing X", "quoting X": what is told is the content of the clause that they hang on. REQUIRES: the others were found
void find_citing_cues(const AttributionContext& context, std::vector<Attribution>& out);

}  // namespace annalist
