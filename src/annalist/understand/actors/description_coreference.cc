#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/antecedent.h"
#include "annalist/understand/actors/coreference.h"
#include "annalist/understand/actors/role_phrase.h"

namespace annalist {
namespace {

// Bodies that a bare definite noun can take up again: "the group" after "Hamas".
constexpr std::array<std::string_view, 14> kGroupNouns = {"agency",    "alliance",     "bloc",         "coalition", "company",
                                                          "firm",      "group",        "militia",      "movement",  "network",
                                                          "newspaper", "organisation", "organization", "party"};
static_assert(std::ranges::is_sorted(kGroupNouns));
constexpr std::array<std::string_view, 8> kSides = {"camp", "country", "government", "group", "leader", "nation", "party", "side"};
static_assert(std::ranges::is_sorted(kSides));

template <size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::ranges::binary_search(list, word);
}

class Descriptions {
 public:
  explicit Descriptions(Discourse& discourse) : discourse_(discourse), antecedents_(discourse), united_(discourse.drafts.size(), 0) {
    for (const TieDraft& tie : discourse.ties) {
      if (tie.description != kNone) united_[static_cast<size_t>(tie.description)] = 1;
    }
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse.drafts.size()); ++i) {
      if (antecedents_.facts(i).mentions > 1) united_[static_cast<size_t>(i)] = 1;
    }
  }

  void run() {
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) {
      const Draft& draft = discourse_.draft(i);
      if (draft.mention.how != MentionHow::kDescription || draft.thing || draft.title) continue;
      if (united_[static_cast<size_t>(i)] != 0) continue;
      resolve(i);
    }
  }

 private:
  void resolve(DraftIndex index) {
    const Draft& draft = discourse_.draft(index);
    if (draft.mention.plural) {
      resolve_plural(index);
      return;
    }
    const bool given = draft.determiner == Determiner::kDefinite || draft.determiner == Determiner::kDemonstrative ||
                       draft.determiner == Determiner::kPossessive;
    if (draft.noun_class == NounClass::kPerson && (given || has_owner(index))) {
      if (draft.determiner != Determiner::kIndefinite && resolve_role(index)) return;
    }
    if (!given) return;
    if (draft.noun_class == NounClass::kState && resolve_state(index)) return;
    if (resolve_same_head(index)) return;
    if (draft.noun_class == NounClass::kBody && holds(kGroupNouns, draft.lemma)) resolve_body(index);
  }

  const RolePhrase& role_of_tie(size_t tie) {
    tie_roles_.resize(discourse_.ties.size());
    if (!tie_roles_[tie]) tie_roles_[tie] = read_role(discourse_, discourse_.ties[tie].description);
    return *tie_roles_[tie];
  }

  bool has_owner(DraftIndex index) const { return !read_role(discourse_, index).owners.empty(); }

  // Whether two owner lists can be of one office: no known ones that differ.
  bool owners_agree(const std::vector<DraftIndex>& asked, const std::vector<DraftIndex>& held) const {
    if (asked.empty() || held.empty()) return true;
    for (DraftIndex one : asked) {
      for (DraftIndex other : held) {
        if (discourse_.clusters.same(one, other)) return true;
        const std::string country = country_of(discourse_, one);
        if (!country.empty() && discourse_.draft(one).country_word && country == country_of(discourse_, other)) return true;
      }
    }
    return false;
  }

  // Whether somebody can be of the owners' country, as far as both are known: Kerry is not Thailand's minister.
  bool country_agrees(const std::vector<DraftIndex>& owners, DraftIndex who) const {
    const std::string& his = antecedents_.facts(who).country;
    return his.empty() || owners.empty() || std::ranges::any_of(owners, [&](DraftIndex owner) {
             const std::string theirs = country_of(discourse_, owner);
             return theirs.empty() || theirs == his;
           });
  }

  static bool same_meaning(const std::vector<RoleMeaning>& a, const std::vector<RoleMeaning>& b) {
    return std::ranges::any_of(a, [&](const RoleMeaning& one) {
      return std::ranges::any_of(b, [&](const RoleMeaning& other) { return one.role == other.role; });
    });
  }

  bool resolve_role(DraftIndex index) {
    const RolePhrase role = read_role(discourse_, index);
    // Who was introduced with that role: "Zarif, the foreign minister" ... "the minister".
    for (size_t i = discourse_.ties.size(); i-- > 0;) {
      const TieDraft& tie = discourse_.ties[i];
      if (tie.description == kNone || tie.description >= index || tie.who >= index) continue;
      const RolePhrase& held = role_of_tie(i);
      const bool same_noun = discourse_.draft(tie.description).lemma == discourse_.draft(index).lemma;
      const bool words_held = same_noun && (role.words.find(' ') == std::string::npos || role.words == held.words);
      const bool meant = role.whole && held.whole && same_meaning(role.meanings, held.meanings);
      if (!words_held && !meant) continue;
      if (role.past != held.past && !role.words.empty() && role.past) continue;
      if (!owners_agree(role.owners, held.owners) || !country_agrees(role.owners, tie.who)) continue;
      if (discourse_.draft(index).mention.tokens.contains(discourse_.draft(tie.who).mention.head)) continue;
      antecedents_.unite(index, tie.who);
      return true;
    }
    return !role.past && role.whole && resolve_known_role(index, role);
  }

  // Who holds the office at the document's date; or, without an owner, who of those named before does.
  bool resolve_known_role(DraftIndex index, const RolePhrase& role) {
    if (!discourse_.document.published) return false;
    const Date date = *discourse_.document.published;
    for (DraftIndex owner : role.owners) {
      const KnownIndex of = antecedents_.facts(owner).known;
      if (!of.valid()) continue;
      for (const RoleMeaning& meaning : role.meanings) {
        if (!meaning.single) continue;
        const std::vector<Holder> holders = discourse_.knowledge.holders(meaning.role, of, date);
        if (holders.empty()) continue;
        take_holder(index, holders);
        return true;
      }
    }
    if (!role.owners.empty()) return false;
    for (DraftIndex i = index - 1; i >= 0 && discourse_.draft(i).sentence + 12 >= discourse_.draft(index).sentence; --i) {
      const Draft& draft = discourse_.draft(i);
      if (draft.mention.how != MentionHow::kName || draft.mention.kind != EntityKind::kPerson || !draft.known.valid()) continue;
      const std::vector<HeldRole> held = discourse_.knowledge.roles_at(draft.known, date);
      const bool holds_it = std::ranges::any_of(held, [&](const HeldRole& one) {
        return std::ranges::any_of(role.meanings, [&](const RoleMeaning& meaning) { return meaning.single && meaning.role == one.role; });
      });
      if (!holds_it) continue;
      antecedents_.unite(index, i);
      return true;
    }
    return false;
  }

  void take_holder(DraftIndex index, const std::vector<Holder>& holders) {
    for (const Holder& holder : holders) {
      for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) {
        if (discourse_.draft(i).known == holder.actor) {
          antecedents_.unite(index, i);
          return;
        }
      }
    }
    // Between terms the sources leave two; one who is not named in the text is taken only when there is no doubt.
    if (holders.size() > 1) return;
    Draft& draft = discourse_.draft(index);
    draft.known = holders.front().actor;
    draft.country = discourse_.knowledge.actor(draft.known).country;
  }

  std::set<std::string> modifiers(const Draft& draft) const {
    std::set<std::string> words;
    for (TokenIndex i = draft.mention.tokens.begin; i < draft.mention.tokens.end; ++i) {
      const Token& token = discourse_.token(i);
      if (i == draft.mention.head || token.upos == Upos::kDet || token.upos == Upos::kPunct || token.upos == Upos::kAdp ||
          token.upos == Upos::kPart)
        continue;
      words.insert(to_lower(token.form));
    }
    return words;
  }

  // Strict head match: the same noun, and no word that the earlier phrase does not have.
  bool resolve_same_head(DraftIndex index) {
    const Draft& draft = discourse_.draft(index);
    const std::set<std::string> mine = modifiers(draft);
    for (DraftIndex i = index - 1; i >= 0; --i) {
      const Draft& other = discourse_.draft(i);
      if (other.sentence + 8 < draft.sentence) break;
      if (other.mention.how != MentionHow::kDescription || other.thing || other.lemma != draft.lemma ||
          other.mention.plural != draft.mention.plural)
        continue;
      if (other.mention.tokens.contains(draft.mention.head) || draft.mention.tokens.contains(other.mention.head)) continue;
      if (other.determiner == Determiner::kQuantity && !other.mention.plural) continue;  // "any country", "no group"
      const std::set<std::string> theirs = modifiers(other);
      if (!std::ranges::includes(theirs, mine)) continue;
      antecedents_.unite(index, i);
      return true;
    }
    return false;
  }

  // "Department of State", "Supreme Court": no group or movement.
  bool names_an_organ(const Draft& name) const {
    for (TokenIndex i = name.mention.tokens.begin; i < name.mention.tokens.end; ++i) {
      const AgentNoun* noun = find_agent_noun(to_lower(discourse_.token(i).form));
      if (noun == nullptr) continue;
      if (noun->lemma == "department" || noun->lemma == "office" || noun->lemma == "university") return true;
      for (std::string_view organ : {"GOV", "JUD", "LEG", "COP", "SPY", "MIL"}) {
        if (noun->sector == organ) return true;
      }
    }
    return false;
  }

  bool is_group_like(const Draft& candidate, const ClusterFacts& facts, std::string_view noun) const {
    if (facts.person || !facts.body) return false;
    if (!facts.known.valid()) return !names_an_organ(candidate);
    const ActorKind kind = discourse_.knowledge.actor(facts.known).kind;
    if (noun == "company" || noun == "firm") return kind == ActorKind::kCompany || kind == ActorKind::kMedia;
    if (noun == "newspaper" || noun == "agency")
      return kind == ActorKind::kMedia || kind == ActorKind::kOrganization || kind == ActorKind::kIgo || kind == ActorKind::kGovernment;
    return kind != ActorKind::kState && kind != ActorKind::kMedia && kind != ActorKind::kMilitary && kind != ActorKind::kGovernment;
  }

  void resolve_body(DraftIndex index) {
    const Draft& draft = discourse_.draft(index);
    const std::string country = country_of(discourse_, index);
    for (const DraftIndex owner : read_role(discourse_, index).owners) {
      if (!discourse_.draft(owner).country_word) return;  // "Hamas's group" is another than Hamas
    }
    const Antecedents::Choice choice = antecedents_.best(index, 4, [&](const Draft& candidate, const ClusterFacts& facts) {
      if (!facts.named || candidate.country_word || !is_group_like(candidate, facts, draft.lemma)) return false;
      if (!facts.known.valid() && facts.mentions < 2 && base_relation(discourse_.token(candidate.mention.head).deprel) != "nsubj")
        return false;
      return country.empty() || facts.country.empty() || country == facts.country;
    });
    if (choice.draft != kNone) antecedents_.unite(index, choice.draft);
  }

  bool resolve_state(DraftIndex index) {
    if (!read_role(discourse_, index).owners.empty()) return false;
    const Antecedents::Choice choice = antecedents_.best(index, 2, [&](const Draft& candidate, const ClusterFacts& facts) {
      return candidate.country_word.has_value() && facts.known.valid() && !candidate.mention.plural;
    });
    if (choice.draft != kNone) antecedents_.unite(index, choice.draft);
    return choice.draft != kNone;
  }

  void resolve_plural(DraftIndex index) {
    Draft& draft = discourse_.draft(index);
    const std::set<std::string> words = modifiers(draft);
    bool two = words.contains("two") || words.contains("both");
    for (TokenIndex i = draft.mention.tokens.begin; i < draft.mention.head; ++i) two |= to_lower(discourse_.token(i).form) == "both";
    const bool bare = words.size() <= 1;
    if (bare && holds(kSides, draft.lemma) && (two || draft.lemma == "side")) {
      const bool persons = draft.lemma == "leader";
      const bool states = draft.lemma == "country" || draft.lemma == "nation" || draft.lemma == "government";
      const std::vector<DraftIndex> pair = antecedents_.best_several(index, 2, 3, [&](const Draft& candidate, const ClusterFacts& facts) {
        if (candidate.mention.plural || !facts.named || candidate.thing) return false;
        if (persons) return facts.person;
        return states ? candidate.country_word.has_value() && facts.known.valid() : facts.body && !facts.person;
      });
      if (pair.size() == 2) draft.members = pair;
      return;
    }
    if (draft.determiner == Determiner::kDefinite || draft.determiner == Determiner::kDemonstrative) resolve_same_head(index);
  }

  Discourse& discourse_;
  Antecedents antecedents_;
  std::vector<char> united_;
  std::vector<std::optional<RolePhrase>> tie_roles_;
};

}  // namespace

void unite_descriptions(Discourse& discourse) { Descriptions(discourse).run(); }

}  // namespace annalist
