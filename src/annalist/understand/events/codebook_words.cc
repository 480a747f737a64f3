#include "annalist/understand/events/codebook_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace annalist {
namespace {

constexpr std::array<std::string_view, 6> kTypeKeys = {"quad", "cameo", "gloss", "modes", "announced", "refused"};
constexpr std::array<std::string_view, 18> kPatternKeys = {"verb",   "noun",      "adjective", "actor",   "recipient", "when",
                                                           "unless", "cameo",     "mode",      "context", "mutual",    "public",
                                                           "needs",  "announced", "refused",   "example", "not",       "type"};
constexpr std::array<std::string_view, 40> kContexts = {"military",
                                                        "intelligence",
                                                        "diplomatic",
                                                        "resource",
                                                        "culture",
                                                        "disease",
                                                        "disaster",
                                                        "economic",
                                                        "environment",
                                                        "crime",
                                                        "corruption",
                                                        "terrorism",
                                                        "cyber",
                                                        "cbrn",
                                                        "historical",
                                                        "hypothetical",
                                                        "human_rights",
                                                        "human_security",
                                                        "humanitarian",
                                                        "peacekeeping",
                                                        "legal",
                                                        "legislative",
                                                        "executive",
                                                        "election",
                                                        "political_institutions",
                                                        "pro_democracy",
                                                        "pro_autocracy",
                                                        "rights_freedoms",
                                                        "religion_ethnicity",
                                                        "reparation",
                                                        "territory",
                                                        "asylum",
                                                        "refugee",
                                                        "migration",
                                                        "technology",
                                                        "lgbt",
                                                        "women",
                                                        "democracy",
                                                        "media",
                                                        "infrastructure"};
constexpr std::array<std::string_view, 10> kRelations = {
    "subject", "object", "iobject", "possessive", "modifier", "complement", "complement subject", "place", "speaker", "purpose"};
constexpr std::array<std::string_view, 52> kPrepositions = {
    "about",  "above",      "across",  "after",       "against",    "along",     "alongside", "among",  "around",  "as",      "at",
    "before", "behind",     "between", "beyond",      "by",         "during",    "for",       "from",   "in",      "inside",  "into",
    "near",   "of",         "off",     "on",          "onto",       "out",       "outside",   "over",   "past",    "through", "to",
    "toward", "towards",    "under",   "until",       "upon",       "via",       "with",      "within", "without", "versus",  "amid",
    "out of", "because of", "next to", "in front of", "along with", "away from", "up to",     "back to"};
struct FillerName {
  std::string_view name;
  FillerKind kind;
};
constexpr std::array<FillerName, 15> kFillers = {{{"cooperation", FillerKind::kCooperation},
                                                  {"conflict", FillerKind::kConflict},
                                                  {"event", FillerKind::kEvent},
                                                  {"money", FillerKind::kMoney},
                                                  {"people", FillerKind::kPeople},
                                                  {"actor", FillerKind::kActor},
                                                  {"state", FillerKind::kState},
                                                  {"person", FillerKind::kPerson},
                                                  {"organization", FillerKind::kOrganization},
                                                  {"group", FillerKind::kGroup},
                                                  {"armed", FillerKind::kArmed},
                                                  {"place", FillerKind::kPlace},
                                                  {"infinitive", FillerKind::kInfinitive},
                                                  {"any", FillerKind::kPresent},
                                                  {"none", FillerKind::kAbsent}}};

}  // namespace

std::span<const std::string_view> codebook_type_keys() { return kTypeKeys; }
std::span<const std::string_view> codebook_pattern_keys() { return kPatternKeys; }
std::span<const std::string_view> codebook_contexts() { return kContexts; }
std::span<const std::string_view> codebook_relations() { return kRelations; }

std::optional<Term> term_by_name(std::string_view name) {
  for (size_t i = 0; i < kRelations.size(); ++i) {
    if (kRelations[i] != name) continue;
    constexpr TermKind kKinds[] = {TermKind::kSubject,  TermKind::kObject,     TermKind::kIndirect,          TermKind::kPossessive,
                                   TermKind::kModifier, TermKind::kComplement, TermKind::kComplementSubject, TermKind::kPlace,
                                   TermKind::kSpeaker,  TermKind::kPurpose};
    return Term{kKinds[i], {}};
  }
  if (std::find(kPrepositions.begin(), kPrepositions.end(), name) != kPrepositions.end())
    return Term{TermKind::kPreposition, std::string(name)};
  return std::nullopt;
}

std::string term_name(const Term& term) {
  switch (term.kind) {
    case TermKind::kSubject: return "subject";
    case TermKind::kObject: return "object";
    case TermKind::kIndirect: return "iobject";
    case TermKind::kPreposition: return term.preposition;
    case TermKind::kPossessive: return "possessive";
    case TermKind::kModifier: return "modifier";
    case TermKind::kComplement: return "complement";
    case TermKind::kComplementSubject: return "complement subject";
    case TermKind::kPlace: return "place";
    case TermKind::kSpeaker: return "speaker";
    case TermKind::kPurpose: return "purpose";
  }
  return {};
}

std::optional<FillerKind> filler_by_name(std::string_view name) {
  for (const FillerName& filler : kFillers)
    if (filler.name == name) return filler.kind;
  return std::nullopt;
}

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string suggestion(std::string_view word, std::span<const std::string_view> words) {
  std::string_view best;
  int distance = static_cast<int>(word.size()) / 3 + 1;
  for (const std::string_view candidate : words) {
    const int d = edit_distance(word, candidate);
    if (d <= distance && (best.empty() || d < distance)) {
      best = candidate;
      distance = d;
    }
  }
  return best.empty() ? std::string() : " (did you mean '" + std::string(best) + "'?)";
}

}  // namespace annalist
