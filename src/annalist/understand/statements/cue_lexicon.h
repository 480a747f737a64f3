// The cue lexicon: verbs and nouns that attribute, with the frames in which they take their content (after Levin 1993's verbs of
// communication and FrameNet's Statement, Request, Commitment, Judgment and Opinion frames; the selection is our own).
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

enum class CueClass : uint8_t {
  kSay,      // "say", "announce", "claim"
  kAsk,      // "ask", "urge", "demand"
  kPromise,  // "vow", "pledge", "threaten"
  kBelieve,  // "believe", "expect", "hope"
  kJudge,    // "describe", "accuse", "consider"
  kShow,     // said of documents and findings: "show", "suggest"
  kCite,     // "quote", "cite": the object is the source
};

// How the content stands to the cue (flags).
enum CueFrame : uint16_t {
  kClause = 1,            // a that-clause, a quotation, a clause beside it
  kInfinitive = 2,        // "vowed to fight"
  kObjectInfinitive = 4,  // "asked the governments to act": the object belongs to the content
  kPredicate = 8,         // "considers Hamas a factor", "described it as fair"
  kObject = 16,           // "condemned the attack"
  kAddressee = 32,        // the object hears: "told reporters", "promised Hamas"
  kMatter = 64,           // "opposed the ban": an object that is a matter, not an actor, whom one supports by deeds
  kGerund = 128,          // "denied taking the money"
  kLight = 512,           // of nouns: only as the object of a light verb, "took aim at the plan"
  kText = 256,            // "released the findings": an object that is a text or an utterance; with kObject
};

struct Cue {
  std::string_view lemma;  // a verb with its particle: "point out"
  CueClass cue_class = CueClass::kSay;
  uint16_t frames = 0;
  std::string_view prepositions;  // with which its content may stand, parted by spaces: "about of"
};

// Whether a list of words parted by spaces, as of prepositions, has a word; never the empty one.
bool has_word(std::string_view list, std::string_view word);

// By lower-case lemma; nullptr for what is no cue.
const Cue* find_verb_cue(std::string_view lemma);
// The same by an inflected form, for where the lemma can't be trusted: "vowed", "denies", "admitting".
const Cue* find_verb_cue_by_form(std::string_view form);
const Cue* find_noun_cue(std::string_view lemma);       // "claim", "warning": with a clause or infinitive
const Cue* find_adjective_cue(std::string_view lemma);  // "confident", "convinced": with a clause
// Verbs that things "do" as well ("the figures suggest", "the move signals"): they attribute only when their subject can speak.
bool needs_speaker(std::string_view lemma);
bool is_light_verb(std::string_view lemma);      // "issue a statement", "make the claim"
bool is_hearsay_adverb(std::string_view lemma);  // "reportedly"
// Nouns for texts and findings, which speak without being actors: "report", "poll", "sources".
bool is_text_noun(std::string_view lemma);
// Shares of people asked, and bodies that campaign: "42 percent say", "the majority want".
bool is_share_noun(std::string_view lemma);
// What one acts according to without its being a source: "plan", "law".
bool is_measure_noun(std::string_view lemma);

// For tests: the numbers of entries.
int verb_cue_count();
int noun_cue_count();

}  // namespace annalist
