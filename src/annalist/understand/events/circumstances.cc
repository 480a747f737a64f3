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

namespace {

const Mention* place_mention(const Scene& scene, TokenIndex head) {
  const MentionIndex mention = scene.mention_at(head);
  if (mention == kNone || scene.actors.mentions[static_cast<size_t>(mention)].kind != EntityKind::kPlace) return nullptr;
  return &scene.actors.mentions[static_cast<size_t>(mention)];
}

bool is_state(const Scene& scene, const Mention& mention) {
  if (mention.actor == kNone) return false;
  const Actor& actor = scene.actors.actors[static_cast<size_t>(mention.actor)];
  return actor.code.size() == 3 && actor.code == actor.country;
}

bool is_locative(const std::string& p) {
  return p == "in" || p == "at" || p == "near" || p == "outside" || p == "inside" || p == "across" || p == "throughout" ||
         p == "around" || p == "over" || p == "off" || p == "along" || p == "above" || p == "into";
}

// Heads that may name the place, best first: the act's own phrases, a name before an event noun, phrases on its arguments ("families in
// Gaza"), a place that it is done to, and what the verb that it is joined to says ("arrived in Tehran and met ...").
std::vector<TokenIndex> place_heads(const Scene& scene, const Match& match) {
  std::vector<TokenIndex> heads;
  for (const Argument& argument : match.frame.arguments)
    if (argument.kind == TermKind::kPreposition && is_locative(argument.preposition)) heads.push_back(argument.head);
  for (const Argument& argument : match.frame.arguments) {
    const Mention* mention = place_mention(scene, argument.head);
    if (match.frame.kind == TriggerKind::kNoun && argument.kind == TermKind::kModifier && mention != nullptr && !is_state(scene, *mention))
      heads.push_back(argument.head);
  }
  for (const Argument& argument : match.frame.arguments) {
    if (argument.kind != TermKind::kObject && argument.kind != TermKind::kIndirect && argument.kind != TermKind::kPreposition) continue;
    for (const TokenIndex c : scene.children.of(argument.head))
      if (base_relation(scene.token(c).deprel) == "nmod" && is_locative(scene.preposition(c))) heads.push_back(c);
  }
  for (const Participant& recipient : match.recipients) {
    if (recipient.mention == kNone) continue;
    const Mention& mention = scene.actors.mentions[static_cast<size_t>(recipient.mention)];
    if (mention.kind == EntityKind::kPlace && !is_state(scene, mention)) heads.push_back(mention.head);
  }
  const Token& trigger = scene.token(match.frame.trigger);
  if (trigger.deprel == "conj" && trigger.head != kNoToken) {
    for (const TokenIndex c : scene.children.of(trigger.head))
      if (base_relation(scene.token(c).deprel) == "obl" && is_locative(scene.preposition(c))) heads.push_back(c);
  }
  return heads;
}

}  // namespace

std::optional<EventPlace> place_of(const Scene& scene, const Match& match) {
  for (const TokenIndex head : place_heads(scene, match)) {
    const Mention* mention = place_mention(scene, head);
    if (mention == nullptr) continue;
    EventPlace place;
    place.words = mention->words;
    place.name = std::string(words_of(scene.document.text, place.words));
    if (mention->actor != kNone) place.country = scene.actors.actors[static_cast<size_t>(mention->actor)].country;
    const std::vector<Place> known = scene.knowledge.places(place.name, place.country);
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
