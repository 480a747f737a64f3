#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "annalist/understand/actors/coreference.h"
#include "annalist/understand/actors/role_phrase.h"

namespace annalist {
namespace {

// Whether a description can be of what a name (or another description) stands for.
bool fits(const Draft& description, const Draft& other) {
  if (description.thing || other.thing || description.mention.plural || other.mention.plural) return false;
  switch (description.noun_class) {
    case NounClass::kPerson: return other.mention.kind == EntityKind::kPerson;
    case NounClass::kBody:
      return other.mention.kind == EntityKind::kOrganization || (other.mention.kind == EntityKind::kGroup && other.known.valid());
    case NounClass::kState: return other.country_word.has_value() || other.noun_class == NounClass::kState;
    default: return false;
  }
}

class Relations {
 public:
  explicit Relations(Discourse& discourse) : discourse_(discourse) {}

  void run() {
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) {
      if (discourse_.draft(i).title) unite_title(i);
      else unite_body_name(i);
    }
    for (TokenIndex i = 0; i < static_cast<TokenIndex>(discourse_.reading.tokens.size()); ++i) {
      const Token& token = discourse_.token(i);
      if (token.deprel == "appos") unite_apposition(i);
      if (token.deprel == "cop" && token.head != kNoToken) unite_copula(token.head);
      if (token.upos == Upos::kVerb) add_headship(i);
    }
  }

 private:
  void add_tie(DraftIndex who, DraftIndex description, ByteSpan words) {
    const RolePhrase role = read_role(discourse_, description);
    // "The winner", "the best person" say no office.
    const bool office = !role.meanings.empty() || !role.owners.empty() || !discourse_.draft(description).sector.empty();
    if (!office) return;
    TieDraft tie;
    tie.who = who;
    tie.description = description;
    tie.role = role.past ? "former " + role.words : role.words;
    tie.of = role.owners.empty() ? kNone : pick_owner(role.owners);
    tie.words = words;
    discourse_.ties.push_back(std::move(tie));
  }

  // An organization before a country: "head of Iran's Strategic Council", "Palestinian group Hamas' leader".
  DraftIndex pick_owner(const std::vector<DraftIndex>& owners) const {
    for (DraftIndex owner : owners) {
      if (discourse_.draft(owner).mention.kind == EntityKind::kOrganization) return owner;
    }
    return owners.front();
  }

  void unite_title(DraftIndex title) {
    const DraftIndex name = name_after_title(discourse_, title);
    if (name == kNone || !fits(discourse_.draft(title), discourse_.draft(name))) return;
    discourse_.clusters.unite(title, name);
    if (discourse_.draft(title).noun_class != NounClass::kPerson) return;
    add_tie(name, title, cover(discourse_.draft(title).mention.words, discourse_.draft(name).mention.words));
  }

  void unite_apposition(TokenIndex later) {
    DraftIndex second = discourse_.headed_by(later);
    DraftIndex first = discourse_.headed_by(discourse_.token(later).head);
    if (first == kNone || second == kNone || first == second) return;
    if (discourse_.draft(first).mention.how == MentionHow::kDescription && discourse_.draft(second).mention.how == MentionHow::kName)
      std::swap(first, second);
    const Draft& description = discourse_.draft(second);
    if (description.mention.how != MentionHow::kDescription || discourse_.draft(first).mention.how == MentionHow::kPronoun) return;
    if (!fits(description, discourse_.draft(first)) || (description.mention.tokens.contains(discourse_.draft(first).mention.head))) return;
    discourse_.clusters.unite(first, second);
    if (description.noun_class != NounClass::kPerson) return;
    add_tie(first, second, cover(description.mention.words, discourse_.draft(first).mention.words));
  }

  // "Yonhap news agency", "the Fatah movement": the noun only says what the name before it is.
  void unite_body_name(DraftIndex body) {
    const Draft& draft = discourse_.draft(body);
    if (draft.thing || draft.mention.how != MentionHow::kDescription || draft.noun_class != NounClass::kBody || draft.mention.plural)
      return;
    if (std::ranges::find(kNamedBodies, std::string_view(draft.lemma)) == kNamedBodies.end()) return;
    for (TokenIndex child : discourse_.children.of(draft.mention.head)) {
      if (child > draft.mention.head || base_relation(discourse_.token(child).deprel) != "compound") continue;
      const DraftIndex name = discourse_.headed_by(child);
      if (name == kNone || discourse_.draft(name).mention.how != MentionHow::kName || discourse_.draft(name).country_word) continue;
      const Mention& named = discourse_.draft(name).mention;
      if (named.kind == EntityKind::kPerson || named.kind == EntityKind::kPlace) continue;
      const bool adjacent = named.tokens.end == draft.mention.head ||
                            (named.tokens.end + 1 == draft.mention.head && discourse_.token(named.tokens.end).form == "news");
      if (adjacent) discourse_.clusters.unite(name, body);
    }
  }

  void unite_copula(TokenIndex predicate) {
    const DraftIndex description = discourse_.headed_by(predicate);
    if (description == kNone || discourse_.draft(description).mention.how != MentionHow::kDescription) return;
    TokenIndex subject = kNoToken;
    for (TokenIndex child : discourse_.children.of(predicate)) {
      const Token& word = discourse_.token(child);
      if (word.deprel == "nsubj" || word.deprel == "nsubj:outer") subject = child;
      if (feature(word, "Polarity") == "Neg" || word.lemma == "not" || word.lemma == "never") return;
      if (word.deprel == "aux" && feature(word, "VerbForm") == "Fin" && word.lemma != "have" && word.lemma != "be") return;
    }
    const Token& noun = discourse_.token(predicate);
    // "X, who is the spokesman": the subject is the noun that the clause hangs on.
    if (subject != kNoToken && noun.deprel == "acl:relcl" && discourse_.headed_by(subject) == kNone) subject = noun.head;
    const DraftIndex who = discourse_.headed_by(subject);
    if (who == kNone || who == description) return;
    const Draft& named = discourse_.draft(who);
    const bool pronoun = named.mention.how == MentionHow::kPronoun;
    if (pronoun ? named.mention.plural || discourse_.draft(description).noun_class != NounClass::kPerson || named.person != 3
                : !fits(discourse_.draft(description), named)) {
      return;
    }
    if (!pronoun && !discourse_.draft(description).thing) discourse_.clusters.unite(who, description);
    if (discourse_.draft(description).noun_class != NounClass::kPerson) return;
    add_tie(who, description, cover(named.mention.words, discourse_.draft(description).mention.words));
  }

  static constexpr std::array<std::string_view, 9> kNamedBodies = {"agency",  "company",   "group",        "militia", "movement",
                                                                   "network", "newspaper", "organization", "party"};
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kHeadships = {
      {{"chair", "chair"}, {"command", "commander"}, {"direct", "director"}, {"head", "head"}, {"lead", "leader"}, {"run", "head"}}};

  // "X, who heads Y"; "a delegation led by X".
  void add_headship(TokenIndex verb) {
    const Token& token = discourse_.token(verb);
    const auto found = std::ranges::find(kHeadships, std::string_view(token.lemma), &std::pair<std::string_view, std::string_view>::first);
    if (found == kHeadships.end()) return;
    TokenIndex subject = kNoToken;
    TokenIndex object = kNoToken;
    for (TokenIndex child : discourse_.children.of(verb)) {
      const Token& word = discourse_.token(child);
      if (word.deprel == "nsubj") subject = child;
      if (word.deprel == "obj") object = child;
      if (word.deprel == "obl:agent") subject = child;
      if (word.deprel == "nsubj:pass") object = child;
      if (feature(word, "Polarity") == "Neg") return;
    }
    const bool relative = token.deprel == "acl:relcl";
    if (relative && subject != kNoToken && discourse_.headed_by(subject) == kNone) subject = token.head;
    if (token.deprel == "acl" && feature(token, "VerbForm") == "Part" && object == kNoToken) object = token.head;
    const DraftIndex who = discourse_.headed_by(subject);
    const DraftIndex of = discourse_.headed_by(object);
    if (who == kNone || of == kNone || discourse_.draft(who).mention.kind != EntityKind::kPerson) return;
    if (discourse_.draft(of).mention.kind != EntityKind::kOrganization) return;
    TieDraft tie;
    tie.who = who;
    tie.role = found->second;
    tie.of = of;
    // Of a body that is gathered for a day, the lasting one is told: "led the Hamas delegation".
    const Draft& body = discourse_.draft(of);
    if (body.lemma == "delegation" || body.lemma == "team" || body.lemma == "mission" || body.lemma == "convoy") {
      const RolePhrase gathered = read_role(discourse_, of);
      if (!gathered.owners.empty()) {
        tie.role = body.lemma + ' ' + tie.role;
        tie.of = pick_owner(gathered.owners);
      }
    }
    tie.words = cover(discourse_.draft(who).mention.words, cover(token.words, discourse_.draft(of).mention.words));
    discourse_.ties.push_back(std::move(tie));
  }

  Discourse& discourse_;
};

}  // namespace

void unite_relations(Discourse& discourse) { Relations(discourse).run(); }

}  // namespace annalist
