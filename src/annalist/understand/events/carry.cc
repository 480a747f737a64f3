#include "annalist/understand/events/carry.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "annalist/base/utf8.h"
#include "annalist/understand/events/dates.h"
#include "annalist/understand/events/status_words.h"

namespace annalist {
namespace {

constexpr int kBack = 12;        // sentences that a definite noun with participants looks back, ...
constexpr int kBackUnnamed = 4;  // ... and one that names nobody
constexpr int kNarrative = 3;    // sentences that a date runs on without being told anew
constexpr int kClose = 31;       // days that a date may span to run on into the next paragraph
constexpr std::string_view kCarried = "carried";

// One actor, or one named within the words for the other ("Hamas" and "a Hamas delegation").
bool same_party(const Scene& scene, const Participant& p, const Participant& q) {
  if ((p.actor != kNone && p.actor == q.actor) || p.name == q.name) return true;
  const auto names_within = [&](ByteSpan words, ActorIndex actor) {
    const std::vector<Mention>& all = scene.actors.mentions;  // sorted by words
    auto m = std::lower_bound(all.begin(), all.end(), words.begin, [](const Mention& a, uint32_t begin) { return a.words.begin < begin; });
    for (; m != all.end() && m->words.begin < words.end; ++m)
      if (actor != kNone && m->actor == actor && m->words.end <= words.end) return true;
    return false;
  };
  return names_within(p.words, q.actor) || names_within(q.words, p.actor);
}

bool shares_actor(const Scene& scene, const Event& a, const Event& b) {
  const auto among = [&](const Participant& p) {
    const auto same = [&](const Participant& q) { return same_party(scene, p, q); };
    return std::any_of(b.actors.begin(), b.actors.end(), same) || std::any_of(b.recipients.begin(), b.recipients.end(), same);
  };
  return std::any_of(a.actors.begin(), a.actors.end(), among) || std::any_of(a.recipients.begin(), a.recipients.end(), among);
}

class Carrier {
 public:
  Carrier(const Scene& scene, const std::vector<const Match*>& matches, const std::set<TokenIndex>& triggers, std::vector<Event>& events)
      : scene_(scene), triggers_(triggers), events_(events) {
    for (const Match* match : matches) matches_[match->frame.trigger] = match;
    for (const Statement& statement : scene.statements.statements) cues_.insert(statement.cue_token);
    for (size_t i = 0; i < events.size(); ++i) at_[events[i].trigger_token] = i;
  }

  void run() {
    for (int pass = 0; pass < 2; ++pass) {  // what the narrative dates may be referred back to
      refer_back();
      within_others();
      narrate();
    }
    there();
  }

 private:
  uint32_t block(int sentence) const { return scene_.reading.sentences[static_cast<size_t>(sentence)].block; }

  static void take(const Event& from, Event& to, bool place) {
    if (!to.date && from.date) {
      to.date = from.date;
      to.date_how = kCarried;
    }
    if (place && !to.place) to.place = from.place;
  }

  bool is_definite(TokenIndex noun) const {
    if (scene_.is_verb(noun)) return false;
    for (const TokenIndex c : scene_.children.of(noun)) {
      if (scene_.token(c).deprel == "nmod:poss") return true;
      const std::string& lemma = scene_.lemma(c);
      if (scene_.token(c).deprel == "det" && (lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those"))
        return true;
    }
    return false;
  }

  // "The visit": the last dated event of its type before it, of the same participants where it names some.
  void refer_back() {
    for (size_t i = 0; i < events_.size(); ++i) {
      Event& event = events_[i];
      const bool open = event.status == EventStatus::kActual || event.status == EventStatus::kDenied;
      if (event.date || !open || !is_definite(event.trigger_token)) continue;
      const bool unnamed = event.actors.empty() && event.recipients.empty();
      for (size_t j = i; j-- > 0;) {
        const Event& before = events_[j];
        if (event.sentence - before.sentence > (unnamed ? kBackUnnamed : kBack)) break;
        if (before.type != event.type || !before.date || before.status != EventStatus::kActual) continue;
        if (!unnamed && !shares_actor(scene_, event, before)) continue;
        take(before, event, true);
        break;
      }
    }
  }

  // "During the visit he met ...", "killed in an attack": the time and place of the act that contains it.
  void within_others() {
    for (Event& event : events_) {
      const Match& match = *matches_.at(event.trigger_token);
      for (const Argument& argument : match.frame.arguments) {
        const std::string& p = argument.preposition;
        if (argument.kind != TermKind::kPreposition || (p != "during" && p != "in" && p != "at" && p != "on")) continue;
        const auto other = at_.find(argument.head);
        if (other != at_.end() && events_[other->second].status == EventStatus::kActual) take(events_[other->second], event, true);
      }
    }
  }

  // "He met the minister there": the place last told in the paragraph.
  void there() {
    const Event* placed = nullptr;
    for (Event& event : events_) {
      if (!event.place && placed != nullptr && block(placed->sentence) == block(event.sentence) && says_there(event.trigger_token))
        event.place = placed->place;
      if (event.place) placed = &event;
    }
  }

  bool says_there(TokenIndex trigger) const {
    for (const TokenIndex c : scene_.children.of(trigger))
      if (base_relation(scene_.token(c).deprel) == "advmod" && scene_.lemma(c) == "there") return true;
    return false;
  }

  // Whether the act is told in the simple past: its verb, its noun's light verb, or the finite verb over a
  // participle.
  bool is_simple_past(TokenIndex trigger) const {
    const Match& match = *matches_.at(trigger);
    TokenIndex verb = match.frame.kind == TriggerKind::kNoun ? match.frame.light : trigger;
    for (; verb != kNoToken; verb = scene_.token(verb).head) {
      if (!scene_.is_verb(verb)) return false;
      const Token& at = scene_.token(verb);
      if (feature(at, "VerbForm") == "Fin")
        return feature(at, "Tense") == "Past" || (is_invariant(scene_.lemma(verb)) && to_lower(at.form) == scene_.lemma(verb));
      const TokenIndex passive = scene_.child(verb, "aux:pass");
      if (passive != kNoToken) return feature(scene_.token(passive), "Tense") == "Past" && scene_.child(verb, "aux") == passive;
      if (scene_.child(verb, "aux") != kNoToken) return false;
      const std::string_view relation = base_relation(at.deprel);
      if (relation != "advcl" && relation != "conj" && relation != "xcomp") return false;
    }
    return false;
  }

  // The date of a sentence's main past clause, whether or not it holds an event; never that of a verb of
  // saying.
  std::optional<DateRange> scene_date(int sentence) const {
    const TokenRange tokens = scene_.reading.sentences[static_cast<size_t>(sentence)].tokens;
    if (scene_.times_in(sentence).empty()) return std::nullopt;
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
      const Token& at = scene_.token(t);
      const std::string_view relation = base_relation(at.deprel);
      const bool main =
          at.head == kNoToken || at.head < tokens.begin || relation == "ccomp" || relation == "parataxis" || relation == "conj";
      if (!main || at.deprel == "acl:relcl" || !scene_.is_verb(t) || cues_.contains(t) || feature(at, "Tense") != "Past") continue;
      if (const auto date = date_on(scene_, t, triggers_)) return date;
    }
    return std::nullopt;
  }

  // Told beside the main line: "her husband, who was arrested in May", "the talks held in June".
  bool is_aside(TokenIndex trigger) const {
    for (TokenIndex t = trigger; t != kNoToken; t = scene_.token(t).head)
      if (base_relation(scene_.token(t).deprel) == "acl" && scene_.is_verb(t)) return true;
    return false;
  }

  struct Running {
    std::optional<DateRange> date;
    const Event* event = nullptr;  // that gave it, if one did
    int sentence = 0;              // the last that it ran through
    int told = 0;                  // where it was given
  };

  bool runs_on(const Running& now, const Event& event) const {
    if (!now.date || event.sentence - now.sentence > 1 || event.sentence - now.told > kNarrative || event.sentence == now.told)
      return false;
    if (block(event.sentence) == block(now.told)) return true;
    const bool close = to_days(now.date->to) - to_days(now.date->from) <= kClose;
    return close && now.event != nullptr && shares_actor(scene_, event, *now.event);
  }

  void narrate() {
    Running now;
    size_t next = 0;
    for (int sentence = 0; sentence < static_cast<int>(scene_.reading.sentences.size()); ++sentence) {
      const size_t first = next;
      bool past = false;
      for (; next < events_.size() && events_[next].sentence == sentence; ++next) {
        Event& event = events_[next];
        const bool told =
            event.status == EventStatus::kActual || event.status == EventStatus::kDenied || event.status == EventStatus::kPossible;
        if (event.date || !told || !is_simple_past(event.trigger_token) || !runs_on(now, event)) continue;
        event.date = now.date;
        event.date_how = kCarried;
        past = true;
      }
      if (past || next == first) now.sentence = sentence;
      tell(sentence, first, next, now);
    }
  }

  // A sentence that gives a date of its own starts the narrative anew.
  void tell(int sentence, size_t first, size_t next, Running& now) const {
    if (const auto date = scene_date(sentence)) now = {date, nullptr, sentence, sentence};
    for (size_t i = first; i < next; ++i) {
      const Event& event = events_[i];
      if (!event.date || event.status != EventStatus::kActual || is_aside(event.trigger_token) ||
          (event.date_how == kCarried && now.date == event.date))
        continue;
      if (now.told == sentence && now.date && now.event == nullptr && now.date != event.date) continue;
      now = {event.date, &event, sentence, sentence};
    }
  }

  const Scene& scene_;
  const std::set<TokenIndex>& triggers_;
  std::vector<Event>& events_;
  std::map<TokenIndex, const Match*> matches_;
  std::map<TokenIndex, size_t> at_;
  std::set<TokenIndex> cues_;
};

}  // namespace

void carry(const Scene& scene, const std::vector<const Match*>& matches, const std::set<TokenIndex>& triggers, std::vector<Event>& events) {
  Carrier(scene, matches, triggers, events).run();
}

}  // namespace annalist
