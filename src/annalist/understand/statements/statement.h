// Statement: an attribution, as source, cue and content (Pareti 2012; PolNeAR), with the chain of further sources through whom it came.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/span.h"
#include "annalist/understand/actors/actor.h"

namespace annalist {

enum class QuoteKind : uint8_t { kDirect, kIndirect, kMixed };

// One who speaks: his words in the text, and who it is where that is known. An actor without words of its own is one carried over from
// another sentence; words then name where it was found.
struct Source {
  ByteSpan words;
  ActorIndex actor = kNone;
  std::string name;  // the actor's canonical name, else the words as they stand
  friend bool operator==(const Source&, const Source&) = default;
};

struct Statement {
  std::vector<Source> source;
  ByteSpan cue;
  TokenIndex cue_token = kNoToken;
  std::vector<ByteSpan> content;  // in order; two where the cue parts a quotation
  QuoteKind quote = QuoteKind::kIndirect;
  // "Condemned the raid", "is wary of the truce": the content is a matter that somebody judges, not a report; who judges it is no source
  // for the events in it.
  bool stance = false;
  int sentence = 0;  // the cue's
  std::optional<DateRange> date;
  std::string date_how;
  std::vector<Source> via;  // outer speakers, from the inner one outward
  friend bool operator==(const Statement&, const Statement&) = default;
};

// "I", "we" and "you" inside quotations, resolved to the speaker or the one spoken to.
struct PersonResolution {
  MentionIndex mention = kNone;
  ActorIndex actor = kNone;
  friend bool operator==(const PersonResolution&, const PersonResolution&) = default;
};

struct Statements {
  std::vector<Statement> statements;  // by cue
  std::vector<PersonResolution> persons;
  friend bool operator==(const Statements&, const Statements&) = default;
};

}  // namespace annalist
