#include "annalist/understand/actors/partitives.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace annalist {
namespace {

constexpr std::array<std::string_view, 42> kQuantities = {
    "all",      "another", "any",     "array", "both",    "bulk",    "couple", "dozen",    "each",     "either", "few",
    "fraction", "half",    "handful", "host",  "hundred", "kind",    "lot",    "lots",     "majority", "many",   "million",
    "minority", "most",    "neither", "none",  "number",  "one",     "pair",   "part",     "percent",  "plenty", "portion",
    "quarter",  "range",   "rest",    "score", "series",  "several", "some",   "thousand", "variety"};
static_assert(std::ranges::is_sorted(kQuantities));

}  // namespace

TokenIndex of_phrase(const Reading& reading, const Children& children, TokenIndex token) {
  for (TokenIndex child : children.of(token)) {
    const Token& noun = reading.tokens[static_cast<size_t>(child)];
    const std::string_view relation = base_relation(noun.deprel);
    if (child < token || (relation != "nmod" && relation != "obl")) continue;
    for (TokenIndex marker : children.of(child)) {
      const Token& word = reading.tokens[static_cast<size_t>(marker)];
      if (word.deprel == "case" && (word.lemma == "of" || word.form == "of")) return child;
    }
  }
  return kNoToken;
}

bool is_partitive(const Reading& reading, const Children& children, TokenIndex token) {
  const Token& word = reading.tokens[static_cast<size_t>(token)];
  const bool quantity = word.upos == Upos::kNum || std::ranges::binary_search(kQuantities, std::string_view(word.lemma));
  return quantity && of_phrase(reading, children, token) != kNoToken;
}

}  // namespace annalist
