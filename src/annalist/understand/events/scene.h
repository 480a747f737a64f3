// Scene: all that is known of one document when its events are sought, with the look-ups that every step needs. Lives for one call of
// find_events; the references must outlive it.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/amounts/amount.h"
#include "annalist/understand/events/codebook.h"
#include "annalist/understand/statements/statement.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

struct Scene {
  Scene(const Document& document_, const Reading& reading_, const Actors& actors_, const std::vector<Timex>& times_,
        const std::vector<Amount>& amounts_, const Statements& statements_, const Codebook& codebook_, const Knowledge& knowledge_);

  const Document& document;
  const Reading& reading;
  const Actors& actors;
  const std::vector<Timex>& times;
  const std::vector<Amount>& amounts;
  const Statements& statements;
  const Codebook& codebook;
  const Knowledge& knowledge;
  Children children;

  const Token& token(TokenIndex t) const { return reading.tokens[static_cast<size_t>(t)]; }
  // Its lemma as the codebook knows it, in lower case.
  const std::string& lemma(TokenIndex t) const { return lemmas_[static_cast<size_t>(t)]; }
  // The sentence that holds a token.
  int sentence(TokenIndex t) const { return sentence_of_[static_cast<size_t>(t)]; }
  // The mentions whose head the token is, best first: one with an actor, then a name, then the longer. kNone when there is none.
  MentionIndex mention_at(TokenIndex t) const { return mention_at_[static_cast<size_t>(t)]; }
  // The actor of a mention, with "I" and "we" resolved to the speaker.
  ActorIndex actor_of(MentionIndex mention) const { return actor_of_[static_cast<size_t>(mention)]; }
  // Whether a token hangs below another (or is it).
  bool below(TokenIndex token, TokenIndex top) const;
  // The first child with this relation (subtype counts when given), or kNoToken.
  TokenIndex child(TokenIndex head, std::string_view relation) const;
  // The preposition's lemma of a nominal ("with"), several joined ("because of"); empty when none.
  std::string preposition(TokenIndex nominal) const;
  bool is_verb(TokenIndex t) const { return token(t).upos == Upos::kVerb; }
  bool is_nominal(TokenIndex t) const;

 private:
  std::vector<std::string> lemmas_;
  std::vector<int> sentence_of_;
  std::vector<MentionIndex> mention_at_;
  std::vector<ActorIndex> actor_of_;
};

// A form in -ing: treebanks give it as a gerund or as a present participle.
bool is_progressive(const Token& token);

}  // namespace annalist
