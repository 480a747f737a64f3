// Actors of one document: who is mentioned, where, and who that is. A mention is a name, a pronoun or a description; an actor is what
// mentions of one document share, linked to the knowledge base where it is known (id such as "Q10296812"), else an actor of the
// document alone (id "text:" and its name).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annalist/base/span.h"
#include "annalist/read/reading.h"

namespace annalist {

using ActorIndex = int32_t;    // into Actors::actors
using MentionIndex = int32_t;  // into Actors::mentions
inline constexpr int32_t kNone = -1;

enum class MentionHow : uint8_t { kName, kPronoun, kDescription };

struct Mention {
  ByteSpan words;  // a name alone, a pronoun, or a whole description ("a senior Hamas official")
  TokenRange tokens;
  TokenIndex head = kNoToken;  // the syntactic head of its noun phrase
  EntityKind kind = EntityKind::kOther;
  MentionHow how = MentionHow::kName;
  bool plural = false;
  ActorIndex actor = kNone;  // kNone: nobody that can be an actor ("he" unresolved, "the table" is no mention at all)
  friend bool operator==(const Mention&, const Mention&) = default;
};

struct Actor {
  std::string id;    // knowledge id, or "text:NAME"
  std::string name;  // canonical: "Ismail Haniyeh"; for a bare description its words ("a senior Hamas official")
  EntityKind kind = EntityKind::kOther;
  std::string country;              // ISO 3166-1 alpha-3 of the state that it is or belongs to; empty when unknown
  std::string code;                 // CAMEO/PLOVER actor code at the document's date: "IRN", "IRNGOV", "PSEREBHMS"; empty when unknown
  bool known = false;               // from the knowledge base
  bool media = false;               // a news outlet or agency: a source, not a political actor
  std::vector<ActorIndex> members;  // of "both sides", or of "they" for several: the actors that are meant; else empty
  friend bool operator==(const Actor&, const Actor&) = default;
};

// Who somebody is, as the text states it: "Hamas spokesperson Sami Abu Zuhri".
struct Tie {
  ActorIndex who = kNone;
  std::string role;       // the words of the role: "spokesperson"
  ActorIndex of = kNone;  // kNone when the text gives none
  ByteSpan words;
  friend bool operator==(const Tie&, const Tie&) = default;
};

struct Actors {
  std::vector<Actor> actors;
  std::vector<Mention> mentions;  // sorted by words; may nest ("a senior [Hamas] official")
  std::vector<Tie> ties;
  friend bool operator==(const Actors&, const Actors&) = default;
};

}  // namespace annalist
