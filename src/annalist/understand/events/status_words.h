// Words that say whether an act happened: verbs, nouns and adjectives that govern it, adjectives and adverbs that modify it. English
// factuality lexicon in the manner of Saurí & Pustejovsky 2009 (FactBank), cut to the seven statuses of an event.
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

enum class StatusHint : uint8_t {
  kNoHint,
  kPlanned,    // plan, intend, expect, be set
  kPossible,   // may, seek, alleged, risk
  kRequested,  // ask, order, must
  kPromised,   // promise, vow
  kDenied,     // deny, fail, prevent
  kRefused,    // refuse, decline
  kOngoing,    // continue, keep
  kFact        // manage, begin, help: what they govern stands as it does
};

// Of a verb or adjective over a clause ("plan to attack", "is ready to attack") or an act as its object ("prevented a strike").
StatusHint hint_of_governor(std::string_view lemma);
// Of a noun over "to", "of" or "for" ("threat of war", "plans for talks").
StatusHint hint_of_noun(std::string_view lemma);
// Of an adjective on an event noun or an adverb on a verb ("alleged", "possible", "reportedly").
StatusHint hint_of_modifier(std::string_view lemma);
// Of an auxiliary: "will" planned, "may" possible, "must" requested.
StatusHint hint_of_auxiliary(std::string_view lemma);
// Of verbs that ask when they govern an infinitive, whether over a finite clause they only tell ("told him that ...").
bool tells_facts(std::string_view lemma);
// Verbs whose plain form is their past too ("hit", "cut").
bool is_invariant(std::string_view lemma);
// Nouns for acts that last ("blockade").
bool is_lasting(std::string_view lemma);
bool is_negation(std::string_view lemma);

}  // namespace annalist
