// Phrases: the noun phrases of a document that can stand in a coreference chain, each with its whole extent as OntoNotes and OntoGUM mark
// it (with relative clauses and appositions, a possessor with its 's) and with what is known of it by itself. Takes a reading, gives
// phrases in text order. Wider than the mentions of actor.h: "the plan", "I" and "2009" are phrases too.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/actors/agent_nouns.h"
#include "annalist/understand/actors/quotations.h"

namespace annalist {

using PhraseIndex = int32_t;

enum class PhraseType : uint8_t {
  kFirstSingular,
  kFirstPlural,
  kSecond,
  kHe,
  kShe,
  kIt,
  kThey,
  kDemonstrative,  // "this" alone
  kOtherPronoun,   // "everyone", "who", "one"
  kPersonName,
  kOrganizationName,
  kPlaceName,
  kGroupName,
  kOtherName,
  kDefinite,
  kDemonstrativeNoun,  // "this plan"
  kPossessed,          // "his plan", "Iran's plan"
  kIndefinite,
  kQuantity,  // "three men", "some of them"
  kBare,
  kNumeral,  // "2009"
  kCoordination,
  kCount
};

// The coarse kinds that features are crossed with.
enum class PhraseGroup : uint8_t { kSpeaker, kPerson, kIt, kThey, kDemonstrative, kName, kGiven, kOther, kCount };

enum class PhraseRole : uint8_t {
  kSubject,
  kPassiveSubject,
  kObject,
  kOblique,
  kOf,
  kPossessor,
  kModifier,
  kApposition,
  kConjunct,
  kRoot,
  kOther,
  kCount
};
enum class PhraseNumber : uint8_t { kUnknown, kSingular, kPlural, kCount };
enum class Animacy : uint8_t { kUnknown, kPerson, kBody, kThing, kCount };
enum class Article : uint8_t { kBare, kThe, kA, kThis, kPossessive, kQuantity, kOther, kCount };

struct Phrase {
  TokenRange tokens;
  TokenIndex head = kNoToken;
  int sentence = 0;
  PhraseType type = PhraseType::kBare;
  PhraseGroup group = PhraseGroup::kOther;
  PhraseRole role = PhraseRole::kOther;
  PhraseNumber number = PhraseNumber::kUnknown;
  Gender gender = Gender::kUnknown;
  Animacy animacy = Animacy::kUnknown;
  Article article = Article::kBare;
  int entity = 0;  // 0 none, else 1 + EntityKind
  bool reflexive = false;
  TokenIndex governor = kNoToken;      // of the first conjunct
  int quotation = kNone;               // the quotation that it stands in
  std::string lemma;                   // the head's, lower case; of a name its last word; of a pronoun the subject's form ("he" of "his")
  std::string key;                     // its words in lower case, without article and closing 's
  std::string first_name;              // of a person's name of two words and more, its first; folded
  std::vector<std::string> name;       // a name's words in lower case
  std::vector<std::string> modifiers;  // sorted lower-case lemmas: adjectives, nouns, numbers, possessors
};

struct Phrases {
  std::vector<Phrase> phrases;       // sorted by begin, the wider first
  std::vector<Quoted> quotations;    // in order
  std::vector<PhraseIndex> by_head;  // by token: the widest that it heads and that is no coordination; kNone
};

Phrases find_phrases(const Reading& reading, const Children& children);

}  // namespace annalist
