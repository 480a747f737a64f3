#include "annalist/understand/actors/noun_phrase.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/utf8.h"

namespace annalist {
namespace {

size_t at(TokenIndex token) { return static_cast<size_t>(token); }

// Children of the head itself that are no part of its phrase.
constexpr std::array<std::string_view, 19> kOutside = {"advcl", "appos", "aux",   "aux:pass", "case",      "cc",         "ccomp",
                                                       "conj",  "cop",   "csubj", "dep",      "discourse", "dislocated", "expl",
                                                       "list",  "mark",  "nsubj", "obl",      "parataxis"};
static_assert(std::ranges::is_sorted(kOutside));

bool outside(const Reading& reading, TokenIndex child, TokenIndex head) {
  const Token& word = reading.tokens[at(child)];
  if (word.deprel == "punct") return true;
  if (word.deprel == "acl:relcl" || word.deprel == "nsubj:pass" || word.deprel == "nsubj:outer" || word.deprel == "vocative") return true;
  if (word.deprel == "flat" && child > head && word.upos == Upos::kPropn && reading.tokens[at(head)].upos == Upos::kNoun) return true;
  if (word.deprel == "advmod") return child > head;
  if (word.deprel == "acl" && child > 0 && reading.tokens[at(child - 1)].upos == Upos::kPart) return true;  // "a plan to leave"
  if (word.deprel == "advcl:relcl" || word.deprel == "cc:preconj" || word.deprel == "nmod:unmarked") return true;
  return std::ranges::binary_search(kOutside, base_relation(word.deprel));
}

// A circumstance that the tree hangs on the noun: "the government on Sunday", "its troops to Lebanon", "the country after the war".
bool is_circumstance(const Reading& reading, const Children& children, TokenIndex child, TokenIndex head) {
  constexpr std::array<std::string_view, 9> kTimes = {"after",     "amid", "before", "despite", "during",
                                                      "following", "into", "since",  "until"};
  const Token& word = reading.tokens[at(child)];
  if (child < head || (base_relation(word.deprel) != "nmod" && base_relation(word.deprel) != "obl")) return false;
  if (weekday_by_name(word.form) != 0 || month_by_name(word.form) != 0) return true;
  for (TokenIndex marker : children.of(child)) {
    if (marker > child || reading.tokens[at(marker)].deprel != "case") continue;
    const std::string preposition = to_lower(reading.tokens[at(marker)].form);
    if (std::ranges::binary_search(kTimes, std::string_view(preposition))) return true;
    if (preposition == "to") return !has_addressee(lower_lemma(reading.tokens[at(head)]));
  }
  return false;
}

// Marks the subtree under a token; sane trees are shallow, so recursion depth is bounded by the sentence.
void mark_subtree(const Children& children, TokenIndex top, TokenIndex origin, std::vector<char>& inside) {
  std::vector<TokenIndex> stack = {top};
  while (!stack.empty()) {
    const TokenIndex token = stack.back();
    stack.pop_back();
    const ptrdiff_t slot = token - origin;
    if (slot < 0 || slot >= static_cast<ptrdiff_t>(inside.size())) continue;
    inside[static_cast<size_t>(slot)] = 1;
    for (TokenIndex child : children.of(token)) stack.push_back(child);
  }
}

// Whether what a child heads is parted from the head by a comma, dash or bracket: "the agency, quoting officials".
bool is_parted(const Reading& reading, const Children& children, TokenIndex child) {
  TokenIndex first = child;
  for (int steps = 0; steps < 20; ++steps) {
    const Children::View below = children.of(first);
    if (below.empty() || *below.begin() >= first) break;
    first = *below.begin();
  }
  const auto parts = [&](TokenIndex token) {
    const std::string& form = reading.tokens[at(token)].form;
    return form == "," || form == "(" || form == "–" || form == "—" || form == "[" || form == ";" || form == ":";
  };
  return parts(first) || (first > 0 && parts(first - 1));
}

constexpr TokenIndex kReach = 40;  // a phrase goes no farther from its head than this

bool is_bracket(const Token& token) { return token.form == "(" || token.form == ")" || token.form == "[" || token.form == "]"; }

// A comma ends the phrase unless a list goes on: "ministers of Iran, Syria and Iraq".
bool ends_here(const Reading& reading, TokenIndex token) {
  const std::string& form = reading.tokens[at(token)].form;
  if (form == ";" || form == ":" || form == "–" || form == "—" || is_bracket(reading.tokens[at(token)])) return true;
  if (form != ",") return false;
  const TokenIndex next = token + 1;
  if (next >= static_cast<TokenIndex>(reading.tokens.size())) return true;
  const Upos upos = reading.tokens[at(next)].upos;
  return upos != Upos::kNoun && upos != Upos::kPropn && upos != Upos::kAdj && upos != Upos::kNum;
}

TokenRange grow(const Reading& reading, TokenIndex head, TokenIndex origin, const std::vector<char>& inside) {
  const auto in = [&](TokenIndex token) {
    return token >= origin && token < origin + static_cast<TokenIndex>(inside.size()) && inside[at(token - origin)] != 0;
  };
  const auto punct = [&](TokenIndex token) { return reading.tokens[at(token)].upos == Upos::kPunct; };
  TokenRange range{head, head + 1};
  while (in(range.begin - 1) && !is_bracket(reading.tokens[at(range.begin - 1)])) --range.begin;
  while (in(range.end) && !ends_here(reading, range.end)) ++range.end;
  while (range.begin < head && punct(range.begin)) ++range.begin;
  while (range.end > head + 1 && punct(range.end - 1)) --range.end;
  return range;
}

}  // namespace

bool has_addressee(std::string_view lemma) {
  return lemma.starts_with("ambassador") || lemma.starts_with("envoy") || lemma.starts_with("advis") ||
         lemma.starts_with("representative") || lemma.starts_with("heir") || lemma == "emissary" || lemma == "successor" || lemma == "aide";
}

TokenRange noun_phrase(const Reading& reading, const Children& children, TokenIndex head) {
  const TokenIndex origin = std::max<TokenIndex>(0, head - kReach);
  const TokenIndex end = std::min<TokenIndex>(static_cast<TokenIndex>(reading.tokens.size()), head + kReach);
  std::vector<char> inside(at(end - origin), 0);
  inside[at(head - origin)] = 1;
  for (TokenIndex child : children.of(head)) {
    if (outside(reading, child, head) || is_circumstance(reading, children, child, head)) continue;
    if ((child > head && is_parted(reading, children, child))) continue;
    mark_subtree(children, child, origin, inside);
  }
  // Hyphens and quotation marks inside the phrase hang on its words: "a 'senior' official", "Iran-backed groups".
  for (TokenIndex child : children.of(head)) {
    if (reading.tokens[at(child)].deprel != "punct" || child < origin || child >= end) continue;
    const bool between = child > origin && child + 1 < end && inside[at(child - 1 - origin)] != 0 && inside[at(child + 1 - origin)] != 0;
    if (between && child < head) inside[at(child - origin)] = 1;
  }
  return grow(reading, head, origin, inside);
}

TokenRange title_phrase(const Reading& reading, const Children& children, TokenIndex title, TokenIndex name_head) {
  const TokenIndex origin = std::max<TokenIndex>(0, title - kReach);
  std::vector<char> inside(at(title + 1 - origin), 0);
  mark_subtree(children, title, origin, inside);
  for (TokenIndex child : children.of(name_head)) {
    if (child < title && !outside(reading, child, name_head)) mark_subtree(children, child, origin, inside);
  }
  return grow(reading, title, origin, inside);
}

Determiner determiner_of(const Reading& reading, const Children& children, TokenIndex head) {
  for (TokenIndex child : children.of(head)) {
    if (child > head) break;
    const Token& word = reading.tokens[at(child)];
    const std::string lemma = lower_lemma(word);
    if (word.deprel == "nmod:poss") return Determiner::kPossessive;
    if (word.deprel == "nummod") return Determiner::kQuantity;
    if (base_relation(word.deprel) != "det") continue;
    if (lemma == "the") return Determiner::kDefinite;
    if (lemma == "a" || lemma == "an" || lemma == "another") return Determiner::kIndefinite;
    if (lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those") return Determiner::kDemonstrative;
    return Determiner::kQuantity;
  }
  return Determiner::kBare;
}

bool has_modifier(const Reading& reading, const Children& children, TokenIndex head) {
  for (TokenIndex child : children.of(head)) {
    const std::string_view relation = base_relation(reading.tokens[at(child)].deprel);
    if (relation == "amod" || relation == "compound" || relation == "nmod" || relation == "acl") return true;
  }
  return false;
}

}  // namespace annalist
