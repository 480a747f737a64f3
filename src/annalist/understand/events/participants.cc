#include "annalist/understand/events/participants.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "annalist/understand/actors/partitives.h"

namespace annalist {
namespace {

constexpr int kOwnerDepth = 4;

bool is_third_person(const Token& token) {
  return token.upos == Upos::kPron && (token.lemma == "it" || token.lemma == "he" || token.lemma == "she" || token.lemma == "they");
}

bool same(const Participant& a, const Participant& b) {
  return a.actor != kNone ? a.actor == b.actor : b.actor == kNone && a.words == b.words;
}

// Sectors of private life: alone, of no state, they make no political act ("a teacher praised the nurses").
constexpr std::array<std::string_view, 9> kPrivate = {"CVL", "EDU", "BUS", "AGR", "LAB", "HLH", "MED", "LGL", "ELI"};

bool holds_any(std::string_view name, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

// Whether a code speaks of public life: a state's, or a public sector's. Elites are so by the office that they held, criminals where
// they are a power.
bool is_public(std::string_view code, std::string_view name) {
  if (code == "ELI")
    return holds_any(name, {"ormer ", "x-"}) &&
           holds_any(name, {"president", "minister", "premier", "official", "ambassador", "leader", "general", "lawmaker", "senator",
                            "governor", "king", "secretary", "chief", "chancellor", "mayor", "commander", "spy", "adviser"});
  if (code == "CRM")
    return holds_any(name,
                     {"gang", "cartel", "pirate", "traffick", "smuggl", "hacker", "mafia", "mob", "bandit", "lord", "syndicate", "cyber"});
  return !code.empty() && std::find(kPrivate.begin(), kPrivate.end(), code) == kPrivate.end();
}

void add_new(const Participant& participant, std::vector<Participant>& out) {
  if (std::none_of(out.begin(), out.end(), [&](const Participant& p) { return same(p, participant); })) out.push_back(participant);
}

}  // namespace

std::vector<Participant> Participants::under(TokenIndex head) const {
  std::vector<Participant> out;
  add(head, 0, out);
  return out;
}

void Participants::add(TokenIndex head, int depth, std::vector<Participant>& out) const {
  const size_t before = out.size();
  if (is_partitive(scene_.reading, scene_.children, head)) {  // "dozens of Palestinians"
    if (const TokenIndex inner = of_phrase(scene_.reading, scene_.children, head); inner != kNoToken) add(inner, depth, out);
  }
  if (out.size() == before) add_each_of(head, out);
  if (out.size() == before) {
    if (auto participant = at(head)) add_new(*participant, out);
  }
  if (out.size() == before) {
    for (const TokenIndex c : scene_.children.of(head)) {
      if (scene_.token(c).deprel != "appos") continue;
      if (auto participant = at(c)) add_new(*participant, out);
    }
  }
  if (out.size() == before) add_owner(head, depth, out);
  for (const TokenIndex c : conjuncts(head))
    if (depth <= kOwnerDepth) add(c, depth, out);
}

// "The foreign ministers of Egypt and Iraq", "the Egyptian and Iraqi foreign ministers": several states' people under one plural noun,
// each for its state.
void Participants::add_each_of(TokenIndex head, std::vector<Participant>& out) const {
  if (!scene_.is_nominal(head) || feature(scene_.token(head), "Number") != "Plur") return;
  TokenIndex owner = of_phrase(scene_.reading, scene_.children, head);
  const std::string role = sector(head);
  if (role.empty()) return;
  for (const TokenIndex c : scene_.children.of(head))
    if (owner == kNoToken && scene_.token(c).deprel == "amod" && scene_.child(c, "conj") != kNoToken) owner = c;
  if (owner == kNoToken) return;
  std::vector<Participant> each;
  std::vector<TokenIndex> owners{owner};
  for (const TokenIndex c : scene_.children.of(owner)) {  // of a list the parser may call the second an apposition
    const std::string& relation = scene_.token(c).deprel;
    if (relation != "conj" && relation != "appos") continue;
    owners.push_back(c);
    for (const TokenIndex further : scene_.children.of(c))
      if (scene_.token(further).deprel == "conj") owners.push_back(further);
  }
  for (const TokenIndex o : owners) {
    const MentionIndex mention = scene_.mention_at(o);
    const ActorIndex actor = mention == kNone ? kNone : scene_.actor_of(mention);
    if (actor == kNone) return;
    const Actor& state = scene_.actors.actors[static_cast<size_t>(actor)];
    if (state.code.size() != 3 || state.code != state.country) return;
    Participant one = *from_mention(mention, actor);
    one.code += role;
    each.push_back(std::move(one));
  }
  if (each.size() < 2) return;
  for (const Participant& one : each) add_new(one, out);
}

// Nominal conjuncts. A lone one after a comma ("supported Assad, and Hamas fought ...") is most often a clause that the parser cut.
std::vector<TokenIndex> Participants::conjuncts(TokenIndex head) const {
  std::vector<TokenIndex> out;
  for (const TokenIndex c : scene_.children.of(head))
    if (scene_.token(c).deprel == "conj" && scene_.is_nominal(c)) out.push_back(c);
  if (out.size() == 1) {
    const TokenIndex cc = scene_.child(out[0], "cc");
    if (cc != kNoToken && cc > 0 && scene_.token(cc - 1).form == "," && scene_.token(cc - 1).head == out[0]) out.clear();
  }
  return out;
}

// Possessor, "of", a name or adjective before it, then other phrases on it: the first relation that holds somebody.
void Participants::add_owner(TokenIndex head, int depth, std::vector<Participant>& out) const {
  if (depth >= kOwnerDepth || !scene_.is_nominal(head)) return;
  const size_t before = out.size();
  const auto try_children = [&](auto&& wanted) {
    if (out.size() != before) return;
    for (const TokenIndex c : scene_.children.of(head))
      if (wanted(c)) add(c, depth + 1, out);
  };
  const auto relation = [&](TokenIndex c) { return base_relation(scene_.token(c).deprel); };
  try_children([&](TokenIndex c) { return scene_.token(c).deprel == "nmod:poss"; });
  try_children([&](TokenIndex c) { return relation(c) == "nmod" && scene_.preposition(c) == "of"; });
  try_children([&](TokenIndex c) { return relation(c) == "compound" || relation(c) == "amod"; });
  try_children([&](TokenIndex c) { return relation(c) == "nmod" && scene_.preposition(c) != "of"; });
}

std::optional<Participant> Participants::at(TokenIndex head) const {
  const Token& token = scene_.token(head);
  if (const MentionIndex mention = scene_.mention_at(head); mention != kNone) {
    if (const ActorIndex actor = scene_.actor_of(mention); actor != kNone) return from_mention(mention, actor);
  }
  if (is_third_person(token)) return from_pronoun(head);
  if (token.upos == Upos::kNoun) {
    if (auto role = from_role_noun(head)) return role;
  }
  return from_count(head);
}

// "Killed 20 and wounded 40 others in Baghdad": people by their number, not whoever else stands in the phrase.
std::optional<Participant> Participants::from_count(TokenIndex head) const {
  const std::string& lemma = scene_.lemma(head);
  if (scene_.token(head).upos != Upos::kNum && lemma != "other" && lemma != "others" && lemma != "more") return std::nullopt;
  for (const int i : scene_.amounts_in(scene_.sentence(head))) {
    const Amount& amount = scene_.amounts[static_cast<size_t>(i)];
    if (amount.unit != "persons" || !amount.tokens.contains(head)) continue;
    Participant out;
    out.words = amount.words;
    out.name = std::string(words_of(scene_.document.text, amount.words));
    for (const TokenIndex c : scene_.children.of(head)) {  // of the country where it happened, as far as the text tells
      const MentionIndex mention = scene_.mention_at(c);
      if (base_relation(scene_.token(c).deprel) != "nmod" || mention == kNone || scene_.actor_of(mention) == kNone) continue;
      if (out.code.empty()) out.code = scene_.actors.actors[static_cast<size_t>(scene_.actor_of(mention))].country;
    }
    return out;
  }
  return std::nullopt;
}

bool Participants::is_mere_place(const Participant& participant) const {
  if (participant.mention == kNone || scene_.actors.mentions[static_cast<size_t>(participant.mention)].kind != EntityKind::kPlace)
    return false;
  return participant.actor == kNone || scene_.actors.actors[static_cast<size_t>(participant.actor)].code.empty();
}

std::optional<Participant> Participants::from_mention(MentionIndex mention, ActorIndex actor) const {
  const Actor& who = scene_.actors.actors[static_cast<size_t>(actor)];
  Participant out;
  out.words = scene_.actors.mentions[static_cast<size_t>(mention)].words;
  out.mention = mention;
  out.actor = actor;
  out.name = who.name;
  out.code = who.code;
  return out;
}

// "Hungary said it will ...": when the document did not settle the pronoun, it is the speaker's subject.
std::optional<Participant> Participants::from_pronoun(TokenIndex head) const {
  TokenIndex clause = scene_.token(head).head;
  for (int i = 0; i < kOwnerDepth && clause != kNoToken; ++i) {
    const std::string_view relation = scene_.token(clause).deprel;
    const TokenIndex up = scene_.token(clause).head;
    if (up == kNoToken) return std::nullopt;
    if (relation == "ccomp" || relation == "advcl") {
      const TokenIndex subject = frames_.surface_subject(up);
      if (subject == kNoToken || subject == head || scene_.token(subject).upos == Upos::kPron) return std::nullopt;
      auto who = at(subject);
      if (who) who->words = scene_.token(head).words;
      return who;
    }
    clause = up;
  }
  return std::nullopt;
}

std::string Participants::sector(TokenIndex head) const {
  const std::string& lemma = scene_.lemma(head);
  for (const TokenIndex c : scene_.children.of(head)) {
    if (scene_.token(c).deprel != "compound" && scene_.token(c).deprel != "amod") continue;
    if (const auto agent = scene_.knowledge.agent(scene_.lemma(c) + " " + lemma)) return std::string(agent->sector);
  }
  if (const auto agent = scene_.knowledge.agent(lemma)) return std::string(agent->sector);
  if (const auto agent = scene_.knowledge.agent(scene_.token(head).form)) return std::string(agent->sector);
  return {};
}

// "Israeli troops", "rebels": the words themselves, with the state they belong to in the code.
std::optional<Participant> Participants::from_role_noun(TokenIndex head) const {
  const std::string role = sector(head);
  if (role.empty()) return std::nullopt;
  TokenRange tokens{head, head + 1};
  std::string country;
  for (const TokenIndex c : scene_.children.of(head)) {
    const std::string_view relation = base_relation(scene_.token(c).deprel);
    if (c < head && (relation == "compound" || relation == "amod" || relation == "nmod" || relation == "nummod"))
      tokens.begin = std::min(tokens.begin, subtree_range(scene_.reading, scene_.children, c).begin);
    if (relation != "compound" && relation != "amod" && relation != "nmod") continue;
    if (c > head && scene_.preposition(c) == "of") tokens.end = std::max(tokens.end, subtree_range(scene_.reading, scene_.children, c).end);
    const MentionIndex mention = scene_.mention_at(c);
    if (mention == kNone || scene_.actor_of(mention) == kNone) continue;
    if (country.empty()) country = scene_.actors.actors[static_cast<size_t>(scene_.actor_of(mention))].country;
  }
  Participant out;
  out.words = span_of(scene_.reading, tokens);
  out.name = std::string(words_of(scene_.document.text, out.words));
  out.code = country + role;
  return out;
}

bool Participants::is_political(const Participant& participant) const {
  if (participant.actor == kNone) return is_public(participant.code, participant.name);
  const Actor& actor = scene_.actors.actors[static_cast<size_t>(participant.actor)];
  if (actor.media) return false;
  for (const ActorIndex member : actor.members) {  // "both sides"
    const Actor& one = scene_.actors.actors[static_cast<size_t>(member)];
    if (!one.media && (one.known || is_public(one.code, one.name))) return true;
  }
  if (!actor.code.empty()) return is_public(actor.code, actor.name);
  if (participant.mention != kNone) {  // "asylum seekers": a group by its noun
    const TokenIndex head = scene_.actors.mentions[static_cast<size_t>(participant.mention)].head;
    const std::string role = head == kNoToken ? std::string() : sector(head);
    if (role == "REF" || role == "MIL" || role == "REB" || role == "COP" || role == "GOV" || role == "OPP") return true;
  }
  if (actor.known) return true;
  const bool described =
      participant.mention != kNone && scene_.actors.mentions[static_cast<size_t>(participant.mention)].how == MentionHow::kDescription;
  // "experts", "employers", "a new firm": nobody tells of which state or cause; a name has its capital
  const bool nameless = described || (!actor.name.empty() && actor.name[0] >= 'a' && actor.name[0] <= 'z');
  if (nameless && (actor.kind == EntityKind::kGroup || actor.kind == EntityKind::kOrganization)) return false;
  return actor.kind == EntityKind::kOrganization || actor.kind == EntityKind::kPlace || actor.kind == EntityKind::kGroup ||
         scene_.is_tied(participant.actor);
}

bool Participants::may_protest(const Participant& participant) const {
  const std::string& code =
      participant.actor == kNone ? participant.code : scene_.actors.actors[static_cast<size_t>(participant.actor)].code;
  return code != "CVL" && code != "ELI" && std::find(kPrivate.begin(), kPrivate.end(), code) != kPrivate.end();
}

}  // namespace annalist
