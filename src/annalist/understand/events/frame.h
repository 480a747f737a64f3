// Frame: the arguments of a trigger, read off the UD tree in such a way that one pattern serves all constructions: passives are
// turned to actives; a subject is found through relative clauses, control and raising (xcomp), adverbial clauses and conjunction; a
// noun's frame is joined with that of its light verb ("launched an attack", "talks were held"). After UD v2's guidelines and
// Schuster & Manning 2016 (enhanced UD) for what is shared.
#pragma once

#include <string>
#include <vector>

#include "annalist/understand/events/codebook.h"
#include "annalist/understand/events/scene.h"

namespace annalist {

struct Argument {
  TermKind kind = TermKind::kSubject;
  std::string preposition;  // lemma, of kPreposition; of a clausal complement its marker ("from", "to")
  TokenIndex head = kNoToken;
  int distance = 0;  // 0 its own, more: shared with or inherited from other words
  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Frame {
  TokenIndex trigger = kNoToken;
  TriggerKind kind = TriggerKind::kVerb;
  TokenIndex light = kNoToken;  // a noun's light verb
  bool passive = false;
  std::vector<Argument> arguments;
};

class Frames {
 public:
  explicit Frames(const Scene& scene);
  // REQUIRES: trigger's UPOS agrees with kind.
  Frame frame(TokenIndex trigger, TriggerKind kind) const;
  // The grammatical subject as it stands (a passive's is the one acted on), its own or shared; kNoToken when none.
  TokenIndex surface_subject(TokenIndex verb, int depth = 0) const;
  bool is_passive(TokenIndex verb) const;
  // Whether the verb is of the class `light`.
  bool is_light(TokenIndex verb) const;

 private:
  Frame verb_frame(TokenIndex verb) const;
  Frame modal_frame(TokenIndex modal) const;
  Frame noun_frame(TokenIndex noun) const;
  Frame adjective_frame(TokenIndex adjective) const;
  void add_own(Frame& frame, TokenIndex verb) const;
  TokenIndex first_of_two_objects(TokenIndex verb) const;
  void add_object_phrases(Frame& frame) const;
  void add_shared_object(Frame& frame) const;
  void add_light(Frame& frame, TokenIndex noun) const;
  bool is_occupied(TokenIndex up) const;
  void add_nested_agent(Frame& frame, TokenIndex inner) const;
  void add_noun_clause(Frame& frame, TokenIndex clause) const;
  TokenIndex antecedent(TokenIndex token) const;

  const Scene& scene_;
  int light_class_;
};

// The heads in a relation, best first, for a trigger of the frame's kind. `has_object`: the pattern asks for an object somewhere, so
// that a noun's "of" is not its subject.
std::vector<TokenIndex> heads_of(const Frame& frame, const Term& term, bool has_object);

}  // namespace annalist
