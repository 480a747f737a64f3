#include "annalist/understand/events/amount.h"

#include <algorithm>

namespace annalist {
namespace {

class AmountFinder {
 public:
  AmountFinder(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers)
      : scene_(scene), match_(match), triggers_(triggers) {}

  int find() const {
    for (const TermKind kind : {TermKind::kObject, TermKind::kIndirect, TermKind::kPreposition, TermKind::kModifier, TermKind::kSubject}) {
      for (const Argument& argument : match_.frame.arguments) {
        if (argument.kind != kind || scene_.is_verb(argument.head)) continue;
        if (kind == TermKind::kSubject && argument.distance > 0) continue;  // "fifty people came and were killed": only their own act's
        if (const int found = under(argument.head, scene_.sentence(match_.frame.trigger)); found != kNone) return found;
      }
    }
    return below();
  }

 private:
  TokenIndex head_of(TokenRange tokens) const {
    for (TokenIndex t = tokens.begin; t < tokens.end; ++t)
      if (!tokens.contains(scene_.token(t).head)) return t;
    return tokens.begin;
  }

  bool is_other(TokenIndex t) const { return triggers_.contains(t) && t != match_.frame.trigger; }

  // The first amount in a phrase that no other act and no relative clause has.
  int under(TokenIndex top, int sentence) const {
    for (const int i : scene_.amounts_in(sentence)) {
      TokenIndex t = head_of(scene_.amounts[static_cast<size_t>(i)].tokens);
      while (t != kNoToken && t != top && !is_other(t) && scene_.token(t).deprel != "acl:relcl") t = scene_.token(t).head;
      if (t == top) return i;
    }
    return kNone;
  }

  // An amount in a participle's or infinitive's clause that is no event.
  int below() const {
    if (match_.frame.kind != TriggerKind::kVerb) return kNone;
    const TokenIndex trigger = match_.frame.trigger;
    for (const int i : scene_.amounts_in(scene_.sentence(trigger))) {
      TokenIndex t = head_of(scene_.amounts[static_cast<size_t>(i)].tokens);
      while (t != kNoToken && t != trigger && goes_up(t)) t = scene_.token(t).head;
      if (t == trigger) return i;
    }
    return kNone;
  }

  bool goes_up(TokenIndex t) const {
    const Token& at = scene_.token(t);
    if (is_other(t)) return false;
    const std::string_view relation = base_relation(at.deprel);
    if (relation == "ccomp" || relation == "parataxis" || relation == "conj" || relation == "csubj" || relation == "acl" ||
        relation == "nsubj")
      return false;
    return relation != "advcl" || scene_.child(t, "nsubj") == kNoToken;
  }

  const Scene& scene_;
  const Match& match_;
  const std::set<TokenIndex>& triggers_;
};

}  // namespace

int amount_of(const Scene& scene, const Match& match, const std::set<TokenIndex>& triggers) {
  return AmountFinder(scene, match, triggers).find();
}

}  // namespace annalist
