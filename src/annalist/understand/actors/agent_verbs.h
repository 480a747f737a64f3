// Verbs of what only persons and bodies do: they say, think, want, decide.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace annalist {

inline bool is_agent_verb(std::string_view lemma) {
  constexpr std::array<std::string_view, 36> kAgentVerbs = {
      "accuse", "add",    "admit", "agree",  "announce", "argue",  "ask",      "believe", "call",    "claim",  "condemn", "confirm",
      "decide", "demand", "deny",  "insist", "know",     "launch", "note",     "pledge",  "promise", "refuse", "reject",  "report",
      "say",    "seek",   "state", "stress", "tell",     "think",  "threaten", "try",     "urge",    "vow",    "want",    "warn"};
  static_assert(std::ranges::is_sorted(kAgentVerbs));
  return std::ranges::binary_search(kAgentVerbs, lemma);
}

}  // namespace annalist
