// Who fills a slot: the actors that the words in a relation stand for. Conjuncts are all taken; words that are no actor themselves hand
// on to the one they belong to ("the offices of the Red Crescent", "an Iranian proposal").
#pragma once

#include <vector>

#include "annalist/understand/events/event.h"
#include "annalist/understand/events/frame.h"
#include "annalist/understand/events/scene.h"

namespace annalist {

class Participants {
 public:
  Participants(const Scene& scene, const Frames& frames) : scene_(scene), frames_(frames) {}

  // The participants under a phrase's head, conjuncts after it, each actor once; empty when nobody can be an actor.
  std::vector<Participant> under(TokenIndex head) const;
  // A head alone: its mention, or a role noun ("rebels"); nullopt when it is nobody.
  std::optional<Participant> at(TokenIndex head) const;
  // A state, an organization by its name, somebody with a known code or a public role, an armed or political group: not private people,
  // their trades and firms.
  bool is_political(const Participant& participant) const;
  // A place that stands for no state: visited, bombed, taken, but nobody that one could ask or praise.
  bool is_mere_place(const Participant& participant) const;
  // Students, workers, farmers and the like: private, but who may protest in public.
  bool may_protest(const Participant& participant) const;
  // CAMEO sector of a noun's words ("MIL" of "soldiers"), empty when none.
  std::string sector(TokenIndex head) const;

 private:
  std::vector<TokenIndex> conjuncts(TokenIndex head) const;
  void add(TokenIndex head, int depth, std::vector<Participant>& out) const;
  void add_each_of(TokenIndex head, std::vector<Participant>& out) const;
  void add_owner(TokenIndex head, int depth, std::vector<Participant>& out) const;
  std::optional<Participant> from_mention(MentionIndex mention, ActorIndex actor) const;
  std::optional<Participant> from_pronoun(TokenIndex head) const;
  std::optional<Participant> from_role_noun(TokenIndex head) const;
  std::optional<Participant> from_count(TokenIndex head) const;

  const Scene& scene_;
  const Frames& frames_;
};

}  // namespace annalist
