#include "annalist/understand/actors/link_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/understand/actors/role_phrase.h"

namespace annalist {
namespace {

EntityKind entity_kind(ActorKind kind) {
  switch (kind) {
    case ActorKind::kPerson: return EntityKind::kPerson;
    case ActorKind::kState: return EntityKind::kPlace;
    case ActorKind::kPeople:
    case ActorKind::kReligion: return EntityKind::kGroup;
    default: return EntityKind::kOrganization;
  }
}

// Whether the reader's kind and the knowledge's can be of one thing. Readers take movements for peoples or places and the other way
// round, but seldom mix up persons with the rest.
bool kinds_agree(EntityKind read, ActorKind known) {
  const bool person = known == ActorKind::kPerson;
  if (read == EntityKind::kOther) return !person;
  return (read == EntityKind::kPerson) == person;
}

constexpr std::array<std::string_view, 14> kWhereabouts = {"across", "around",  "at",   "from",    "in",         "inside", "into",
                                                           "near",   "outside", "over", "through", "throughout", "to",     "within"};
static_assert(std::ranges::is_sorted(kWhereabouts));
constexpr std::array<std::string_view, 18> kGoingVerbs = {"attack", "bomb",  "bombard", "capture", "depart", "enter",
                                                          "flee",   "hit",   "leave",   "pound",   "raid",   "reach",
                                                          "shell",  "storm", "strike",  "target",  "tour",   "visit"};
static_assert(std::ranges::is_sorted(kGoingVerbs));

// Whether a capital's name stands for its government here: as one who acts or is dealt with, not as a place.
bool stands_for_government(const Discourse& discourse, const Draft& draft) {
  TokenIndex head = draft.mention.head;
  for (int i = 0; i < 8 && base_relation(discourse.token(head).deprel) == "conj"; ++i) head = discourse.token(head).head;
  const Token& token = discourse.token(head);
  const std::string_view relation = base_relation(token.deprel);
  for (TokenIndex child : discourse.children.of(head)) {
    const Token& word = discourse.token(child);
    if (word.deprel == "case" && child < head) return !std::ranges::binary_search(kWhereabouts, std::string_view(lower_lemma(word)));
  }
  if (relation == "nsubj" || token.deprel == "nmod:poss") return true;
  // "The Khartoum government".
  if (relation == "compound" || relation == "amod") return find_agent_noun(lower_lemma(discourse.token(token.head))) != nullptr;
  if ((relation == "obj" || relation == "iobj") && token.head != kNoToken) {
    return !std::ranges::binary_search(kGoingVerbs, std::string_view(lower_lemma(discourse.token(token.head))));
  }
  return false;
}

class Linker {
 public:
  explicit Linker(Discourse& discourse) : discourse_(discourse), knowledge_(discourse.knowledge) {}

  void link_all() {
    // Countries first: they are the evidence for the rest.
    for (Draft& draft : discourse_.drafts) {
      if (draft.mention.how == MentionHow::kName) link_country(draft);
    }
    for (size_t i = 0; i < discourse_.drafts.size(); ++i) {
      Draft& draft = discourse_.drafts[i];
      if (draft.mention.how == MentionHow::kName && !draft.known.valid()) link_actor(static_cast<DraftIndex>(i));
    }
    for (Draft& draft : discourse_.drafts) {
      if (draft.mention.how != MentionHow::kName || draft.known.valid()) continue;
      if (draft.mention.kind == EntityKind::kPlace) link_place(draft);
      // A body that nobody knows and that bears a town's whole name of two words is the town. One word may be a team or a paper.
      if (draft.mention.kind != EntityKind::kOrganization || draft.mention.tokens.size() < 2) continue;
      link_place(draft);
      if (draft.place_id.empty()) continue;
      draft.mention.kind = EntityKind::kPlace;
      draft.noun_class = Draft{}.noun_class;
    }
  }

 private:
  void link_country(Draft& draft) {
    const std::vector<CountryMeaning> meanings = knowledge_.country_meanings(discourse_.words(draft));
    if (meanings.empty() || (draft.mention.kind == EntityKind::kPerson && may_be_person(draft))) return;
    const CountryMeaning& meaning = meanings.front();
    if (draft.mention.kind == EntityKind::kOrganization && meaning.how == CountryWord::kSeat &&
        knowledge_.candidates(discourse_.words(draft), NameTier::kExact).size() == 1) {
      return;
    }
    draft.country_word = meaning.how;
    draft.country = meaning.country;
    ++countries_[draft.country];
    if (meaning.how == CountryWord::kSeat) {
      const std::vector<Place> places = knowledge_.places(discourse_.words(draft), meaning.country);
      if (!places.empty() && !stands_for_government(discourse_, draft)) {
        draft.place_id = places.front().id;
        draft.mention.kind = EntityKind::kPlace;
        return;
      }
    }
    const bool noun = meaning.how == CountryWord::kPeople || meaning.how == CountryWord::kAdjective;
    draft.mention.kind = noun ? EntityKind::kGroup : EntityKind::kPlace;
    if (meaning.how == CountryWord::kPeople && draft.mention.plural) return;  // "Iranians" are not the state
    if (meaning.how == CountryWord::kPeople && is_noun(discourse_.token(draft.mention.head)) && !draft.adjective &&
        base_relation(discourse_.token(draft.mention.head).deprel) != "compound") {
      draft.noun_class = NounClass::kPerson;  // "an Iranian"
      return;
    }
    draft.known = meaning.state;
  }

  // Whether a one-word name that is a state's too can be a person's here: it has a title, is the surname of a fuller name, or
  // the given one, also in short ("Chad" of a Chadwick).
  bool may_be_person(const Draft& draft) const {
    if (draft.mention.tokens.size() > 1) return true;
    const auto index = static_cast<DraftIndex>(&draft - discourse_.drafts.data());
    if (title_before_name(discourse_, index) != kNone) return true;
    const std::string& form = discourse_.token(draft.mention.tokens.begin).form;
    return std::ranges::any_of(discourse_.drafts, [&](const Draft& other) {
      const TokenRange tokens = other.mention.tokens;
      if (other.mention.how != MentionHow::kName || other.mention.kind != EntityKind::kPerson || tokens.size() < 2) return false;
      const std::string& first = discourse_.token(tokens.begin).form;
      if (discourse_.token(tokens.end - 1).form == form || first == form) return true;
      return first.starts_with(form) && knowledge_.country_meanings(first).empty();  // no "Iranian"
    });
  }

  struct Evidence {
    std::vector<RoleMeaning> roles;
    std::string country;  // that the title gives
  };

  Evidence evidence_for(DraftIndex name) const {
    Evidence evidence;
    const DraftIndex title = title_before_name(discourse_, name);
    if (title == kNone) return evidence;
    const RolePhrase role = read_role(discourse_, title);
    evidence.roles = role.meanings;
    for (DraftIndex owner : role.owners) {
      if (evidence.country.empty()) evidence.country = country_of(discourse_, owner);
    }
    return evidence;
  }

  bool country_agrees(KnownIndex known, const Evidence& evidence) const {
    const std::string_view country = knowledge_.actor(known).country;
    if (country.empty()) return false;
    return evidence.country.empty() ? countries_.contains(std::string(country)) : evidence.country == country;
  }

  bool role_agrees(KnownIndex known, const Evidence& evidence) const {
    if (evidence.roles.empty()) return false;
    const std::vector<HeldRole> held =
        discourse_.document.published ? knowledge_.roles_at(known, *discourse_.document.published) : knowledge_.roles(known);
    return std::ranges::any_of(held, [&](const HeldRole& role) {
      return std::ranges::any_of(evidence.roles, [&](const RoleMeaning& meaning) { return meaning.role == role.role; });
    });
  }

  // The roles at the document's date; of an undated document those that were held when last checked.
  std::vector<HeldRole> roles_then(KnownIndex known) const {
    if (discourse_.document.published) return knowledge_.roles_at(known, *discourse_.document.published);
    std::vector<HeldRole> roles = knowledge_.roles(known);
    std::erase_if(roles, [](const HeldRole& role) { return !role.open; });
    return roles;
  }

  bool leads(KnownIndex known) const {
    constexpr std::array<std::string_view, 5> kHeads = {"chancellor", "monarch", "president", "prime-minister", "supreme-leader"};
    return std::ranges::any_of(roles_then(known), [&](const HeldRole& held) {
      return std::ranges::find(kHeads, held.role) != kHeads.end() && knowledge_.actor(held.of).kind == ActorKind::kState;
    });
  }

  bool in_office(KnownIndex known) const { return !roles_then(known).empty(); }

  // Points that speak for a candidate; below one it is not taken.
  int support(const Candidate& candidate, const Evidence& evidence, EntityKind read, int words) const {
    const KnownActor actor = knowledge_.actor(candidate.actor);
    if (!kinds_agree(read, actor.kind)) {
      const bool sure =
          candidate.tier == NameTier::kExact && actor.kind != ActorKind::kPerson && (read != EntityKind::kPerson || words > 1);
      if (!sure) return 0;
    }
    const bool contradicted = !evidence.country.empty() && !actor.country.empty() && evidence.country != actor.country;
    const bool country = country_agrees(candidate.actor, evidence);
    const bool role = role_agrees(candidate.actor, evidence);
    if (contradicted && !role) return 0;
    const int agreeing = (country ? 2 : 0) + (role ? 3 : 0);
    switch (candidate.tier) {
      case NameTier::kExact:
      case NameTier::kFolded: {
        const int exact = candidate.tier == NameTier::kExact ? 1 : 0;
        if (actor.kind != ActorKind::kPerson) return 4 + exact + agreeing;
        if (words < 2) return agreeing == 0 ? 0 : 2 + exact + agreeing;
        return agreeing == 0 && !in_office(candidate.actor) && words < 3 ? 0 : 4 + exact + agreeing;
      }
      case NameTier::kPartial:
        if (words > 2) return 0;  // a third word that the known name does not have
        [[fallthrough]];
      case NameTier::kSkeleton: return agreeing == 0 || words < 2 ? 0 : 1 + agreeing;
      // "Assad" in a text on Syria: one who leads a state that the text names needs no first name.
      case NameTier::kSurname: return role || (country && leads(candidate.actor)) ? 1 + agreeing : 0;
    }
    return 0;
  }

  // Names come again and again in one document.
  const std::vector<Candidate>& candidates_for(std::string_view words, const std::string& country) {
    const auto [found, fresh] = candidates_.try_emplace(std::string(words) + '\n' + country);
    if (fresh) found->second = knowledge_.candidates(words, NameTier::kSurname, country);
    return found->second;
  }

  void link_actor(DraftIndex index) {
    Draft& draft = discourse_.draft(index);
    const Evidence evidence = evidence_for(index);
    const std::vector<Candidate>& candidates = candidates_for(discourse_.words(draft), evidence.country);
    int best = 0;
    bool tied = false;
    KnownIndex chosen;
    for (const Candidate& candidate : candidates) {
      const int points = support(candidate, evidence, draft.mention.kind, draft.mention.tokens.size());
      if (points == 0 || points < best) continue;
      tied = points == best;
      if (tied && in_office(candidate.actor) && !in_office(chosen)) {
        chosen = candidate.actor;
        tied = false;
      } else if (tied && in_office(chosen) && !in_office(candidate.actor)) {
        tied = false;
      } else if (!tied) {
        chosen = candidate.actor;
      }
      best = points;
    }
    if (!chosen.valid() || tied) return;
    const KnownActor actor = knowledge_.actor(chosen);
    draft.known = chosen;
    draft.country = actor.country;
    draft.country_word.reset();
    draft.place_id.clear();
    draft.mention.kind = entity_kind(actor.kind);
    draft.noun_class = actor.kind == ActorKind::kPerson ? NounClass::kPerson : NounClass::kBody;
    if (!draft.country.empty()) ++countries_[draft.country];
  }

  void link_place(Draft& draft) {
    if (!draft.place_id.empty() || draft.country_word) return;
    std::string hint;
    int most = 0;
    const std::vector<Place> places = knowledge_.places(discourse_.words(draft));
    for (const Place& place : places) {
      const auto seen = countries_.find(std::string(place.country));
      if (seen != countries_.end() && seen->second > most) {
        most = seen->second;
        hint = place.country;
      }
    }
    constexpr uint32_t kLarge = 300000;
    for (const Place& place : places) {
      if (hint.empty() ? place.feature != 'C' && place.population < kLarge : place.country != hint) continue;
      draft.place_id = place.id;
      draft.country = place.country;
      return;
    }
  }

  Discourse& discourse_;
  const Knowledge& knowledge_;
  std::map<std::string, std::vector<Candidate>> candidates_;
  std::map<std::string, int> countries_;  // ISO3 -> how often the document names it
};

}  // namespace

void link_names(Discourse& discourse) { Linker(discourse).link_all(); }

}  // namespace annalist
