#include "annalist/understand/actors/clauses.h"

#include <string_view>

namespace annalist {
namespace {

constexpr int kDeepest = 6;  // clauses that hang on each other for one subject

class Finder {
 public:
  Finder(const Reading& reading, const Children& children) : reading_(reading), children_(children) {}

  ClauseSubject find(TokenIndex predicate, int depth) const {
    const Token& verb = token(predicate);
    const std::string_view relation = base_relation(verb.deprel);
    if (const TokenIndex spoken = child(predicate, "nsubj"); spoken != kNoToken) {
      const bool relative = relation == "acl" && verb.head != kNoToken && feature(token(spoken), "PronType") == "Rel";
      return relative ? ClauseSubject{verb.head, SubjectHow::kRelative} : ClauseSubject{spoken, SubjectHow::kSpoken};
    }
    if (verb.head == kNoToken || depth == kDeepest) return {};
    if (relation == "acl" && feature(verb, "VerbForm") != "Inf") return {verb.head, SubjectHow::kImplied};
    if (relation == "xcomp") {
      for (const std::string_view role : {"obj", "iobj"}) {
        if (const TokenIndex asked = child(verb.head, role); asked != kNoToken && asked != predicate) return {asked, SubjectHow::kImplied};
      }
    }
    if (relation != "xcomp" && relation != "advcl" && relation != "conj") return {};
    ClauseSubject shared = find(verb.head, depth + 1);
    if (shared.how == SubjectHow::kSpoken) shared.how = SubjectHow::kImplied;
    return shared;
  }

 private:
  const Token& token(TokenIndex index) const { return reading_.tokens[static_cast<size_t>(index)]; }
  TokenIndex child(TokenIndex of, std::string_view relation) const {
    for (TokenIndex one : children_.of(of)) {
      if (base_relation(token(one).deprel) == relation) return one;
    }
    return kNoToken;
  }

  const Reading& reading_;
  const Children& children_;
};

}  // namespace

Clauses::Clauses(const Reading& reading, const Children& children)
    : around_(reading.tokens.size(), kNoToken), subjects_(reading.tokens.size()) {
  const std::vector<bool> heads = predicates(reading);
  const Finder finder(reading, children);
  for (size_t t = 0; t < reading.tokens.size(); ++t) {
    TokenIndex up = reading.tokens[t].head;
    while (up != kNoToken && !heads[static_cast<size_t>(up)]) up = reading.tokens[static_cast<size_t>(up)].head;
    around_[t] = up;
    if (heads[t]) subjects_[t] = finder.find(static_cast<TokenIndex>(t), 0);
  }
}

}  // namespace annalist
