// Clauses: in which one each word stands, and who its subject is, also where a relative pronoun stands for it or nobody says it: "Havik,
// who left his house", "she asked him to bring his book", "he went home and found his door open".
#pragma once

#include <vector>

#include "annalist/read/reading.h"

namespace annalist {

enum class SubjectHow : uint8_t { kNobody, kSpoken, kRelative, kImplied };

struct ClauseSubject {
  TokenIndex token = kNoToken;  // its head; of a relative clause the noun that the clause is about
  SubjectHow how = SubjectHow::kNobody;
};

class Clauses {
 public:
  Clauses(const Reading& reading, const Children& children);

  // The head of the clause that the word stands in, the word itself left out; kNoToken for the head of a sentence.
  TokenIndex around(TokenIndex token) const { return around_[static_cast<size_t>(token)]; }
  // REQUIRES: the token heads a clause. Otherwise there is none.
  const ClauseSubject& subject(TokenIndex predicate) const { return subjects_[static_cast<size_t>(predicate)]; }

 private:
  std::vector<TokenIndex> around_;
  std::vector<ClauseSubject> subjects_;
};

}  // namespace annalist
