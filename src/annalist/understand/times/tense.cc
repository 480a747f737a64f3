#include "annalist/understand/times/tense.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace annalist {
namespace {

// Verbs and adjectives whose infinitive lies ahead of them: "is due to meet", "plans to visit", "is scheduled
// for Friday".
constexpr std::array<std::string_view, 22> kAhead = {"plan",   "expect", "schedule", "set",     "due",       "intend", "slate", "hope",
                                                     "go",     "aim",    "prepare",  "promise", "vow",       "pledge", "agree", "poise",
                                                     "likely", "want",   "arrange",  "propose", "scheduled", "seek"};

bool looks_ahead(std::string_view lemma) { return std::find(kAhead.begin(), kAhead.end(), lemma) != kAhead.end(); }

const Token& at(const Reading& reading, TokenIndex token) { return reading.tokens[static_cast<size_t>(token)]; }

struct Clause {
  bool will = false, have = false, to = false, modal = false, passive = false;
  std::string_view auxiliary_tense;
};

Clause clause_of(const Reading& reading, TokenRange sentence, TokenIndex verb) {
  Clause clause;
  for (TokenIndex t = sentence.begin; t < sentence.end; ++t) {
    const Token& word = at(reading, t);
    if (word.head != verb) continue;
    const std::string_view relation = base_relation(word.deprel);
    if (relation == "mark" && word.lemma == "to") clause.to = true;
    if (word.deprel == "aux:pass") clause.passive = true;
    if (relation != "aux" && relation != "cop") continue;
    if (word.lemma == "will" || word.lemma == "shall" || word.lemma == "wo" || word.lemma == "'ll") clause.will = true;
    else if (word.lemma == "have") clause.have = true;
    else if (feature(word, "VerbForm") == "Fin" && feature(word, "Tense").empty()) clause.modal = true;
    if (!feature(word, "Tense").empty() && feature(word, "VerbForm") != "Part") clause.auxiliary_tense = feature(word, "Tense");
  }
  return clause;
}

Outlook of_clause(const Token& verb, const Clause& clause) {
  if (clause.will || (feature(verb, "Mood") == "Imp" && clause.auxiliary_tense.empty())) return Outlook::kFuture;
  // A definite time does not go with a present perfect ("has secured"): it belongs to some other clause.
  if (clause.have) return clause.auxiliary_tense == "Past" ? Outlook::kPast : Outlook::kUnknown;
  if (clause.modal || clause.to) return Outlook::kUnknown;  // "to be unveiled": its participle looks nowhere
  if (clause.auxiliary_tense == "Past") return Outlook::kPast;
  if (clause.auxiliary_tense == "Pres") return Outlook::kPresent;
  const std::string_view tense = feature(verb, "Tense");
  if (tense == "Past") return Outlook::kPast;
  if (tense == "Pres") return Outlook::kPresent;
  return Outlook::kUnknown;
}

// Without a tree: a "will" or a past verb before the word, the nearest deciding.
Outlook by_neighbours(const Reading& reading, TokenRange sentence, TokenIndex token) {
  for (TokenIndex t = token - 1; t >= sentence.begin; --t) {
    const Token& word = at(reading, t);
    if (word.lemma == "will" && word.upos == Upos::kAux) return Outlook::kFuture;
    if (word.upos == Upos::kVerb && feature(word, "Tense") == "Past") return Outlook::kPast;
  }
  return Outlook::kUnknown;
}

}  // namespace

Outlook outlook_of(const Reading& reading, TokenIndex token) {
  const TokenRange sentence = reading.sentences[static_cast<size_t>(sentence_of(reading, token))].tokens;
  bool tree = false;
  bool infinitive = false;
  TokenIndex t = token;
  for (int step = 0; step < 40 && t != kNoToken; ++step) {
    const Token& word = at(reading, t);
    if (word.head != kNoToken) tree = true;
    const Clause clause = clause_of(reading, sentence, t);
    const bool predicate = word.upos == Upos::kVerb || !clause.auxiliary_tense.empty() || clause.will || clause.modal;
    if (infinitive && looks_ahead(word.lemma)) return Outlook::kFuture;
    if (predicate && t != token) {
      if (word.upos == Upos::kVerb || word.upos == Upos::kAdj) {
        if (looks_ahead(word.lemma) && !infinitive && clause.auxiliary_tense == "Pres") return Outlook::kFuture;
      }
      if (clause.to && clause.passive && base_relation(word.deprel) == "acl") return Outlook::kFuture;  // "a vote to be held on May 9"
      const Outlook outlook = of_clause(word, clause);
      if (outlook != Outlook::kUnknown) return outlook;
      if (clause.to || feature(word, "VerbForm") == "Inf") infinitive = true;
    }
    if (word.upos == Upos::kNoun && looks_ahead(word.lemma)) infinitive = true;
    t = word.head;
  }
  if (tree && infinitive) return Outlook::kFuture;  // a headline: "Markets to stay closed until Friday"
  return tree ? Outlook::kUnknown : by_neighbours(reading, sentence, token);
}

}  // namespace annalist
