#include "annalist/understand/events/circumstances.h"

#include <algorithm>

namespace annalist {
namespace {

// The token of a range whose head lies outside it.
TokenIndex head_of(const Scene& scene, TokenRange tokens) {
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t)
    if (!tokens.contains(scene.token(t).head)) return t;
  return tokens.begin;
}

// The verb or event noun that a time hangs on.
TokenIndex anchor_of(const Scene& scene, TokenIndex at, const std::set<TokenIndex>& triggers) {
  for (TokenIndex t = scene.token(at).head; t != kNoToken; t = scene.token(t).head)
    if (scene.is_verb(t) || triggers.contains(t) || scene.token(t).head == kNoToken) return t;
  return kNoToken;
}

bool is_cue(const Scene& scene, TokenIndex t) {
  return std::any_of(scene.statements.statements.begin(), scene.statements.statements.end(),
                     [&](const Statement& s) { return s.cue_token == t; });
}

// Whether the way from a token down from `top` crosses a relative clause: another event's time.
bool through_relative(const Scene& scene, TokenIndex t, TokenIndex top) {
  for (; t != kNoToken && t != top; t = scene.token(t).head)
    if (scene.token(t).deprel == "acl:relcl" || scene.token(t).deprel == "parataxis") return true;
  return false;
}

}  // namespace

std::optional<EventDate> date_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers) {
  const TokenIndex trigger = match.frame.trigger;
  const TokenRange sentence = scene.reading.sentences[static_cast<size_t>(scene.sentence(trigger))].tokens;
  std::optional<EventDate> loose;
  for (const Timex& timex : scene.times) {
    if (!timex.range || timex.type == TimexType::kSet || timex.type == TimexType::kDuration) continue;
    if (!sentence.contains(timex.tokens.begin)) continue;
    const TokenIndex anchor = anchor_of(scene, head_of(scene, timex.tokens), triggers);
    if (anchor == kNoToken) continue;
    const bool own = anchor == trigger || anchor == match.frame.light;
    if (own) return EventDate{*timex.range, "timex in clause"};
    bool related = scene.below(anchor, trigger) && !through_relative(scene, anchor, trigger);
    if (!related && scene.below(trigger, anchor) && !is_cue(scene, anchor)) related = !through_relative(scene, trigger, anchor);
    const bool conjoined = scene.token(anchor).deprel == "conj" && scene.token(anchor).head == trigger;
    if ((related || conjoined) && !loose) loose = EventDate{*timex.range, "timex in sentence"};
  }
  return loose;
}

std::optional<EventPlace> place_of(const Scene& scene, const Match& match) {
  static const Term kWhere{TermKind::kPlace, {}};
  std::vector<TokenIndex> heads = heads_of(match.frame, kWhere, true);
  for (const Argument& argument : match.frame.arguments)  // "the Gaza protests"
    if (match.frame.kind == TriggerKind::kNoun && argument.kind == TermKind::kModifier) heads.push_back(argument.head);
  for (const Argument& argument : match.frame.arguments) {  // "families in Gaza"
    if (argument.kind != TermKind::kObject && argument.kind != TermKind::kIndirect && argument.kind != TermKind::kPreposition) continue;
    for (const TokenIndex c : scene.children.of(argument.head)) {
      const std::string preposition = base_relation(scene.token(c).deprel) == "nmod" ? scene.preposition(c) : std::string();
      if (preposition == "in" || preposition == "at" || preposition == "near") heads.push_back(c);
    }
  }
  for (const TokenIndex head : heads) {
    const MentionIndex mention = scene.mention_at(head);
    if (mention == kNone || scene.actors.mentions[static_cast<size_t>(mention)].kind != EntityKind::kPlace) continue;
    EventPlace place;
    place.words = scene.actors.mentions[static_cast<size_t>(mention)].words;
    place.name = std::string(words_of(scene.document.text, place.words));
    std::string hint;
    if (const ActorIndex actor = scene.actor_of(mention); actor != kNone) {
      hint = scene.actors.actors[static_cast<size_t>(actor)].country;
      place.country = hint;
    }
    const std::vector<Place> known = scene.knowledge.places(place.name, hint);
    if (!known.empty()) {
      if (place.country.empty()) place.country = std::string(known.front().country);
      place.latitude = known.front().latitude;
      place.longitude = known.front().longitude;
    }
    return place;
  }
  return std::nullopt;
}

int amount_of(const Scene& scene, const Match& match) {
  for (const TermKind kind : {TermKind::kObject, TermKind::kIndirect, TermKind::kPreposition, TermKind::kModifier}) {
    for (const Argument& argument : match.frame.arguments) {
      if (argument.kind != kind || scene.is_verb(argument.head)) continue;
      TokenRange phrase = subtree_range(scene.reading, scene.children, argument.head);
      for (const TokenIndex c : scene.children.of(argument.head))  // a relative clause tells of something else
        if (scene.token(c).deprel == "acl:relcl" && c > argument.head)
          phrase.end = std::min(phrase.end, subtree_range(scene.reading, scene.children, c).begin);
      for (size_t i = 0; i < scene.amounts.size(); ++i) {
        const TokenRange tokens = scene.amounts[i].tokens;
        if (tokens.begin < phrase.end && phrase.begin < tokens.end) return static_cast<int>(i);
      }
    }
  }
  return kNone;
}

}  // namespace annalist
