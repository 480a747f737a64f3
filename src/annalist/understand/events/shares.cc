#include "annalist/understand/events/shares.h"

#include <algorithm>
#include <optional>
#include <string>

namespace annalist {
namespace {

bool is_same(const Participant& a, const Participant& b) { return a.words == b.words || (a.actor != kNone && a.actor == b.actor); }

class Shares {
 public:
  Shares(const Scene& scene, const Participants& participants, const Match& match)
      : scene_(scene), participants_(participants), indirect_(match.recipient_by == "iobject") {}

  struct Receiver {
    Participant who;
    std::string preposition;  // "to", "for"; empty where it stands right before the figure
  };

  // The receiver that stands beside a figure: after it with "to" or "for", or, of a verb that has one, right before it.
  std::optional<Receiver> beside(const Amount& amount) const {
    const TokenIndex after = amount.tokens.end;
    const TokenRange sentence = scene_.reading.sentences[static_cast<size_t>(scene_.sentence(amount.tokens.begin))].tokens;
    if (after < sentence.end && (scene_.lemma(after) == "to" || scene_.lemma(after) == "for") && scene_.token(after).deprel == "case")
      return of(scene_.token(after).head, scene_.lemma(after));
    const TokenIndex before = amount.tokens.begin - 1;
    if (!indirect_ || before < sentence.begin) return std::nullopt;
    return of(before, {});
  }

  // Whether figures stand in one list: no verb between them.
  bool in_one_list(const Amount& a, const Amount& b) const {
    for (TokenIndex t = std::min(a.tokens.end, b.tokens.end); t < std::max(a.tokens.begin, b.tokens.begin); ++t)
      if (scene_.is_verb(t) || scene_.token(t).upos == Upos::kAux) return false;
    return true;
  }

 private:
  std::optional<Receiver> of(TokenIndex head, const std::string& preposition) const {
    const auto who = participants_.at(head);
    return who ? std::optional(Receiver{*who, preposition}) : std::nullopt;
  }

  const Scene& scene_;
  const Participants& participants_;
  bool indirect_;
};

}  // namespace

std::vector<Event> share_out(const Scene& scene, const Participants& participants, const Match& match, Event& event) {
  std::vector<Event> out;
  if (event.amount == kNone || event.recipients.empty()) return out;
  const Shares shares(scene, participants, match);
  const Amount& own = scene.amounts[static_cast<size_t>(event.amount)];
  const auto receiver = shares.beside(own);
  if (!receiver) return out;
  for (const int i : scene.amounts_in(event.sentence)) {
    const Amount& other = scene.amounts[static_cast<size_t>(i)];
    if (i == event.amount || !shares.in_one_list(own, other)) continue;
    const auto theirs = shares.beside(other);
    if (!theirs || theirs->preposition != receiver->preposition || is_same(theirs->who, receiver->who)) continue;
    const auto is_doer = [&](const Participant& p) { return is_same(p, theirs->who); };
    if (std::any_of(event.actors.begin(), event.actors.end(), is_doer)) continue;
    Event further = event;
    further.recipients = {theirs->who};
    further.amount = i;
    out.push_back(std::move(further));
  }
  if (!out.empty()) event.recipients = {receiver->who};
  return out;
}

}  // namespace annalist
