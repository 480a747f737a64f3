// Antecedents by salience: which earlier noun phrase an anaphor means, by agreement, binding, recency and grammatical role. The factors
// follow Lappin and Leass (1994); the weights were set on the training parts of OntoGUM and GAP, never on their dev parts.
#pragma once

#include <functional>
#include <vector>

#include "annalist/understand/actors/discourse.h"

namespace annalist {

// What is known of all drafts of a cluster together; kept up to date as clusters grow.
struct ClusterFacts {
  bool person = false;
  bool body = false;                      // organization, group, state
  Gender gender = Gender::kUnknown;       // as names, titles and nouns tell it
  Gender said_gender = Gender::kUnknown;  // as a pronoun of them tells it
  bool named = false;
  int mentions = 0;
  std::string country;
  KnownIndex known;
};

class Antecedents {
 public:
  explicit Antecedents(Discourse& discourse);

  using Filter = std::function<bool(const Draft&, const ClusterFacts&)>;
  struct Choice {
    DraftIndex draft = kNone;
    double score = 0;
    double runner_up = 0;  // of the best of another cluster
  };
  // The most salient draft before the anaphor, at most `sentences` back, that passes the filter and that grammar allows.
  Choice best(DraftIndex anaphor, int sentences, const Filter& filter) const;

  // The `count` most salient clusters before the anaphor, one draft of each, in text order; fewer when there are not so many.
  std::vector<DraftIndex> best_several(DraftIndex anaphor, size_t count, int sentences, const Filter& filter) const;

  const ClusterFacts& facts(DraftIndex draft) const;
  void unite(DraftIndex a, DraftIndex b);

 private:
  template <class Visit>
  void visit(DraftIndex anaphor, int sentences, const Filter& filter, Visit visitor) const;
  bool is_allowed(const Draft& anaphor, const Draft& candidate) const;
  double score(const Draft& anaphor, const Draft& candidate, const ClusterFacts& facts) const;
  double salience(const Draft& anaphor, const Draft& candidate, const ClusterFacts& facts) const;
  TokenIndex implicit_subject(TokenIndex verb) const;
  bool is_judged(TokenIndex candidate, TokenIndex anaphor) const;
  bool is_asked(TokenIndex verb, TokenIndex candidate) const;
  double reports(const Draft& candidate, const Draft& anaphor) const;
  TokenIndex measuring(TokenIndex token) const;
  bool is_controller(TokenIndex candidate, TokenIndex anaphor) const;
  void absorb(ClusterFacts& facts, const Draft& draft) const;

  Discourse& discourse_;
  std::vector<ClusterFacts> facts_;  // by root
};

}  // namespace annalist
