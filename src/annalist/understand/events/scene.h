// Scene: all that is known of one document when its events are sought, with the look-ups that every step needs. Lives for one call of
// find_events; the references must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
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
  // For a pronoun the head of the words that tell who is meant, kNoToken when the document has none or the token is no pronoun.
  TokenIndex naming_head(TokenIndex t) const;
  // The times, amounts and mentions (as indexes) that begin in a sentence, in order: whoever asks sentence by sentence stays linear in
  // the document.
  const std::vector<int>& times_in(int sentence) const { return times_in_[static_cast<size_t>(sentence)]; }
  const std::vector<int>& amounts_in(int sentence) const { return amounts_in_[static_cast<size_t>(sentence)]; }
  const std::vector<int>& mentions_in(int sentence) const { return mentions_in_[static_cast<size_t>(sentence)]; }
  // The innermost statement that holds a token, kNone when the article itself says it (statements/chain.h).
  int statement_of(TokenIndex t) const;
  // How often the document mentions somebody of a country, or the country.
  int times_told(const std::string& country) const;
  // Whether the text tells of an actor's role or body.
  bool is_tied(ActorIndex actor) const { return tied_[static_cast<size_t>(actor)]; }
  // Whether a token hangs below another (or is it).
  bool below(TokenIndex token, TokenIndex top) const;
  // What a clause hangs on: its head, but for a participle after a finite clause on the same word ("his visit since they invaded it,
  // killing 30"), which goes on with that clause.
  TokenIndex governor(TokenIndex clause) const;
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
  std::vector<std::vector<int>> times_in_, amounts_in_, mentions_in_, statements_in_;
  std::unordered_map<std::string, int> told_;
  std::vector<bool> tied_;
  std::vector<TokenIndex> described_at_;  // of each actor: the head of its first words that are no pronoun
};

// A form in -ing: treebanks give it as a gerund or as a present participle.
bool is_progressive(const Token& token);

}  // namespace annalist
