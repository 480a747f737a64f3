// How two phrases stand to each other in their trees, as features.
#include <algorithm>
#include <array>

#include "annalist/understand/actors/feature_hash.h"
#include "annalist/understand/actors/pair_features.h"

namespace annalist {

// 0 none, 1 the candidate holds the anaphor, 2 as its possessor, 3 the anaphor holds the candidate, 4 as its possessor.
int PairFeatures::nesting(const Phrase& anaphor, const Phrase& candidate) const {
  if (candidate.tokens.contains(anaphor.head)) return anaphor.governor == candidate.head && anaphor.role == PhraseRole::kPossessor ? 2 : 1;
  if (anaphor.tokens.contains(candidate.head))
    return candidate.governor == anaphor.head && candidate.role == PhraseRole::kPossessor ? 4 : 3;
  return 0;
}

// 0 nothing, 1 another sentence, 2 under the same governor, 3 the same with a reflexive, 4 apposition, 5 copula, 6 the candidate is the
// subject of a clause around the anaphor, 7 its governor stands over the anaphor.
int PairFeatures::syntax(const Phrase& anaphor, const Phrase& candidate) const {
  if (anaphor.sentence != candidate.sentence) return 1;
  if (token(anaphor.head).head == candidate.head && anaphor.role == PhraseRole::kApposition) return 4;
  if (token(candidate.head).head == anaphor.head && candidate.role == PhraseRole::kSubject) return 5;
  if (anaphor.governor != kNoToken && anaphor.governor == candidate.governor) return anaphor.reflexive ? 3 : 2;
  TokenIndex up = anaphor.governor;
  for (int steps = 0; steps < 10 && up != kNoToken; ++steps, up = token(up).head) {
    if (up != candidate.governor) continue;
    return is_subject(candidate) ? 6 : 7;
  }
  return 0;
}

// The relations from the one head up to the word over both, and down to the other, as one number.
uint32_t PairFeatures::path(const Phrase& anaphor, const Phrase& candidate) const {
  constexpr int kLongest = 12;
  std::array<TokenIndex, kLongest> up;
  int length = 0;
  for (TokenIndex t = anaphor.head; t != kNoToken && length < kLongest; t = token(t).head) up[static_cast<size_t>(length++)] = t;
  const auto end = up.begin() + length;
  auto meet = end;
  uint32_t down = feature_hash("<");
  TokenIndex t = candidate.head;
  for (int steps = 0; t != kNoToken && steps < kLongest && (meet = std::find(up.begin(), end, t)) == end; ++steps, t = token(t).head) {
    down = feature_hash(base_relation(token(t).deprel), down);
  }
  if (meet == end) return feature_hash("far");
  for (auto at = up.begin(); at != meet; ++at) down = feature_hash(base_relation(token(*at).deprel), feature_hash(">", down));
  return down;
}

// The candidate's part in the anaphor's own clause: 1 its subject, 2 by a relative pronoun, 3 unspoken, 4 its object, 5 else; in the next
// clause around: 6 subject, 7 object; 8 subject farther around; 9 elsewhere in the sentence; in another: 10 its main subject, 11 else.
// 0 where the anaphor is in no clause.
int PairFeatures::standing_in_clauses(const Phrase& anaphor, const Phrase& candidate) const {
  constexpr int kLevels = 4;
  if (anaphor.sentence != candidate.sentence) {
    const bool main = candidate.governor != kNoToken && token(candidate.governor).head == kNoToken;
    return main && clauses_.subject(candidate.governor).token == candidate.head ? 10 : 11;
  }
  TokenIndex clause = clauses_.around(anaphor.head);
  if (clause == kNoToken) return 0;
  for (int level = 0; level < kLevels && clause != kNoToken; ++level, clause = clauses_.around(clause)) {
    const ClauseSubject& subject = clauses_.subject(clause);
    if (subject.how != SubjectHow::kNobody && subject.token == candidate.head) {
      return level == 0 ? static_cast<int>(subject.how) : level == 1 ? 6 : 8;
    }
    if (candidate.governor != clause || level > 1) continue;
    if (candidate.role == PhraseRole::kObject) return level == 0 ? 4 : 7;
    if (level == 0) return 5;
  }
  return 9;
}

bool PairFeatures::in_main_clause(const Phrase& phrase) const {
  return phrase.governor != kNoToken && base_relation(token(phrase.governor).deprel) == "root";
}

}  // namespace annalist
