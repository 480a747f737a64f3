// Matching: which pattern a trigger word sets off, and who fills its slots. Each token is judged once; the judgement of a complement
// ("promised to send aid") asks for that of the word below, so the answers are kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annalist/understand/events/codebook.h"
#include "annalist/understand/events/frame.h"
#include "annalist/understand/events/participants.h"
#include "annalist/understand/events/scene.h"

namespace annalist {

struct Match {
  int pattern = -1;
  Frame frame;
  std::vector<Participant> actors;
  std::vector<Participant> recipients;
  std::string actor_by;  // the relation that filled the slot: "subject"
  std::string recipient_by;
  std::vector<TokenIndex> trigger;  // the head and the trigger's other words, in text order
  std::vector<TokenIndex> taken;    // what conditions rest on
  std::vector<TokenIndex> complements;
  bool absorbs = false;  // its complement is only promised, asked for ...
  int score = 0;
};

class Matcher {
 public:
  explicit Matcher(const Scene& scene);
  // The best pattern's match on the token, or nullptr.
  const Match* match(TokenIndex token);
  // What of the trigger's kind the token can be, with its entries; empty when none.
  const std::vector<TriggerEntry>& entries(TokenIndex token, TriggerKind& kind) const;
  const Participants& participants() const { return participants_; }
  const Frames& frames() const { return frames_; }

 private:
  std::optional<Match> judge(TokenIndex token);
  // The trigger's words and the pattern's conditions hold; slots are not looked at.
  std::optional<Match> admits(const Frame& frame, TriggerEntry entry);
  // Fills the slots; false when somebody who is needed is missing.
  bool complete(Match& match);
  // Finds the trigger's further words. A preposition among them makes what it governs an object; noun objects are taken.
  bool is_reciprocal(const Match& match) const;
  bool has_own_object(const Match& match) const;
  bool find_others(const Trigger& trigger, Match& match);
  bool holds(const Condition& condition, Match& match, bool has_object);
  bool fills(const Filler& filler, TokenIndex head, Match& match);
  bool fills_as_actor(FillerKind kind, TokenIndex head);
  bool is_modal_clause(TokenIndex verb) const;
  bool has_word(TokenIndex head, const Filler& filler) const;
  std::vector<TokenIndex> heads(const Match& match, const Term& term, bool has_object);
  std::vector<TokenIndex> complements(const Match& match);
  void fill(const std::vector<Term>& terms, Match& match, bool has_object, std::vector<Participant>& out, std::string& by);
  bool is_mere_place(const Match& match, TokenIndex head) const;
  std::vector<Participant> speakers(TokenIndex trigger) const;
  std::vector<Participant> others_under(TokenIndex head, const std::vector<Participant>& leave_out) const;
  std::vector<Participant> acted_on(TokenIndex act, const std::vector<Participant>& leave_out, int depth);
  std::vector<TokenIndex> purposes(const Match& match) const;
  std::vector<Participant> purpose_side(const Match& match);
  std::vector<Participant> complement_side(const Match& match, bool subject);
  // Whether the word is an event by some pattern, its slots filled or not; of the type, or of the filler's quad classes.
  bool is_event(TokenIndex head, FillerKind kind, int type = -1);

  const Scene& scene_;
  Frames frames_;
  Participants participants_;
  std::vector<std::optional<Match>> matches_;
  int depth_ = 0;               // of conditions that ask for other words' events
  std::vector<uint8_t> state_;  // 0 not judged, 1 being judged, 2 judged
};

}  // namespace annalist
