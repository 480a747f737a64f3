// What a verb of speech, judgment or belief attributes: its clause, infinitive, predicate, object or prepositional phrase, or the speech
// beside it ("..., he said"), by its frames (cue_lexicon.h).
#pragma once

#include <vector>

#include "annalist/understand/statements/attribution_context.h"

namespace annalist {

struct VerbContent {
  std::vector<TokenRange> ranges;  // empty when the tree shows none; a quotation may still be it
  ByteSpan cue_words;              // the verb with its particle and, in "called for", the preposition
  bool stance = false;             // a matter or a person that one judges, and no proposition
};

VerbContent verb_content(const AttributionContext& context, TokenIndex verb, const Cue& cue);

}  // namespace annalist
