#include "annalist/understand/actors/antecedent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "annalist/understand/actors/agent_verbs.h"
#include "annalist/understand/actors/partitives.h"

namespace annalist {
namespace {

size_t at(DraftIndex draft) { return static_cast<size_t>(draft); }

constexpr double kNever = -1e6;
// A pronoun and a cluster that another pronoun made the other sex: what speaks against them, and the log odds that the model must give.
constexpr double kTurned = 3, kTurnedLeast = 5;
constexpr double kReportsOfItself = 4, kReportsWith = 2;
constexpr double kNotLearned = -3;    // for a candidate that the model does not see
constexpr int kMostCandidates = 120;  // keeps the search linear in the document's length

// "A letter thanking him": who thanks is the letter's author.
bool speaks_for_its_author(std::string_view noun) {
  return noun == "letter" || noun == "statement" || noun == "message" || noun == "note" || noun == "email" || noun == "tweet" ||
         noun == "report" || noun == "speech" || noun == "post" || noun == "resolution";
}

double role_weight(std::string_view relation) {
  if (relation == "nsubj" || relation == "nsubj:outer") return 2.0;
  if (relation == "nsubj:pass" || relation == "root") return 1.6;
  if (relation == "obj" || relation == "iobj") return 0.9;
  if (relation == "nmod:poss") return 1.0;
  if (relation == "appos" || relation == "obl:agent") return 0.7;
  if (relation == "obl") return 0.5;
  return 0.2;
}

// The relation under which a conjunct stands is that of the first.
TokenIndex first_conjunct(const Discourse& discourse, TokenIndex token) {
  for (int i = 0; i < 8 && discourse.token(token).deprel == "conj" && discourse.token(token).head != kNoToken; ++i) {
    token = discourse.token(token).head;
  }
  return token;
}

}  // namespace

Antecedents::Antecedents(Discourse& discourse) : discourse_(discourse), facts_(discourse.drafts.size()) {
  for (size_t i = 0; i < discourse.drafts.size(); ++i) {
    absorb(facts_[at(discourse.clusters.find(static_cast<DraftIndex>(i)))], discourse.drafts[i]);
  }
}

void Antecedents::absorb(ClusterFacts& facts, const Draft& draft) const {
  facts.person |= draft.mention.kind == EntityKind::kPerson || draft.noun_class == NounClass::kPerson;
  facts.body |= draft.mention.how != MentionHow::kPronoun && !draft.thing &&
                (draft.noun_class == NounClass::kBody || draft.noun_class == NounClass::kState || draft.country_word.has_value());
  if (draft.gender != Gender::kUnknown) {
    if (draft.mention.how == MentionHow::kPronoun) facts.said_gender = draft.gender;
    else if (facts.gender == Gender::kUnknown) facts.gender = draft.gender;
  }
  facts.named |= draft.mention.how == MentionHow::kName;
  ++facts.mentions;
  if (facts.country.empty()) facts.country = draft.country;
  if (!facts.known.valid()) facts.known = draft.known;
}

const ClusterFacts& Antecedents::facts(DraftIndex draft) const { return facts_[at(discourse_.clusters.find(draft))]; }

void Antecedents::unite(DraftIndex a, DraftIndex b) {
  const ClusterFacts first = facts(a);
  const ClusterFacts second = facts(b);
  if (discourse_.clusters.same(a, b)) return;
  discourse_.clusters.unite(a, b);
  ClusterFacts& both = facts_[at(discourse_.clusters.find(a))];
  both = first;
  both.person |= second.person;
  both.body |= second.body;
  if (both.gender == Gender::kUnknown) both.gender = second.gender;
  if (both.said_gender == Gender::kUnknown) both.said_gender = second.said_gender;
  both.named |= second.named;
  both.mentions += second.mentions;
  if (both.country.empty()) both.country = second.country;
  if (!both.known.valid()) both.known = second.known;
}

bool Antecedents::is_allowed(const Draft& anaphor, const Draft& candidate) const {
  const TokenIndex here = anaphor.mention.head;
  // "Refugees from their homes" may be the refugees' homes; "their refugees" are not theirs.
  const bool deep = anaphor.possessive && discourse_.token(here).head != candidate.mention.head;
  if ((candidate.mention.tokens.contains(here) && !deep) || anaphor.mention.tokens.contains(candidate.mention.head)) return false;
  if (candidate.mention.how == MentionHow::kPronoun && candidate.person != 3) return false;
  if (anaphor.sentence != candidate.sentence) return true;
  // Binding: neither co-arguments of one verb, nor a phrase and what lies inside it.
  if (dominates(discourse_.reading, candidate.mention.head, here) && !anaphor.possessive) {
    // "the minister who said that he ...": inside a clause of its own it may corefer.
    bool clause = false;
    TokenIndex up = here;
    for (int i = 0; i < 40 && up != candidate.mention.head && up != kNoToken; ++i, up = discourse_.token(up).head) {
      clause |= base_relation(discourse_.token(up).deprel) == "acl";
    }
    if (!clause) return false;
  }
  if (!anaphor.possessive && !anaphor.reflexive) {
    const TokenIndex verb = discourse_.token(here).head;
    if (verb != kNoToken && (implicit_subject(verb) == candidate.mention.head || is_asked(verb, candidate.mention.head))) return false;
  }
  const TokenIndex mine = discourse_.token(first_conjunct(discourse_, here)).head;
  const TokenIndex theirs = discourse_.token(first_conjunct(discourse_, candidate.mention.head)).head;
  if (!anaphor.possessive && mine != kNoToken && mine == theirs) return anaphor.reflexive;
  if (anaphor.reflexive) return false;
  return true;
}

// Salience, and what is learned where there is a model: the two see different things, and together do better than each (docs/decisions).
double Antecedents::score(const Draft& anaphor, const Draft& candidate, const ClusterFacts& facts) const {
  const double salient = salience(anaphor, candidate, facts);
  // "She" is hardly who was "he" before, unless that was wrong.
  const bool turned = anaphor.gender != Gender::kUnknown && facts.said_gender != Gender::kUnknown && facts.said_gender != anaphor.gender;
  if (discourse_.learned == nullptr || anaphor.mention.how != MentionHow::kPronoun) return turned ? kNever : salient;
  const double learned = discourse_.learned->score(anaphor.mention.head, candidate.mention.head).value_or(kNotLearned);
  if (!turned) return salient + learned;
  return learned > kTurnedLeast ? salient + learned - kTurned : kNever;
}

double Antecedents::salience(const Draft& anaphor, const Draft& candidate, const ClusterFacts& facts) const {
  const Token& here = discourse_.token(first_conjunct(discourse_, anaphor.mention.head));
  const Token& there = discourse_.token(measuring(first_conjunct(discourse_, candidate.mention.head)));
  double points = -1.7 * (anaphor.sentence - candidate.sentence);
  points += role_weight(there.deprel);
  points -= 0.03 * std::min(60, anaphor.mention.head - candidate.mention.head);
  points += 0.55 * std::log2(1.0 + facts.mentions);
  if (base_relation(here.deprel) == "nsubj" && base_relation(there.deprel) == "nsubj") points += 0.6;
  if (facts.named) points += 0.3;
  if (candidate.thing && (anaphor.possessive || base_relation(here.deprel) == "nsubj")) points -= 0.4;
  if (anaphor.possessive && is_judged(candidate.mention.head, anaphor.mention.head)) points += 2.5;
  if (is_controller(candidate.mention.head, anaphor.mention.head)) points += 1.0;
  points += reports(candidate, anaphor);
  if (candidate.mention.how == MentionHow::kPronoun && candidate.mention.plural == anaphor.mention.plural) points += 0.4;
  if (anaphor.mention.plural && !candidate.mention.plural && anaphor.mention.how == MentionHow::kPronoun) points -= 1.6;
  if (candidate.adjective || there.deprel == "compound") points -= 1.5;
  if (anaphor.quotation != candidate.quotation) points -= 0.5;
  if (anaphor.sentence == candidate.sentence && there.head != kNoToken && base_relation(there.deprel) == "nsubj" &&
      dominates(discourse_.reading, there.head, anaphor.mention.head)) {
    points += 0.35;
  }
  return points;
}

// "Thousands" of "thousands of protesters": the noun stands in the clause as what measures it does.
TokenIndex Antecedents::measuring(TokenIndex token) const {
  const TokenIndex head = discourse_.token(token).head;
  if (head == kNoToken || head > token || base_relation(discourse_.token(token).deprel) != "nmod") return token;
  return is_partitive(discourse_.reading, discourse_.children, head) ? head : token;
}

// Who does what an infinitive or participle says: "X asked Y to leave" -> Y, "X promised to leave" -> X, "letter thanking him" -> letter.
TokenIndex Antecedents::implicit_subject(TokenIndex verb) const {
  const Token& token = discourse_.token(verb);
  const std::string_view relation = token.deprel;
  if (token.head == kNoToken) return kNoToken;
  if (relation == "acl" && speaks_for_its_author(discourse_.token(token.head).lemma)) {
    const TokenIndex governor = discourse_.token(token.head).head;
    if (governor == kNoToken || base_relation(discourse_.token(token.head).deprel) != "obj") return kNoToken;
    for (TokenIndex child : discourse_.children.of(governor)) {
      if (discourse_.token(child).deprel == "nsubj") return child;
    }
  }
  if (relation != "xcomp" && relation != "advcl") return kNoToken;
  TokenIndex subject = kNoToken;
  for (TokenIndex child : discourse_.children.of(verb)) {
    if (base_relation(discourse_.token(child).deprel) == "nsubj") return kNoToken;
  }
  for (TokenIndex child : discourse_.children.of(token.head)) {
    const std::string_view under = base_relation(discourse_.token(child).deprel);
    if (discourse_.token(child).deprel == "nsubj" && subject == kNoToken) subject = child;
    if (relation == "xcomp" && (under == "obj" || under == "iobj")) subject = child;
  }
  return subject;
}

// "They gave the government a week to drop it": the object is who is to drop it.
bool Antecedents::is_asked(TokenIndex verb, TokenIndex candidate) const {
  const Token& token = discourse_.token(verb);
  const Token& there = discourse_.token(candidate);
  return token.deprel == "advcl" && token.head == there.head && (there.deprel == "obj" || there.deprel == "iobj");
}

// "Thanked him for his readiness", "accused Assad of killing his people": what one is thanked or blamed for is one's own.
bool Antecedents::is_judged(TokenIndex candidate, TokenIndex anaphor) const {
  constexpr std::array<std::string_view, 17> kVerbs = {"accuse",  "arrest", "blame",     "charge",    "condemn",  "congratulate",
                                                       "convict", "credit", "criticise", "criticize", "denounce", "fine",
                                                       "jail",    "laud",   "praise",    "punish",    "thank"};
  static_assert(std::ranges::is_sorted(kVerbs));
  const Token& there = discourse_.token(candidate);
  if ((there.deprel != "obj" && there.deprel != "iobj") || candidate > anaphor) return false;
  return std::ranges::binary_search(kVerbs, std::string_view(discourse_.token(there.head).lemma)) &&
         dominates(discourse_.reading, there.head, anaphor) && !dominates(discourse_.reading, candidate, anaphor);
}

// "The army said it would stay", "Iran denied that its ships were there": a body that says something of "it" speaks of itself, most of all
// where "it" does what is told.
double Antecedents::reports(const Draft& candidate, const Draft& anaphor) const {
  if (anaphor.mention.how != MentionHow::kPronoun || anaphor.gender != Gender::kUnknown) return 0;
  if (anaphor.quotation != candidate.quotation || anaphor.sentence != candidate.sentence || candidate.thing) return 0;
  TokenIndex told = anaphor.mention.head;
  while (told != kNoToken && base_relation(discourse_.token(told).deprel) != "ccomp") told = discourse_.token(told).head;
  if (told == kNoToken || discourse_.token(told).head == kNoToken) return 0;
  TokenIndex subject = candidate.mention.head;  // of "one of the groups, the Harbour Front, left and said", the front too
  while (base_relation(discourse_.token(subject).deprel) == "appos" && discourse_.token(subject).head != kNoToken) {
    subject = discourse_.token(subject).head;
  }
  const Token& there = discourse_.token(first_conjunct(discourse_, subject));
  const TokenIndex verb = discourse_.token(told).head;
  if (there.deprel != "nsubj" || !is_agent_verb(lower_lemma(discourse_.token(verb)))) return 0;
  if (there.head != verb && there.head != first_conjunct(discourse_, verb)) return 0;
  const Token& here = discourse_.token(anaphor.mention.head);
  return here.head == told && base_relation(here.deprel) == "nsubj" ? kReportsOfItself : kReportsWith;
}

// Whether the candidate is the unspoken subject of the anaphor's own clause.
bool Antecedents::is_controller(TokenIndex candidate, TokenIndex anaphor) const {
  TokenIndex up = anaphor;
  for (int steps = 0; steps < 4 && up != kNoToken; ++steps, up = discourse_.token(up).head) {
    if (discourse_.token(up).upos == Upos::kVerb) return implicit_subject(up) == candidate;
  }
  return false;
}

template <class Visit>
void Antecedents::visit(DraftIndex anaphor, int sentences, const Filter& filter, Visit visitor) const {
  const Draft& here = discourse_.draft(anaphor);
  int seen = 0;
  for (DraftIndex i = anaphor - 1; i >= 0 && seen < kMostCandidates; --i, ++seen) {
    const Draft& candidate = discourse_.draft(i);
    if (candidate.sentence + sentences < here.sentence) break;
    const ClusterFacts& about = facts(i);
    if (candidate.title || !is_allowed(here, candidate) || !filter(candidate, about)) continue;
    const double points = score(here, candidate, about);
    if (points > kNever) visitor(i, points);
  }
}

Antecedents::Choice Antecedents::best(DraftIndex anaphor, int sentences, const Filter& filter) const {
  Choice choice;
  visit(anaphor, sentences, filter, [&](DraftIndex draft, double points) {
    if (choice.draft == kNone) {
      choice = {draft, points, -1e9};
    } else if (points > choice.score) {
      if (!discourse_.clusters.same(draft, choice.draft)) choice.runner_up = choice.score;
      choice.draft = draft;
      choice.score = points;
    } else if (points > choice.runner_up && !discourse_.clusters.same(draft, choice.draft)) {
      choice.runner_up = points;
    }
  });
  return choice;
}

std::vector<DraftIndex> Antecedents::best_several(DraftIndex anaphor, size_t count, int sentences, const Filter& filter) const {
  struct Found {
    DraftIndex draft;
    double points;
  };
  std::vector<Found> found;
  visit(anaphor, sentences, filter, [&](DraftIndex draft, double points) {
    const auto same = std::ranges::find_if(found, [&](const Found& other) { return discourse_.clusters.same(other.draft, draft); });
    if (same == found.end()) found.push_back({draft, points});
    else if (points > same->points) *same = {draft, points};
  });
  std::ranges::stable_sort(found, [](const Found& a, const Found& b) { return a.points > b.points; });
  if (found.size() > count) found.resize(count);
  std::vector<DraftIndex> drafts;
  for (const Found& one : found) drafts.push_back(one.draft);
  std::ranges::sort(drafts);
  return drafts;
}

}  // namespace annalist
