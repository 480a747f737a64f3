#include "annalist/understand/events/status_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace annalist {
namespace {

struct Entry {
  std::string_view lemma;
  StatusHint hint;
};
using H = StatusHint;

constexpr auto kGovernors = std::to_array<Entry>({
    {"about", H::kPlanned},      {"poised", H::kPlanned},      {"slate", H::kPlanned},        {"struggle", H::kPossible},
    {"able", H::kPossible},      {"advise", H::kRequested},    {"agree", H::kPlanned},        {"aim", H::kPlanned},
    {"ask", H::kRequested},      {"attempt", H::kPossible},    {"avert", H::kDenied},         {"avoid", H::kDenied},
    {"await", H::kPlanned},      {"beg", H::kRequested},       {"call", H::kRequested},       {"commit", H::kPromised},
    {"committed", H::kPromised}, {"consider", H::kPossible},   {"contemplate", H::kPossible}, {"continue", H::kOngoing},
    {"decide", H::kPlanned},     {"decline", H::kRefused},     {"demand", H::kRequested},     {"deny", H::kDenied},
    {"design", H::kPlanned},     {"disprove", H::kDenied},     {"dispute", H::kDenied},       {"due", H::kPlanned},
    {"eager", H::kPossible},     {"encourage", H::kRequested}, {"envisage", H::kPlanned},     {"expect", H::kPlanned},
    {"fail", H::kDenied},        {"fear", H::kPossible},       {"forbid", H::kDenied},        {"go", H::kPlanned},
    {"invite", H::kRequested},   {"hope", H::kPossible},       {"impossible", H::kDenied},    {"instruct", H::kRequested},
    {"intend", H::kPlanned},     {"keep", H::kOngoing},        {"likely", H::kPossible},      {"mull", H::kPossible},
    {"need", H::kRequested},     {"oblige", H::kRequested},    {"offer", H::kPromised},       {"order", H::kRequested},
    {"plan", H::kPlanned},       {"pledge", H::kPromised},     {"possible", H::kPossible},    {"predict", H::kPossible},
    {"prepare", H::kPlanned},    {"prepared", H::kPlanned},    {"press", H::kRequested},      {"prevent", H::kDenied},
    {"promise", H::kPromised},   {"propose", H::kPossible},    {"ready", H::kPlanned},        {"refuse", H::kRefused},
    {"refute", H::kDenied},      {"reject", H::kRefused},      {"request", H::kRequested},    {"require", H::kRequested},
    {"schedule", H::kPlanned},   {"seek", H::kPossible},       {"set", H::kPlanned},          {"suggest", H::kPossible},
    {"suspect", H::kPossible},   {"tell", H::kRequested},      {"think", H::kPossible},       {"threaten", H::kPossible},
    {"try", H::kPossible},       {"unable", H::kDenied},       {"unlikely", H::kPossible},    {"unwilling", H::kRefused},
    {"urge", H::kRequested},     {"vow", H::kPromised},        {"want", H::kPossible},        {"warn", H::kPossible},
    {"weigh", H::kPossible},     {"willing", H::kPromised},    {"wish", H::kPossible},
});

constexpr auto kNouns = std::to_array<Entry>({
    {"accusation", H::kPossible}, {"allegation", H::kPossible},
    {"brink", H::kPossible},      {"bid", H::kPossible},
    {"pretext", H::kPossible},    {"rumor", H::kPossible},
    {"rumour", H::kPossible},     {"speculation", H::kPossible},
    {"verge", H::kPossible},      {"absence", H::kDenied},
    {"agreement", H::kPlanned},   {"appeal", H::kRequested},
    {"attempt", H::kPossible},    {"call", H::kRequested},
    {"chance", H::kPossible},     {"concern", H::kPossible},
    {"danger", H::kPossible},     {"decision", H::kPlanned},
    {"demand", H::kRequested},    {"denial", H::kDenied},
    {"effort", H::kPossible},     {"end", H::kFact},
    {"fear", H::kPossible},       {"hope", H::kPossible},
    {"idea", H::kPossible},       {"intention", H::kPlanned},
    {"lack", H::kDenied},         {"likelihood", H::kPossible},
    {"offer", H::kPromised},      {"option", H::kPossible},
    {"order", H::kRequested},     {"plan", H::kPlanned},
    {"pledge", H::kPromised},     {"plot", H::kPossible},
    {"conspiracy", H::kPossible}, {"possibility", H::kPossible},
    {"preparation", H::kPlanned}, {"promise", H::kPromised},
    {"proposal", H::kPossible},   {"prospect", H::kPossible},
    {"readiness", H::kPromised},  {"refusal", H::kRefused},
    {"request", H::kRequested},   {"right", H::kPossible},
    {"risk", H::kPossible},       {"suspicion", H::kPossible},
    {"threat", H::kPossible},     {"vow", H::kPromised},
    {"warning", H::kPossible},    {"willingness", H::kPromised},
});

constexpr auto kModifiers = std::to_array<Entry>({
    {"alleged", H::kPossible},      {"allegedly", H::kPossible},  {"allege", H::kPossible},     {"apparent", H::kPossible},
    {"continued", H::kOngoing},     {"continuing", H::kOngoing},  {"eventual", H::kPossible},   {"expected", H::kPlanned},
    {"feared", H::kPossible},       {"foiled", H::kDenied},       {"forthcoming", H::kPlanned}, {"future", H::kPlanned},
    {"hypothetical", H::kPossible}, {"imminent", H::kPossible},   {"intended", H::kPlanned},    {"likely", H::kPossible},
    {"maybe", H::kPossible},        {"ongoing", H::kOngoing},     {"pending", H::kPlanned},     {"perhaps", H::kPossible},
    {"planned", H::kPlanned},       {"possible", H::kPossible},   {"possibly", H::kPossible},   {"potential", H::kPossible},
    {"potentially", H::kPossible},  {"presumably", H::kPossible}, {"probable", H::kPossible},   {"probably", H::kPossible},
    {"proposed", H::kPossible},     {"purported", H::kPossible},  {"scheduled", H::kPlanned},   {"so-called", H::kFact},
    {"supposed", H::kPossible},     {"supposedly", H::kPossible}, {"suspected", H::kPossible},  {"threatened", H::kPossible},
    {"upcoming", H::kPlanned},      {"would-be", H::kPossible},
});

constexpr auto kAuxiliaries = std::to_array<Entry>({
    {"can", H::kPossible},
    {"could", H::kPossible},
    {"may", H::kPossible},
    {"might", H::kPossible},
    {"must", H::kRequested},
    {"ought", H::kRequested},
    {"shall", H::kPlanned},
    {"should", H::kRequested},
    {"will", H::kPlanned},
    {"would", H::kPlanned},
    {"'ll", H::kPlanned},
    {"wo", H::kPlanned},
    {"'d", H::kPlanned},
});

StatusHint find(std::span<const Entry> table, std::string_view lemma) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Entry& entry) { return entry.lemma == lemma; });
  return it == table.end() ? StatusHint::kNoHint : it->hint;
}

}  // namespace

StatusHint hint_of_governor(std::string_view lemma) { return find(kGovernors, lemma); }
StatusHint hint_of_noun(std::string_view lemma) { return find(kNouns, lemma); }
StatusHint hint_of_modifier(std::string_view lemma) { return find(kModifiers, lemma); }
StatusHint hint_of_auxiliary(std::string_view lemma) { return find(kAuxiliaries, lemma); }

bool tells_facts(std::string_view lemma) {
  return lemma == "tell" || lemma == "advise" || lemma == "instruct" || lemma == "call" || lemma == "need" || lemma == "go" ||
         lemma == "continue" || lemma == "keep" || lemma == "set";
}

bool is_invariant(std::string_view lemma) {
  static constexpr auto kVerbs =
      std::to_array<std::string_view>({"beat", "bid", "broadcast", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit",
                                       "rid", "set", "shut", "split", "spread", "thrust", "upset"});
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

bool is_lasting(std::string_view lemma) {
  return lemma == "blockade" || lemma == "siege" || lemma == "occupation" || lemma == "encirclement";
}

bool is_negation(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "never" || lemma == "neither" || lemma == "hardly" || lemma == "no";
}

}  // namespace annalist
