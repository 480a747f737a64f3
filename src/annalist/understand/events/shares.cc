#include "annalist/understand/events/shares.h"

#include <algorithm>
#include <optional>

namespace annalist {
namespace {

class Shares {
 public:
  Shares(const Scene& scene, const Participants& participants, const Match& match)
      : scene_(scene), participants_(participants), indirect_(match.recipient_by == "iobject") {}

  // The receiver that stands beside a figure: after it with "to" or "for", or, of a verb that has one, right before it.
  std::optional<Participant> beside(const Amount& amount) const {
    const TokenIndex after = amount.tokens.end;
    const TokenRange sentence = scene_.reading.sentences[static_cast<size_t>(scene_.sentence(amount.tokens.begin))].tokens;
    if (after < sentence.end && (scene_.lemma(after) == "to" || scene_.lemma(after) == "for") && scene_.token(after).deprel == "case")
      return participants_.at(scene_.token(after).head);
    const TokenIndex before = amount.tokens.begin - 1;
    if (!indirect_ || before < sentence.begin) return std::nullopt;
    return participants_.at(before);
  }

  // Whether figures stand in one list: no verb between them.
  bool in_one_list(const Amount& a, const Amount& b) const {
    for (TokenIndex t = std::min(a.tokens.end, b.tokens.end); t < std::max(a.tokens.begin, b.tokens.begin); ++t)
      if (scene_.is_verb(t) || scene_.token(t).upos == Upos::kAux) return false;
    return true;
  }

 private:
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
    const bool same = !theirs || theirs->words == receiver->words || (theirs->actor != kNone && theirs->actor == receiver->actor);
    const bool doer = theirs && std::any_of(event.actors.begin(), event.actors.end(), [&](const Participant& p) {
                        return p.words == theirs->words || (p.actor != kNone && p.actor == theirs->actor);
                      });
    if (same || doer) continue;
    Event further = event;
    further.recipients = {*theirs};
    further.amount = i;
    out.push_back(std::move(further));
  }
  if (!out.empty()) event.recipients = {*receiver};
  return out;
}

}  // namespace annalist
