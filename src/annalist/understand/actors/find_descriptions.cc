#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/find_mentions.h"
#include "annalist/understand/actors/noun_phrase.h"
#include "annalist/understand/actors/partitives.h"

namespace annalist {
namespace {

size_t at(TokenIndex token) { return static_cast<size_t>(token); }

struct Pronoun {
  std::string_view form;
  int person;
  bool plural;
  Gender gender;
  EntityKind kind;  // kOther: either
  bool possessive;
  bool reflexive;
};

constexpr std::array<Pronoun, 31> kPronouns = {{
    {"he", 3, false, Gender::kMale, EntityKind::kPerson, false, false},
    {"him", 3, false, Gender::kMale, EntityKind::kPerson, false, false},
    {"his", 3, false, Gender::kMale, EntityKind::kPerson, true, false},
    {"himself", 3, false, Gender::kMale, EntityKind::kPerson, false, true},
    {"she", 3, false, Gender::kFemale, EntityKind::kPerson, false, false},
    {"her", 3, false, Gender::kFemale, EntityKind::kPerson, true, false},
    {"hers", 3, false, Gender::kFemale, EntityKind::kPerson, true, false},
    {"herself", 3, false, Gender::kFemale, EntityKind::kPerson, false, true},
    {"it", 3, false, Gender::kUnknown, EntityKind::kOrganization, false, false},
    {"its", 3, false, Gender::kUnknown, EntityKind::kOrganization, true, false},
    {"itself", 3, false, Gender::kUnknown, EntityKind::kOrganization, false, true},
    {"they", 3, true, Gender::kUnknown, EntityKind::kOther, false, false},
    {"them", 3, true, Gender::kUnknown, EntityKind::kOther, false, false},
    {"their", 3, true, Gender::kUnknown, EntityKind::kOther, true, false},
    {"theirs", 3, true, Gender::kUnknown, EntityKind::kOther, true, false},
    {"themselves", 3, true, Gender::kUnknown, EntityKind::kOther, false, true},
    {"i", 1, false, Gender::kUnknown, EntityKind::kPerson, false, false},
    {"me", 1, false, Gender::kUnknown, EntityKind::kPerson, false, false},
    {"my", 1, false, Gender::kUnknown, EntityKind::kPerson, true, false},
    {"mine", 1, false, Gender::kUnknown, EntityKind::kPerson, true, false},
    {"myself", 1, false, Gender::kUnknown, EntityKind::kPerson, false, true},
    {"we", 1, true, Gender::kUnknown, EntityKind::kOther, false, false},
    {"us", 1, true, Gender::kUnknown, EntityKind::kOther, false, false},
    {"our", 1, true, Gender::kUnknown, EntityKind::kOther, true, false},
    {"ours", 1, true, Gender::kUnknown, EntityKind::kOther, true, false},
    {"ourselves", 1, true, Gender::kUnknown, EntityKind::kOther, false, true},
    {"you", 2, false, Gender::kUnknown, EntityKind::kOther, false, false},
    {"your", 2, false, Gender::kUnknown, EntityKind::kOther, true, false},
    {"yours", 2, false, Gender::kUnknown, EntityKind::kOther, true, false},
    {"yourself", 2, false, Gender::kUnknown, EntityKind::kOther, false, true},
    {"yourselves", 2, true, Gender::kUnknown, EntityKind::kOther, false, true},
}};

const Pronoun* find_pronoun(const Token& token) {
  if (token.upos != Upos::kPron) return nullptr;
  const std::string form = to_lower(token.form);
  const auto found = std::ranges::find(kPronouns, std::string_view(form), &Pronoun::form);
  return found == kPronouns.end() ? nullptr : &*found;
}

// "It is clear that ...", "it was Iran that ...": an "it" that refers to nothing.
bool is_pleonastic(const Discourse& discourse, TokenIndex index) {
  const Token& token = discourse.token(index);
  if (base_relation(token.deprel) == "expl") return true;
  if (to_lower(token.form) != "it" || base_relation(token.deprel) != "nsubj" || token.head == kNoToken) return false;
  bool copula = false;
  bool clause = false;
  for (TokenIndex child : discourse.children.of(token.head)) {
    const std::string_view relation = discourse.token(child).deprel;
    copula |= relation == "cop";
    // "It is customary for candidates to ...".
    if (discourse.token(token.head).upos == Upos::kAdj && child > token.head && (relation == "advcl" || relation == "xcomp")) clause = true;
    clause |= child > token.head &&
              (base_relation(relation) == "csubj" || relation == "ccomp" || relation == "acl:relcl" || relation == "advcl:relcl");
  }
  return copula && clause;
}

Draft blank(const Discourse& discourse, TokenIndex head, TokenRange range) {
  Draft draft;
  draft.mention.tokens = range;
  draft.mention.words = span_of(discourse.reading, range);
  draft.mention.head = head;
  draft.mention.how = MentionHow::kDescription;
  draft.sentence = discourse.sentence[at(head)];
  draft.lemma = lower_lemma(discourse.token(head));
  return draft;
}

Draft make_pronoun(const Discourse& discourse, TokenIndex index, const Pronoun& pronoun) {
  Draft draft = blank(discourse, index, {index, index + 1});
  draft.mention.how = MentionHow::kPronoun;
  draft.mention.kind = pronoun.kind;
  draft.mention.plural = pronoun.plural;
  draft.gender = pronoun.gender;
  draft.person = pronoun.person;
  // "her" is the object of "saw her" too.
  draft.possessive = pronoun.possessive && (pronoun.form != "her" || discourse.token(index).deprel == "nmod:poss");
  draft.reflexive = pronoun.reflexive;
  return draft;
}

bool is_person_word(std::string_view sector) { return !sector.empty(); }

struct NounMeaning {
  NounClass noun_class = NounClass::kThing;
  Gender gender = Gender::kUnknown;
  std::string sector;
};

// The table's noun for a token; a lemmatiser's slip ("partie") does not hide the noun.
const AgentNoun* agent_noun(const Token& token, const std::string& lemma) {
  const AgentNoun* noun = find_agent_noun(lemma);
  if (noun != nullptr || !is_plural(token)) return noun;
  std::string form = to_lower(token.form);
  if (form.ends_with("ies")) return find_agent_noun(form.substr(0, form.size() - 3) + "y");
  if (form.ends_with("men")) return find_agent_noun(form.substr(0, form.size() - 2) + "an");
  return form.ends_with("s") ? find_agent_noun(form.substr(0, form.size() - 1)) : nullptr;
}

NounMeaning meaning_of(const Discourse& discourse, const Token& token, const std::string& lemma) {
  if (const AgentNoun* noun = agent_noun(token, lemma); noun != nullptr) {
    return {noun->noun_class, noun->gender, std::string(noun->sector)};
  }
  const std::vector<RoleMeaning> roles = discourse.knowledge.role_meanings(lemma);
  if (!roles.empty()) return {NounClass::kPerson, Gender::kUnknown, std::string(roles.front().sector)};
  const std::optional<AgentMeaning> agent = discourse.knowledge.agent(lemma);
  if (agent && is_person_word(agent->sector)) {
    return {is_plural(token) ? NounClass::kPersons : NounClass::kPerson, Gender::kUnknown, std::string(agent->sector)};
  }
  return {};
}

// Relations under which a noun heads a phrase of its own.
bool heads_phrase(std::string_view relation) {
  const std::string_view base = base_relation(relation);
  if (relation == "nmod:desc" || relation == "nmod:unmarked" || relation == "obl:unmarked") return false;
  return base == "nsubj" || base == "obj" || base == "iobj" || base == "obl" || base == "nmod" || base == "conj" || base == "appos" ||
         base == "root" || base == "parataxis" || base == "ccomp" || base == "xcomp" || base == "advcl" || base == "acl" ||
         base == "vocative" || base == "dislocated" || base == "dep" || base == "list" || base == "nsubj:pass";
}

bool is_rank(const Token& token) {
  const AgentNoun* noun = find_agent_noun(lower_lemma(token));
  return noun != nullptr && noun->noun_class == NounClass::kPerson;
}

// The name that a title stands before: "Minister" of "Minister Zarif", or of "Minister Mohammad Zarif" where the name hangs on it.
TokenIndex titled_name(const Discourse& discourse, TokenIndex index) {
  const Token& token = discourse.token(index);
  const auto name_after = [&](TokenIndex head) {
    const DraftIndex draft = discourse.headed_by(head);
    if (draft == kNone || discourse.draft(draft).mention.how != MentionHow::kName) return false;
    const Draft& name = discourse.draft(draft);
    TokenIndex next = index + 1;
    while (next < name.mention.tokens.begin && next < index + 3 && is_rank(discourse.token(next))) ++next;
    return name.mention.tokens.begin == next && !name.adjective &&
           (name.mention.kind == EntityKind::kPerson || name.mention.kind == EntityKind::kOrganization);
  };
  const std::string_view relation = token.deprel;
  if (token.head > index &&
      (relation == "nmod:desc" || relation == "compound" || relation == "amod" || relation == "nmod" || relation == "flat") &&
      name_after(token.head)) {
    return token.head;
  }
  for (TokenIndex child : discourse.children.of(index)) {
    const std::string_view under = discourse.token(child).deprel;
    if (child == index + 1 && (under == "flat" || under == "appos" || under == "nmod:desc" || under == "compound" || under == "nmod") &&
        name_after(child)) {
      return child;
    }
  }
  return kNoToken;
}

// A lone singular noun is a role, not somebody ("as president"), unless it stands in a place where only somebody can.
bool is_bare_role(const Discourse& discourse, const Draft& draft) {
  if (draft.determiner != Determiner::kBare || draft.mention.plural) return false;
  if (draft.noun_class == NounClass::kPersons) return false;
  const std::string_view relation = base_relation(discourse.token(draft.mention.head).deprel);
  if (draft.noun_class == NounClass::kPerson) return relation != "appos" && relation != "nsubj" && relation != "root" && relation != "conj";
  if (has_modifier(discourse.reading, discourse.children, draft.mention.head)) return false;
  return draft.sector.empty() || relation == "compound";
}

// "Its opposition to the plan", "resistance to change": the deed, not a body.
bool is_abstract_here(const Discourse& discourse, TokenIndex index, std::string_view lemma) {
  if (lemma == "state") {
    // "A state of emergency".
    const TokenIndex of = of_phrase(discourse.reading, discourse.children, index);
    return of != kNoToken && discourse.token(of).upos == Upos::kNoun;
  }
  if (lemma == "station" || lemma == "channel") {
    // Of trains, of water, or of television.
    const std::string before = index > 0 ? to_lower(discourse.token(index - 1).form) : std::string();
    return before != "tv" && before != "television" && before != "radio" && before != "news" && before != "broadcast" &&
           before != "satellite";
  }
  if (lemma != "opposition" && lemma != "resistance" && lemma != "leadership" && lemma != "intelligence" && lemma != "authority" &&
      lemma != "prosecution")
    return false;
  for (TokenIndex child : discourse.children.of(index)) {
    if (child < index) continue;
    for (TokenIndex marker : discourse.children.of(child)) {
      const std::string_view preposition = discourse.token(marker).lemma;
      if (discourse.token(marker).deprel == "case" &&
          (preposition == "to" || preposition == "on" || preposition == "over" || preposition == "about"))
        return true;
    }
  }
  return determiner_of(discourse.reading, discourse.children, index) == Determiner::kBare &&
         !has_modifier(discourse.reading, discourse.children, index);
}

void add_noun(Discourse& discourse, TokenIndex index, std::vector<Draft>& found) {
  const Token& token = discourse.token(index);
  const std::string lemma = lower_lemma(token);
  NounMeaning meaning = meaning_of(discourse, token, lemma);
  if (is_abstract_here(discourse, index, lemma)) meaning = {};
  const TokenIndex name = meaning.noun_class == NounClass::kThing ? kNoToken : titled_name(discourse, index);
  if (name == kNoToken && !heads_phrase(token.deprel)) return;
  if (is_partitive(discourse.reading, discourse.children, index)) return;
  const bool hung_on_name = name != kNoToken && token.head == name;
  Draft draft = blank(discourse, index,
                      hung_on_name ? title_phrase(discourse.reading, discourse.children, index, name)
                                   : noun_phrase(discourse.reading, discourse.children, index));
  if (name != kNoToken && draft.mention.tokens.end > index + 1) {
    draft.mention.tokens.end = index + 1;
    draft.mention.words = span_of(discourse.reading, draft.mention.tokens);
  }
  draft.title = name != kNoToken;
  if (const AgentNoun* noun = agent_noun(token, lemma); noun != nullptr && !draft.lemma.ends_with(noun->lemma)) draft.lemma = noun->lemma;
  draft.noun_class = meaning.noun_class;
  draft.gender = meaning.gender;
  draft.sector = meaning.sector;
  draft.determiner = determiner_of(discourse.reading, discourse.children, index);
  draft.mention.plural = is_plural(token) || meaning.noun_class == NounClass::kPersons;
  switch (meaning.noun_class) {
    case NounClass::kThing: draft.thing = true; break;
    case NounClass::kPerson: draft.mention.kind = EntityKind::kPerson; break;
    case NounClass::kPersons: draft.mention.kind = EntityKind::kGroup; break;
    case NounClass::kBody: draft.mention.kind = EntityKind::kOrganization; break;
    case NounClass::kState: draft.mention.kind = EntityKind::kPlace; break;
  }
  if (!draft.title && is_bare_role(discourse, draft)) draft.thing = true;
  found.push_back(std::move(draft));
}

// "those killed in the protests", "the wounded".
bool is_people_word(const Discourse& discourse, TokenIndex index) {
  const Token& token = discourse.token(index);
  if (!heads_phrase(token.deprel)) return false;
  if (to_lower(token.form) == "those" && (token.upos == Upos::kPron || token.upos == Upos::kDet)) {
    return std::ranges::any_of(discourse.children.of(index),
                               [&](TokenIndex child) { return base_relation(discourse.token(child).deprel) == "acl"; });
  }
  if (token.upos != Upos::kAdj && token.upos != Upos::kVerb) return false;
  const std::string form = to_lower(token.form);
  constexpr std::array<std::string_view, 9> kPeople = {"dead",    "displaced", "elderly", "injured", "killed",
                                                       "missing", "poor",      "rich",    "wounded"};
  return std::ranges::binary_search(kPeople, std::string_view(form)) &&
         determiner_of(discourse.reading, discourse.children, index) == Determiner::kDefinite;
}

}  // namespace

void find_descriptions(Discourse& discourse) {
  discourse.index_drafts();
  std::vector<char> named(discourse.reading.tokens.size(), 0);
  for (const Draft& draft : discourse.drafts) {
    for (TokenIndex i = draft.mention.tokens.begin; i < draft.mention.tokens.end; ++i) named[at(i)] = 1;
  }
  std::vector<Draft> found;
  for (TokenIndex i = 0; i < static_cast<TokenIndex>(discourse.reading.tokens.size()); ++i) {
    if (named[at(i)] != 0) continue;
    const Token& token = discourse.token(i);
    if (const Pronoun* pronoun = find_pronoun(token); pronoun != nullptr) {
      if (!is_pleonastic(discourse, i)) found.push_back(make_pronoun(discourse, i, *pronoun));
    } else if (is_noun(token)) {
      add_noun(discourse, i, found);
    } else if (is_people_word(discourse, i)) {
      Draft draft = blank(discourse, i, noun_phrase(discourse.reading, discourse.children, i));
      draft.mention.kind = EntityKind::kGroup;
      draft.mention.plural = true;
      draft.noun_class = NounClass::kPersons;
      draft.determiner = Determiner::kDefinite;
      found.push_back(std::move(draft));
    }
  }
  discourse.drafts.insert(discourse.drafts.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  discourse.index_drafts();
}

}  // namespace annalist
