#include <algorithm>
#include <string_view>
#include <vector>

#include "annalist/understand/actors/agent_verbs.h"
#include "annalist/understand/actors/antecedent.h"
#include "annalist/understand/actors/coreference.h"

namespace annalist {
namespace {

constexpr int kWindow = 3;  // sentences back

class Pronouns {
 public:
  explicit Pronouns(Discourse& discourse) : discourse_(discourse), antecedents_(discourse) {}

  void run() {
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) {
      const Draft& draft = discourse_.draft(i);
      if (draft.mention.how == MentionHow::kPronoun && draft.person == 3) resolve(i);
    }
  }

 private:
  bool agrees(const Draft& pronoun, const Draft& candidate, const ClusterFacts& facts) const {
    if (candidate.mention.how == MentionHow::kPronoun && facts.mentions < 2 && candidate.members.empty()) {
      return false;  // an unresolved pronoun helps nobody
    }
    const bool plural = candidate.mention.plural;
    if (pronoun.mention.kind == EntityKind::kPerson) {
      if (!facts.person || plural || candidate.thing) return false;
      if (candidate.gender != Gender::kUnknown && candidate.gender != pronoun.gender) return false;
      return facts.gender == Gender::kUnknown || facts.gender == pronoun.gender;
    }
    if (candidate.thing && speaks(pronoun)) return false;
    if (!pronoun.mention.plural) return !facts.person && !plural && !candidate.adjective;
    if (plural) return true;
    return facts.body && !facts.person && !candidate.country_word && !candidate.adjective;
  }

  bool speaks(const Draft& pronoun) const {
    const Token& token = discourse_.token(pronoun.mention.head);
    return token.deprel == "nsubj" && token.head != kNoToken && is_agent_verb(lower_lemma(discourse_.token(token.head)));
  }

  DraftIndex index_of(const Draft& draft) const { return static_cast<DraftIndex>(&draft - discourse_.drafts.data()); }

  // Third person inside a quotation is not its speaker.
  bool is_speaker(const Draft& pronoun, const Draft& candidate) const {
    if (pronoun.quotation == kNone) return false;
    const DraftIndex speaker = discourse_.quotations[static_cast<size_t>(pronoun.quotation)].speaker;
    return speaker != kNone && discourse_.clusters.same(speaker, index_of(candidate));
  }

  // "In his speech, Khamenei said ...": the subject of the clause that the fronted phrase belongs to.
  DraftIndex following_subject(DraftIndex index) const {
    const Draft& pronoun = discourse_.draft(index);
    TokenIndex up = pronoun.mention.head;
    bool fronted = false;
    for (int steps = 0; steps < 8 && up != kNoToken; ++steps) {
      const Token& token = discourse_.token(up);
      const std::string_view relation = base_relation(token.deprel);
      fronted |= (relation == "advcl" || relation == "obl") && token.head > up;
      up = token.head;
      if (!fronted || up == kNoToken) continue;
      for (TokenIndex child : discourse_.children.of(up)) {
        if (base_relation(discourse_.token(child).deprel) != "nsubj" || child < pronoun.mention.head) continue;
        const DraftIndex subject = discourse_.headed_by(child);
        if (subject == kNone) continue;
        const Draft& candidate = discourse_.draft(subject);
        if (candidate.mention.how != MentionHow::kPronoun && agrees(pronoun, candidate, antecedents_.facts(subject))) return subject;
      }
    }
    return kNone;
  }

  // The first of several joined by "and" that stand before the pronoun near by, for "they".
  std::vector<DraftIndex> coordination(DraftIndex first) const {
    std::vector<DraftIndex> members = {first};
    std::vector<TokenIndex> heads = {discourse_.draft(first).mention.head};
    for (size_t i = 0; i < heads.size() && i < 12; ++i) {
      for (TokenIndex child : discourse_.children.of(heads[i])) {
        if (discourse_.token(child).deprel != "conj" || child < heads[i]) continue;
        heads.push_back(child);
        const DraftIndex member = discourse_.headed_by(child);
        if (member == kNone || discourse_.draft(member).thing) return {};
        members.push_back(member);
      }
    }
    return members.size() < 2 ? std::vector<DraftIndex>{} : members;
  }

  void resolve(DraftIndex index) {
    const Draft& pronoun = discourse_.draft(index);
    if (pronoun.reflexive && discourse_.token(pronoun.mention.head).head != kNoToken) {
      // "Biden himself": the noun that it stands by.
      const DraftIndex beside = discourse_.headed_by(discourse_.token(pronoun.mention.head).head);
      if (beside != kNone && discourse_.token(discourse_.draft(beside).mention.head).upos != Upos::kVerb && beside < index) {
        antecedents_.unite(index, beside);
        return;
      }
    }
    const auto fits = [&](const Draft& candidate, const ClusterFacts& facts) {
      if (is_speaker(pronoun, candidate)) return false;
      if (agrees(pronoun, candidate, facts)) return true;
      return pronoun.mention.plural && !candidate.thing && candidate.mention.how != MentionHow::kPronoun &&
             !coordination(index_of(candidate)).empty();
    };
    const Antecedents::Choice choice = antecedents_.best(index, kWindow, fits);
    DraftIndex chosen = choice.draft;
    const bool near = chosen != kNone && discourse_.draft(chosen).sentence == pronoun.sentence;
    if (!near) {
      const DraftIndex following = following_subject(index);
      if (following != kNone) chosen = following;
    }
    if (chosen == kNone) return;
    if (pronoun.mention.plural) {
      const std::vector<DraftIndex> members =
          discourse_.draft(chosen).mention.how == MentionHow::kPronoun ? discourse_.draft(chosen).members : coordination(chosen);
      if (!members.empty() && discourse_.draft(chosen).mention.how != MentionHow::kPronoun) {
        discourse_.draft(index).members = members;
        return;
      }
      discourse_.draft(index).members = members;
    }
    antecedents_.unite(index, chosen);
  }

  Discourse& discourse_;
  Antecedents antecedents_;
};

}  // namespace

void unite_pronouns(Discourse& discourse) { Pronouns(discourse).run(); }

}  // namespace annalist
