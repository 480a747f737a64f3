#include "annalist/understand/events/match.h"

#include <algorithm>

#include "annalist/understand/events/codebook_words.h"

namespace annalist {
namespace {

bool names_complement(const std::vector<Term>& terms) {
  return std::any_of(terms.begin(), terms.end(),
                     [](const Term& term) { return term.kind == TermKind::kComplement || term.kind == TermKind::kComplementSubject; });
}

bool asks_for_object(const Pattern& pattern) {
  const auto is_object = [](const Term& term) { return term.kind == TermKind::kObject; };
  return std::any_of(pattern.actor.begin(), pattern.actor.end(), is_object) ||
         std::any_of(pattern.recipient.begin(), pattern.recipient.end(), is_object) ||
         std::any_of(pattern.conditions.begin(), pattern.conditions.end(),
                     [&](const Condition& condition) { return std::any_of(condition.terms.begin(), condition.terms.end(), is_object); });
}

// Whether somebody is among them already: the same actor, or the same words.
bool holds_one(const std::vector<Participant>& all, const Participant& one) {
  return std::any_of(all.begin(), all.end(),
                     [&](const Participant& p) { return p.words == one.words || (p.actor != kNone && p.actor == one.actor); });
}

void add(std::vector<TokenIndex>& out, TokenIndex token) {
  if (std::find(out.begin(), out.end(), token) == out.end()) out.push_back(token);
}

}  // namespace

Matcher::Matcher(const Scene& scene)
    : scene_(scene),
      frames_(scene),
      participants_(scene, frames_),
      matches_(scene.reading.tokens.size()),
      state_(scene.reading.tokens.size(), 0) {}

const Match* Matcher::match(TokenIndex token) {
  const size_t at = static_cast<size_t>(token);
  if (state_[at] == 1) return nullptr;  // asked for while it is judged: it can't rest on itself
  if (state_[at] == 0) {
    state_[at] = 1;
    matches_[at] = judge(token);
    state_[at] = 2;
  }
  return matches_[at] ? &*matches_[at] : nullptr;
}

const std::vector<TriggerEntry>& Matcher::entries(TokenIndex t, TriggerKind& kind) const {
  static const std::vector<TriggerEntry> kEmpty;
  const Token& token = scene_.token(t);
  switch (token.upos) {
    case Upos::kVerb: kind = TriggerKind::kVerb; break;
    case Upos::kNoun: kind = TriggerKind::kNoun; break;
    case Upos::kAdj: kind = TriggerKind::kAdjective; break;
    case Upos::kAux:
      if (token.deprel != "aux") return kEmpty;
      kind = TriggerKind::kVerb;
      break;
    default: return kEmpty;
  }
  if (kind == TriggerKind::kNoun && token.deprel == "compound") return kEmpty;  // "attack drone", "war crimes court": no act
  if (kind == TriggerKind::kNoun && scene_.lemma(t) == "protest" && scene_.child(t, "det") == kNoToken && scene_.preposition(t) == "in" &&
      feature(token, "Number") != "Plur")
    return kEmpty;                                                          // "resigned in protest": how, not what
  if (kind == TriggerKind::kVerb && token.deprel == "amod") return kEmpty;  // "the jailed leader": known before, not reported
  if (kind == TriggerKind::kAdjective && (token.deprel == "amod" || token.deprel == "compound")) return kEmpty;
  return scene_.codebook.by_lemma(kind, scene_.lemma(t));
}

std::optional<Match> Matcher::judge(TokenIndex token) {
  TriggerKind kind = TriggerKind::kVerb;
  const std::vector<TriggerEntry>& all = entries(token, kind);
  if (all.empty()) return std::nullopt;
  const Frame frame = frames_.frame(token, kind);
  std::optional<Match> best;
  for (const TriggerEntry entry : all) {
    auto found = admits(frame, entry);
    if (found && complete(*found) && (!best || found->score > best->score)) best = std::move(found);
  }
  return best;
}

std::optional<Match> Matcher::admits(const Frame& frame, TriggerEntry entry) {
  const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(entry.pattern)];
  const Trigger& trigger = pattern.triggers[static_cast<size_t>(entry.trigger)];
  Match match;
  match.pattern = entry.pattern;
  match.frame = frame;
  match.trigger = {frame.trigger};
  match.score = 4 * static_cast<int>(trigger.others.size());
  if (!find_others(trigger, match)) return std::nullopt;
  const bool has_object = asks_for_object(pattern);
  match.absorbs = names_complement(pattern.actor) || names_complement(pattern.recipient);
  for (const Condition& condition : pattern.conditions) {
    if (holds(condition, match, has_object) == condition.negated) return std::nullopt;
    match.absorbs |= names_complement(condition.terms) && !condition.negated;
    match.score += condition.negated ? 0 : 4;
  }
  std::sort(match.trigger.begin(), match.trigger.end());
  return match;
}

bool Matcher::complete(Match& match) {
  const Pattern& pattern = scene_.codebook.patterns()[static_cast<size_t>(match.pattern)];
  const bool has_object = asks_for_object(pattern);
  fill(pattern.actor, match, has_object, match.actors, match.actor_by);
  fill(pattern.recipient, match, has_object, match.recipients, match.recipient_by);
  std::erase_if(match.recipients, [&](const Participant& recipient) { return holds_one(match.actors, recipient); });
  const EventType& type = scene_.codebook.types()[static_cast<size_t>(pattern.type)];
  if (!pattern.needs_recipient && (type.quad == 1 || type.quad == 3) && type.name != "CONSULT" && type.name != "CONCEDE")
    std::erase_if(match.recipients, [&](const Participant& recipient) { return participants_.is_mere_place(recipient); });
  if (!pattern.mutual && is_reciprocal(match)) match.recipients = match.actors;
  if (pattern.needs_actor && match.actors.empty()) return false;
  const bool mutual_pair = pattern.mutual && match.actors.size() > 1;
  if (pattern.needs_recipient && match.recipients.empty() && !mutual_pair) return false;
  const bool protest = type.name == "PROTEST";
  const auto political = [&](const Participant& p) { return participants_.is_political(p) || (protest && participants_.may_protest(p)); };
  if (!pattern.is_public && std::none_of(match.actors.begin(), match.actors.end(), political) &&
      std::none_of(match.recipients.begin(), match.recipients.end(), political))
    return false;
  if (match.absorbs) match.complements = complements(match);
  match.score += (match.actors.empty() ? 0 : 1) + (match.recipients.empty() ? 0 : 1);
  return true;
}

// "Accused each other": whoever does it has it done to him.
bool Matcher::is_reciprocal(const Match& match) const {
  return std::any_of(match.frame.arguments.begin(), match.frame.arguments.end(), [&](const Argument& a) {
    if (a.kind != TermKind::kObject && a.kind != TermKind::kPreposition && a.kind != TermKind::kIndirect) return false;
    const TokenIndex end = static_cast<TokenIndex>(scene_.reading.tokens.size());
    const auto pair = [&](TokenIndex first, TokenIndex second) {
      if (first < 0 || second >= end) return false;
      return (scene_.lemma(first) == "each" && scene_.lemma(second) == "other") ||
             (scene_.lemma(first) == "one" && scene_.lemma(second) == "another");
    };
    return pair(a.head, a.head + 1) || pair(a.head - 1, a.head);  // by either word as the head
  });
}

bool Matcher::has_own_object(const Match& match) const {
  return std::any_of(match.frame.arguments.begin(), match.frame.arguments.end(), [&](const Argument& a) {
    const bool part = std::find(match.trigger.begin(), match.trigger.end(), a.head) != match.trigger.end();
    return a.kind == TermKind::kObject && a.distance == 0 && !part && match.frame.kind == TriggerKind::kVerb;
  });
}

bool Matcher::find_others(const Trigger& trigger, Match& match) {
  const TokenIndex head = match.frame.trigger;
  for (const std::string& word : trigger.others) {
    bool found = false;
    for (const TokenIndex c : scene_.children.of(head)) {
      const Token& token = scene_.token(c);
      if (scene_.lemma(c) == word && token.deprel != "conj" && token.deprel != "punct") {
        add(match.trigger, c);
        const std::string_view relation = base_relation(token.deprel);
        if (relation == "obj" || relation == "obl" || relation == "nmod") {
          add(match.taken, c);
          std::erase_if(match.frame.arguments, [&](const Argument& a) { return a.head == c; });
        }
        found = true;
        break;
      }
    }
    for (size_t i = 0; !found && i < match.frame.arguments.size(); ++i) {
      const Argument argument = match.frame.arguments[i];
      if (argument.kind != TermKind::kPreposition || argument.preposition != word || argument.distance > 1) continue;
      if (argument.distance == 0 && has_own_object(match)) continue;  // "call the king on Friday" is not "call on"
      const TokenIndex mark = scene_.child(argument.head, "case");
      if (mark != kNoToken) add(match.trigger, mark);
      match.frame.arguments.push_back({TermKind::kObject, {}, argument.head, 0});
      for (const TokenIndex c : scene_.children.of(argument.head))  // "reneged on its promise to Ukraine"
        if (base_relation(scene_.token(c).deprel) == "nmod" && !scene_.preposition(c).empty() && scene_.preposition(c) != "of")
          match.frame.arguments.push_back({TermKind::kPreposition, scene_.preposition(c), c, 1});
      found = true;
    }
    for (const Argument& argument : match.frame.arguments) {  // "insist on leaving", "lay siege to": a clause's marker, a further word
      if (found || argument.kind != TermKind::kComplement || argument.preposition != word) continue;
      found = true;
    }
    // A noun or particle one step further: "take part in", "put X under arrest".
    for (size_t i = 0; !found && i < match.frame.arguments.size(); ++i) {
      const TokenIndex c = match.frame.arguments[i].head;
      if (scene_.lemma(c) != word || match.frame.arguments[i].kind == TermKind::kSubject) continue;
      add(match.trigger, c);
      add(match.taken, c);
      found = true;
    }
    if (!found) return false;
  }
  return true;
}

std::vector<TokenIndex> Matcher::complements(const Match& match) {
  static const Term kClause{TermKind::kComplement, {}};
  std::vector<TokenIndex> out = heads_of(match.frame, kClause, true);
  // Nominal ones: "called for talks", "rejected the proposal", "threatened Iran with sanctions".
  if (out.empty()) {
    for (const Argument& argument : match.frame.arguments) {
      const std::string& p = argument.preposition;
      const bool nominal = argument.kind == TermKind::kObject ||
                           (argument.kind == TermKind::kPreposition && (p == "for" || p == "to" || p == "of" || p == "with" || p == "on" ||
                                                                        p == "against" || p == "in" || p == "over"));
      if (nominal && argument.head != match.frame.trigger && is_event(argument.head, FillerKind::kEvent)) add(out, argument.head);
    }
  }
  const size_t own = out.size();
  for (size_t i = 0; i < own; ++i) {
    if (frames_.is_light(out[i])) {  // "agreed to hold talks"
      for (const TokenIndex c : scene_.children.of(out[i]))
        if (scene_.token(c).deprel == "obj" || scene_.token(c).deprel == "nsubj:pass") add(out, c);
    }
    for (const TokenIndex c : scene_.children.of(out[i]))
      if (scene_.token(c).deprel == "conj") add(out, c);
  }
  return out;
}

std::vector<TokenIndex> Matcher::heads(const Match& match, const Term& term, bool has_object) {
  if (term.kind == TermKind::kComplement) return complements(match);
  if (term.kind == TermKind::kPurpose) return purposes(match);
  if (term.kind == TermKind::kComplementSubject) {
    std::vector<TokenIndex> out;
    for (const TokenIndex complement : complements(match))
      if (const TokenIndex subject = frames_.surface_subject(complement); subject != kNoToken) add(out, subject);
    return out;
  }
  return heads_of(match.frame, term, has_object);
}

bool Matcher::holds(const Condition& condition, Match& match, bool has_object) {
  std::vector<TokenIndex> found;
  for (const Term& term : condition.terms)
    for (const TokenIndex head : heads(match, term, has_object)) add(found, head);
  const bool subject = condition.terms.front().kind == TermKind::kSubject;
  for (const Filler& filler : condition.fillers) {
    if (filler.kind == FillerKind::kAbsent && found.empty()) return true;
    for (const TokenIndex head : found) {
      if (!fills(filler, head, match)) continue;
      if (!condition.negated && !subject) add(match.taken, head);
      return true;
    }
  }
  return false;
}

// "the Gaza protests", "Beirut's bombing": a place before an event noun that is no state says where, not who.
bool Matcher::is_mere_place(const Match& match, TokenIndex head) const {
  if (scene_.token(head).head != match.frame.trigger || !scene_.preposition(head).empty()) return false;
  const MentionIndex mention = scene_.mention_at(head);
  if (mention == kNone || scene_.actors.mentions[static_cast<size_t>(mention)].kind != EntityKind::kPlace) return false;
  const ActorIndex actor = scene_.actor_of(mention);
  return actor == kNone || scene_.actors.actors[static_cast<size_t>(actor)].code.size() != 3 ||
         scene_.actors.actors[static_cast<size_t>(actor)].id.starts_with("text:");
}

void Matcher::fill(const std::vector<Term>& terms, Match& match, bool has_object, std::vector<Participant>& out, std::string& by) {
  const bool filling_recipient = &out == &match.recipients;
  std::vector<Participant> fallback;
  std::string fallback_by;
  for (const Term& term : terms) {
    std::vector<Participant> found;
    if (term.kind == TermKind::kSpeaker) {
      found = speakers(match.frame.trigger);
      std::erase_if(found, [&](const Participant& p) { return !participants_.is_political(p); });  // "a statement said they must"
    } else if (term.kind == TermKind::kComplement || term.kind == TermKind::kComplementSubject) {
      found = complement_side(match, term.kind == TermKind::kComplementSubject);
    } else if (term.kind == TermKind::kPurpose) {
      found = purpose_side(match);
    } else {
      for (const TokenIndex head : heads(match, term, has_object)) {
        if (match.frame.kind == TriggerKind::kNoun && term.kind == TermKind::kSubject && is_mere_place(match, head)) continue;
        for (Participant& each : participants_.under(head)) {
          if (!holds_one(found, each) && !(filling_recipient && holds_one(match.actors, each))) found.push_back(std::move(each));
        }
        if (match.frame.kind == TriggerKind::kNoun && term.kind == TermKind::kSubject && !found.empty()) break;
      }
    }
    if (found.empty()) continue;
    const bool political = std::any_of(found.begin(), found.end(), [&](const Participant& p) { return participants_.is_political(p); });
    if (political) {
      out = std::move(found);
      by = term_name(term);
      return;
    }
    if (fallback.empty()) {
      fallback = std::move(found);
      fallback_by = term_name(term);
    }
  }
  out = std::move(fallback);
  by = std::move(fallback_by);
}

}  // namespace annalist
