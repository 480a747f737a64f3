// Who is named beyond the trigger's own arguments: in the clause that it is about, in its purpose, or as the one who says it (match.h).
#include <algorithm>

#include "annalist/understand/events/match.h"

namespace annalist {
namespace {

constexpr int kDeepest = 4;  // clauses within clauses: "ready to send arms to help defend X"

}  // namespace

// The source of the innermost statement that holds the trigger.
std::vector<Participant> Matcher::speakers(TokenIndex trigger) const {
  std::vector<Participant> out;
  const int statement = scene_.statement_of(trigger);
  if (statement == kNone) return out;
  for (const Source& source : scene_.statements.statements[static_cast<size_t>(statement)].source) {
    Participant who;
    who.words = source.words;
    who.actor = source.actor;
    who.name = source.name;
    if (source.actor != kNone) who.code = scene_.actors.actors[static_cast<size_t>(source.actor)].code;
    out.push_back(std::move(who));
  }
  return out;
}

// Political actors under a head who are not among those to leave out; all or none.
std::vector<Participant> Matcher::others_under(TokenIndex head, const std::vector<Participant>& leave_out) const {
  std::vector<Participant> found = participants_.under(head);
  std::erase_if(found, [&](const Participant& p) {
    return std::any_of(leave_out.begin(), leave_out.end(),
                       [&](const Participant& q) { return p.words == q.words || (p.actor != kNone && p.actor == q.actor); });
  });
  if (std::none_of(found.begin(), found.end(), [&](const Participant& p) { return participants_.is_political(p); })) found.clear();
  return found;
}

// Whom an act is done to: the slots of the pattern that knows it, else its objects and phrases in the order in which they stand, else
// those of the clauses below it.
std::vector<Participant> Matcher::acted_on(TokenIndex act, const std::vector<Participant>& leave_out, int depth) {
  if (depth > kDeepest) return {};
  if (const Match* inner = match(act); inner != nullptr) {
    std::vector<Participant> found = inner->recipients;
    std::erase_if(found, [&](const Participant& p) {
      return std::any_of(leave_out.begin(), leave_out.end(), [&](const Participant& q) { return p.actor != kNone && p.actor == q.actor; });
    });
    if (!found.empty()) return found;
  }
  const bool verb = scene_.is_verb(act);
  const Frame frame = frames_.frame(act, verb ? TriggerKind::kVerb : TriggerKind::kNoun);
  for (const TermKind wanted : {TermKind::kIndirect, TermKind::kObject, TermKind::kPreposition, TermKind::kPossessive}) {
    for (const Argument& argument : frame.arguments) {
      if (argument.kind != wanted) continue;
      std::vector<Participant> found = others_under(argument.head, leave_out);
      if (!found.empty()) return found;
    }
  }
  for (const TokenIndex c : scene_.children.of(act)) {
    const std::string& deprel = scene_.token(c).deprel;
    if (deprel != "xcomp" && deprel != "ccomp" && deprel != "advcl" && deprel != "acl") continue;
    std::vector<Participant> found = acted_on(c, leave_out, depth + 1);
    if (!found.empty()) return found;
  }
  return verb ? std::vector<Participant>() : others_under(act, leave_out);
}

// Whom the complement acts on, or who acts in it.
std::vector<Participant> Matcher::complement_side(const Match& outer, bool subject) {
  const std::vector<TokenIndex> all = complements(outer);
  for (const TokenIndex complement : all) {
    std::vector<Participant> found;
    if (subject) {
      if (const TokenIndex doer = frames_.surface_subject(complement); doer != kNoToken) found = participants_.under(doer);
      if (found.empty() && !scene_.is_verb(complement)) {
        static const Term kDoer{TermKind::kSubject, {}};
        for (const TokenIndex head : heads_of(frames_.frame(complement, TriggerKind::kNoun), kDoer, true)) {
          if (scene_.below(outer.frame.trigger, head) || !found.empty()) continue;
          found = others_under(head, outer.actors);
        }
      }
    } else {
      if (match(complement) == nullptr && frames_.is_light(complement) && complement != all.back()) continue;  // its noun comes next
      found = acted_on(complement, outer.actors, 0);
    }
    if (!found.empty()) return found;
  }
  return {};
}

// "a hunger strike to protest the decision of X", "rallied, demanding the resignation of X", "in protest of X's arrest".
std::vector<TokenIndex> Matcher::purposes(const Match& match) const {
  std::vector<TokenIndex> out;
  for (const TokenIndex head : {match.frame.trigger, match.frame.light}) {
    if (head == kNoToken) continue;
    for (const TokenIndex c : scene_.children.of(head)) {
      const Token& token = scene_.token(c);
      const std::string preposition = scene_.preposition(c);
      const bool clause = (token.deprel == "advcl" || token.deprel == "xcomp" || (token.deprel == "acl" && !scene_.is_nominal(c))) &&
                          feature(token, "VerbForm") != "Fin";
      const bool phrase = base_relation(token.deprel) == "obl" &&
                          (preposition == "over" || ((preposition == "in" || preposition == "for") && scene_.lemma(c) == "protest"));
      if (clause || phrase) out.push_back(c);
    }
  }
  return out;
}

std::vector<Participant> Matcher::purpose_side(const Match& outer) {
  for (const TokenIndex purpose : purposes(outer)) {
    std::vector<Participant> found = acted_on(purpose, outer.actors, 0);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace annalist
