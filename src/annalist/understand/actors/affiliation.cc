#include "annalist/understand/actors/affiliation.h"

#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/agent_nouns.h"
#include "annalist/understand/actors/role_phrase.h"

namespace annalist {

Affiliations::Affiliations(const Discourse& discourse) : discourse_(discourse) {
  for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse.drafts.size()); ++i) {
    if (discourse.draft(i).known.valid()) known_by_root_.try_emplace(discourse.clusters.find(i), discourse.draft(i).known);
  }
}

KnownIndex Affiliations::known_of(DraftIndex draft) const {
  const DraftIndex root = discourse_.clusters.find(draft);
  if (discourse_.draft(draft).known.valid()) return discourse_.draft(draft).known;
  if (discourse_.draft(root).known.valid()) return discourse_.draft(root).known;
  const auto found = known_by_root_.find(root);
  return found == known_by_root_.end() ? KnownIndex{} : found->second;
}

// Of a state: its government, forces, courts.
bool is_organ(const AgentNoun& noun) {
  return noun.sector == "GOV" || noun.sector == "MIL" || noun.sector == "COP" || noun.sector == "LEG" || noun.sector == "JUD";
}

// Words for whoever heads or speaks for any body: of themselves they tell no sector.
bool is_general_office(std::string_view lemma) {
  for (std::string_view word :
       {"leader", "official", "chief", "head", "spokesman", "spokeswoman", "spokesperson", "representative", "boss"}) {
    if (lemma == word) return true;
  }
  return false;
}

// "Union leaders", "a student leader": the sector of the noun before such a word, empty when there is none.
std::string Affiliations::led_sector(const Draft& draft) const {
  if (!is_general_office(draft.lemma)) return {};
  for (const TokenIndex c : discourse_.children.of(draft.mention.head)) {
    if (c > draft.mention.head || discourse_.token(c).deprel != "compound") continue;
    const std::string lemma = lower_lemma(discourse_.token(c));
    if (const auto agent = discourse_.knowledge.agent(lemma + " " + draft.lemma)) return std::string(agent->sector);
    if (const auto agent = discourse_.knowledge.agent(lemma)) return std::string(agent->sector);
  }
  return {};
}

// A body by its name, of no known state and with no word for a state's organ in it: "the Rashidun Front".
bool Affiliations::is_own_body(const Draft& draft) const {
  if (draft.mention.kind != EntityKind::kOrganization || draft.mention.how != MentionHow::kName) return false;
  for (TokenIndex i = draft.mention.tokens.begin; i < draft.mention.tokens.end; ++i)
    if (const AgentNoun* noun = find_agent_noun(to_lower(discourse_.token(i).form)); noun != nullptr && is_organ(*noun)) return false;
  return true;
}

// Country and code from the description's owner and its noun: "Iranian officials" -> IRN, IRNGOV; "a senior Hamas official" -> Hamas's.
void Affiliations::of_description(DraftIndex description, Actor& actor, int depth) const {
  const Draft& draft = discourse_.draft(description);
  const RolePhrase role = read_role(discourse_, description);
  std::string sector =
      role.meanings.empty() || role.meanings.front().sector.empty() ? draft.sector : std::string(role.meanings.front().sector);
  if (std::string led = led_sector(draft); !led.empty()) sector = std::move(led);
  if (role.past && sector == "GOV") sector = "ELI";
  std::string code;
  std::string country;
  for (DraftIndex owner : role.owners) {
    const Draft& of = discourse_.draft(owner);
    KnownIndex known = known_of(owner);
    if (!known.valid()) known = leading_body(of);
    if (known.valid()) {
      const KnownActor body = discourse_.knowledge.actor(known);
      if (body.kind == ActorKind::kPerson) {
        // "Khamenei's brother", "Assad's forces": his country, and what the noun itself says.
        if (country.empty()) country = body.country;
        if (code.empty() && !sector.empty()) code = body.country;
        continue;
      }
      if (country.empty()) country = body.country;
      const bool state = body.kind == ActorKind::kState;
      const std::string owner_code = discourse_.knowledge.code_at(known, discourse_.document.published);
      if (state && code.empty()) code = owner_code;
      if (!state && !owner_code.empty()) {
        actor.code = owner_code;
        if (actor.country.empty()) actor.country = country;
        return;
      }
    } else if (of.country.empty() && sector == "GOV" && is_general_office(draft.lemma) && is_own_body(of)) {
      sector.clear();  // its spokesman is no government's
    } else if (!of.country.empty()) {
      if (country.empty()) country = of.country;
      if (code.empty()) code = of.country;
    } else if (of.mention.how == MentionHow::kDescription && depth < 3) {
      Actor inner;
      of_description(owner, inner, depth + 1);
      if (country.empty()) country = inner.country;
      if (code.empty() && !inner.code.empty()) {
        code = inner.code;
        if (code != inner.country) sector.clear();
      }
    }
  }
  if (actor.country.empty()) actor.country = country;
  const std::string whole = code + sector;
  if (actor.code.empty() && !(code.empty() && sector.empty())) actor.code = whole;
}

// The known body whose name an unknown one begins with: it is a branch of that ("Hamas Political Bureau"). No person, state or outlet leads
// so.
KnownIndex Affiliations::leading_body(const Draft& draft) const {
  const TokenRange tokens = draft.mention.tokens;
  if (tokens.size() < 2 || draft.mention.kind != EntityKind::kOrganization || draft.mention.how != MentionHow::kName) return {};
  std::vector<std::string_view> forms;
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i) forms.push_back(discourse_.token(i).form);
  for (const KnownSpan& span : discourse_.knowledge.scan(forms)) {
    if (span.begin != 0 || span.actors.size() != 1 || !span.countries.empty()) continue;
    if (const auto next = static_cast<size_t>(span.end); next < forms.size() && forms[next] == "of") return {};  // the "Party of Norland"
    const ActorKind kind = discourse_.knowledge.actor(span.actors.front().actor).kind;
    if (kind != ActorKind::kPerson && kind != ActorKind::kState && kind != ActorKind::kMedia && kind != ActorKind::kCompany)
      return span.actors.front().actor;
  }
  return {};
}

// "US Embassy", "Indonesian Navy": what the name itself says.
void Affiliations::of_name(const Draft& draft, Actor& actor) const {
  const TokenRange tokens = draft.mention.tokens;
  if (tokens.size() < 2 || actor.kind != EntityKind::kOrganization) return;
  if (const KnownIndex body = leading_body(draft); body.valid()) {
    if (actor.country.empty()) actor.country = discourse_.knowledge.actor(body).country;
    if (actor.code.empty()) actor.code = discourse_.knowledge.code_at(body, discourse_.document.published);
    return;
  }
  std::string country;
  std::vector<std::string_view> forms;
  for (TokenIndex i = tokens.begin; i < tokens.end; ++i) forms.push_back(discourse_.token(i).form);
  for (const KnownSpan& span : discourse_.knowledge.scan(forms)) {
    if (country.empty() && !span.countries.empty() && span.countries.front().how != CountryWord::kSeat)
      country = span.countries.front().country;
  }
  const AgentNoun* noun = nullptr;
  for (size_t i = forms.size(); i-- > 0 && noun == nullptr;) noun = find_agent_noun(to_lower(forms[i]));
  if (actor.country.empty()) actor.country = country;
  if (noun != nullptr && is_organ(*noun) && !actor.country.empty()) actor.code = actor.country + std::string(noun->sector);
}

// "The Egyptian government", "the Assad regime": a state acts through its government, so these are the state.
KnownIndex Affiliations::governed_state(DraftIndex index) const {
  const Draft& draft = discourse_.draft(index);
  if (draft.mention.how != MentionHow::kDescription || draft.thing || draft.mention.plural) return {};
  if (draft.lemma != "government" && draft.lemma != "regime" && draft.lemma != "administration") return {};
  for (TokenIndex i = draft.mention.tokens.begin; i < draft.mention.head; ++i) {
    const std::string word = to_lower(discourse_.token(i).form);
    for (std::string_view lesser :
         {"local", "provincial", "regional", "state", "city", "municipal", "shadow", "rebel", "exile", "former"}) {
      if (word == lesser) return {};
    }
  }
  for (DraftIndex owner : read_role(discourse_, index).owners) {
    const KnownIndex known = known_of(owner);
    if (!known.valid()) continue;
    const KnownActor actor = discourse_.knowledge.actor(known);
    if (actor.kind == ActorKind::kState) return known;
    if (actor.kind == ActorKind::kPerson && !actor.country.empty()) return discourse_.knowledge.find(actor.country);
    return {};
  }
  for (const TokenIndex c : discourse_.children.of(draft.mention.head)) {  // "the government in Kyiv"
    const DraftIndex seat = discourse_.headed_by(c);
    if (c < draft.mention.head || seat == kNone || discourse_.draft(seat).mention.kind != EntityKind::kPlace) continue;
    const std::string& country = discourse_.draft(seat).country;
    if (!country.empty()) return discourse_.knowledge.find(country);
  }
  return {};
}

}  // namespace annalist
