#include "annalist/understand/events/find_events.h"

#include <algorithm>
#include <set>

#include "annalist/understand/events/amount.h"
#include "annalist/understand/events/carry.h"
#include "annalist/understand/events/confidence.h"
#include "annalist/understand/events/dates.h"
#include "annalist/understand/events/match.h"
#include "annalist/understand/events/places.h"
#include "annalist/understand/events/shares.h"
#include "annalist/understand/events/status.h"
#include "annalist/understand/statements/chain.h"

namespace annalist {
namespace {

// Whether somebody of `some` is among `all`.
bool subset(const std::vector<Participant>& some, const std::vector<Participant>& all) {
  return std::all_of(some.begin(), some.end(), [&](const Participant& a) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Participant& b) { return a.words == b.words || (a.actor != kNone && a.actor == b.actor); });
  });
}

// A codebook file without its folders: records are the same wherever the program is installed.
std::string base_name(const std::string& path) { return path.substr(path.find_last_of("/\\") + 1); }

class EventFinder {
 public:
  explicit EventFinder(const Scene& scene) : scene_(scene), matcher_(scene), covered_(scene.reading.tokens.size(), false) {}

  std::vector<Event> find() {
    const TokenIndex end = static_cast<TokenIndex>(scene_.reading.tokens.size());
    for (TokenIndex t = 0; t < end; ++t)
      if (const Match* match = matcher_.match(t)) matches_.push_back(match);
    drop_covered();
    for (const Match* match : matches_) triggers_.insert(match->frame.trigger);
    std::vector<Event> events;
    for (const Match* match : matches_) {
      if (auto event = make(*match)) {
        const std::vector<Event> further = share_out(scene_, matcher_.participants(), *match, *event);
        events.push_back(std::move(*event));
        events.insert(events.end(), further.begin(), further.end());
        kept_.resize(events.size(), match);
      }
    }
    drop_repeated(events);
    carry(scene_, matches_, triggers_, events);
    return events;
  }

 private:
  // A match takes the words its conditions rest on, and all below a complement that is only promised, asked for, refused or threatened.
  void drop_covered() {
    std::stable_sort(matches_.begin(), matches_.end(), [&](const Match* a, const Match* b) { return depth(a) < depth(b); });
    std::vector<const Match*> kept;
    for (const Match* match : matches_) {
      if (covered_[static_cast<size_t>(match->frame.trigger)]) continue;
      kept.push_back(match);
      for (const TokenIndex taken : match->taken) covered_[static_cast<size_t>(taken)] = true;
      for (const TokenIndex t : match->trigger)
        if (t != match->frame.trigger) covered_[static_cast<size_t>(t)] = true;
      if (match->absorbs)
        for (const TokenIndex complement : match->complements) cover(complement);
    }
    std::sort(kept.begin(), kept.end(), [](const Match* a, const Match* b) { return a->frame.trigger < b->frame.trigger; });
    matches_ = std::move(kept);
  }

  int depth(const Match* match) const {
    int out = 0;
    for (TokenIndex t = match->frame.trigger; t != kNoToken; t = scene_.token(t).head) ++out;
    return out;
  }

  // All below a complement but relative clauses and what happened before or after it.
  void cover(TokenIndex top) {
    covered_[static_cast<size_t>(top)] = true;
    for (const TokenIndex c : scene_.children.of(top)) {
      const std::string& deprel = scene_.token(c).deprel;
      if (deprel == "acl:relcl" || deprel == "parataxis") continue;
      if (deprel == "advcl" && feature(scene_.token(c), "VerbForm") == "Fin") continue;
      const std::string preposition = scene_.preposition(c);
      if (preposition == "after" || preposition == "since" || preposition == "following" || preposition == "during") continue;
      cover(c);
    }
  }

  std::optional<Event> make(const Match& match) {
    const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match.pattern)];
    Event event;
    event.trigger_token = match.frame.trigger;
    event.sentence = scene_.sentence(match.frame.trigger);
    event.trigger = trigger_words(match);
    event.actors = match.actors;
    event.recipients = match.recipients;
    event.statement = scene_.statement_of(match.frame.trigger);
    event.via = chain_of(scene_.statements, event.statement);
    if (!set_type(match, pattern, event)) return std::nullopt;
    if (is_own_word(event)) event.via.erase(event.via.begin());
    event.mode = pattern.mode;
    event.contexts = pattern.contexts;
    if (const auto date = date_of(scene_, match, triggers_)) {
      event.date = date->range;
      event.date_how = date->how;
    }
    event.place = place_of(scene_, match, triggers_);
    event.amount = amount_of(scene_, match, triggers_);
    event.pattern = pattern.name;
    event.pattern_line = pattern.at.line;
    event.pattern_file = base_name(scene_.codebook.files()[static_cast<size_t>(pattern.at.file)]);
    event.confidence = confidence_of(scene_, match, event);
    if (pattern.mutual && event.recipients.empty() && event.actors.size() < 2 && event.actors.empty()) return std::nullopt;
    return event;
  }

  // "'We urge Iran to wait,' the envoy said": what somebody does by saying it, the article itself reports of him.
  static bool is_own_word(const Event& event) {
    const bool verbal = event.quad == 1 || event.quad == 3;
    return verbal && event.status != EventStatus::kDenied && event.actors.size() == 1 && !event.via.empty() &&
           event.actors[0].actor != kNone && event.actors[0].actor == event.via[0].actor;
  }

  // The trigger's words when they stand together, else the head alone.
  ByteSpan trigger_words(const Match& match) const {
    ByteSpan out = scene_.token(match.frame.trigger).words;
    for (const TokenIndex t : match.trigger) {
      const bool near = std::abs(t - match.frame.trigger) < static_cast<int>(match.trigger.size());
      if (near) out = cover_words(out, scene_.token(t).words);
    }
    return out;
  }
  static ByteSpan cover_words(ByteSpan a, ByteSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

  // Type, code and status; false when there is nothing to record.
  bool set_type(const Match& match, const Pattern& pattern, Event& event) const {
    const EventType& type = scene_.codebook.types()[static_cast<size_t>(pattern.type)];
    const Status status = status_of(scene_, matcher_.frames(), match);
    event.type = type.name;
    event.cameo = pattern.cameo;
    event.quad = type.quad;
    event.status = status.value;
    event.status_words = status.words;
    const Retyping& announced = pattern.announced.type.empty() ? type.announced : pattern.announced;
    const Retyping& refused = pattern.refused.type.empty() ? type.refused : pattern.refused;
    if (status.refused && refused.index >= 0) {
      retype(refused, event);
    } else if (status.negated) {
      if (event.statement == kNone) return false;  // what did not happen is no event, unless somebody says so
      event.status = EventStatus::kDenied;
    } else if (status.by_doer && announced.index >= 0 &&
               (status.value == EventStatus::kPlanned || status.value == EventStatus::kPromised)) {
      retype(announced, event);
    } else if (status.value == EventStatus::kRequested || status.value == EventStatus::kPromised) {
      return false;  // asked for or promised by words that no pattern took: no act yet
    }
    return true;
  }

  void retype(const Retyping& to, Event& event) const {
    const EventType& type = scene_.codebook.types()[static_cast<size_t>(to.index)];
    event.type = type.name;
    event.quad = type.quad;
    event.cameo = to.cameo.empty() ? type.cameo : to.cameo;
    event.status = EventStatus::kActual;
  }

  // "Reduced its aid, cutting $23 million", "went on strike to protest": a clause that says the same more closely.
  bool is_elaboration(const Match& lower, const Event& event, const Match& upper) const {
    const Token& at = scene_.token(lower.frame.trigger);
    if (at.deprel != "advcl" || (at.head != upper.frame.trigger && at.head != upper.frame.light)) return false;
    const bool protest = event.type == "PROTEST";
    const bool purpose = protest && feature(at, "VerbForm") == "Inf";
    return purpose ||
           (is_progressive(at) && scene_.child(lower.frame.trigger, "mark") == kNoToken && (protest || event.recipients.empty()));
  }

  // "Donated and delivered the goods": two verbs for one act, side by side over what they share.
  bool is_twin(const Match& second, const Match& first) const {
    const Token& at = scene_.token(second.frame.trigger);
    return at.deprel == "conj" && at.head == first.frame.trigger && scene_.child(first.frame.trigger, "obj") == kNoToken &&
           scene_.is_verb(first.frame.trigger);
  }

  // "Killed four men in an attack on a depot": the act that the verb tells, by its name.
  bool is_named_act(const Match& noun, const Match& verb) const {
    const TokenIndex t = noun.frame.trigger;
    return noun.frame.kind == TriggerKind::kNoun && scene_.token(t).head == verb.frame.trigger && scene_.preposition(t) == "in" &&
           base_relation(scene_.token(t).deprel) == "obl";
  }

  // One act told twice in a sentence ("killed five in an attack"): the trigger that stands higher is kept.
  void drop_repeated(std::vector<Event>& events) {
    std::vector<bool> drop(events.size(), false);
    for (size_t i = 0; i < events.size(); ++i) {
      for (size_t j = 0; j < events.size(); ++j) {
        if (i == j || drop[i] || drop[j] || events[i].sentence != events[j].sentence || events[i].type != events[j].type) continue;
        const TokenIndex light = kept_[i]->frame.light;
        const bool elaborates = is_elaboration(*kept_[j], events[j], *kept_[i]);
        if (!elaborates && !scene_.below(events[j].trigger_token, events[i].trigger_token)) continue;
        const bool lent = light != kNoToken && light == events[j].trigger_token;  // "the curfew imposed by the king"
        if (kept_[j]->frame.kind != TriggerKind::kNoun && !lent && !elaborates && !is_twin(*kept_[j], *kept_[i])) continue;
        const bool protest = elaborates && events[j].type == "PROTEST";
        if (subset(events[j].actors, events[i].actors) &&
            (events[j].recipients.empty() || events[i].recipients.empty() || protest || is_named_act(*kept_[j], *kept_[i]) ||
             subset(events[j].recipients, events[i].recipients))) {
          if (events[i].recipients.empty()) events[i].recipients = events[j].recipients;
          if (events[i].amount == kNone) events[i].amount = events[j].amount;
          drop[j] = true;
        }
      }
    }
    size_t at = 0;
    std::erase_if(events, [&](const Event&) { return drop[at++]; });
  }

  const Scene& scene_;
  Matcher matcher_;
  std::vector<const Match*> matches_;
  std::vector<const Match*> kept_;  // of the events, in their order
  std::vector<bool> covered_;
  std::set<TokenIndex> triggers_;
};

}  // namespace

std::vector<Event> find_events(const Document& document, const Reading& reading, const Actors& actors, const std::vector<Timex>& times,
                               const std::vector<Amount>& amounts, const Statements& statements, const Codebook& codebook,
                               const Knowledge& knowledge) {
  const Scene scene(document, reading, actors, times, amounts, statements, codebook, knowledge);
  return EventFinder(scene).find();
}

}  // namespace annalist
