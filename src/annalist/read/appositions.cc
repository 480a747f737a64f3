#include "annalist/read/appositions.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace annalist {
namespace {

// The entity that holds each token, or nullptr.
std::vector<const Entity*> entity_of_token(const Reading& reading) {
  std::vector<const Entity*> holder(reading.tokens.size(), nullptr);
  for (const Entity& entity : reading.entities) {
    for (TokenIndex t = entity.tokens.begin; t < entity.tokens.end; ++t) holder[static_cast<size_t>(t)] = &entity;
  }
  return holder;
}

// Common nouns that name bodies, never a person.
constexpr std::array<std::string_view, 42> kBodies = {
    "agency",     "alliance", "army",       "association", "authority", "board",        "branch",       "brigade",    "bureau",
    "cabinet",    "chamber",  "commission", "committee",   "company",   "congress",     "council",      "country",    "court",
    "department", "division", "faction",    "federation",  "force",     "front",        "government",   "group",      "ministry",
    "mission",    "movement", "navy",       "office",      "operation", "organisation", "organization", "parliament", "party",
    "police",     "region",   "service",    "state",       "union",     "wing"};
static_assert(std::ranges::is_sorted(kBodies));

// The token of the entity that hangs outside it.
TokenIndex top_of(const Reading& reading, const Entity& entity) {
  for (TokenIndex t = entity.tokens.begin; t < entity.tokens.end; ++t) {
    if (!entity.tokens.contains(reading.tokens[static_cast<size_t>(t)].head)) return t;
  }
  return kNoToken;
}

}  // namespace

void mend_appositions(Reading& reading) {
  const std::vector<const Entity*> holder = entity_of_token(reading);
  const auto token = [&](TokenIndex t) -> Token& { return reading.tokens[static_cast<size_t>(t)]; };
  const auto names_body = [&](TokenIndex t) {
    const Entity* around = holder[static_cast<size_t>(t)];
    if (around == nullptr) return token(t).upos == Upos::kNoun && std::ranges::binary_search(kBodies, std::string_view(token(t).lemma));
    return around->kind != EntityKind::kPerson && around->kind != EntityKind::kOther;
  };
  for (const Entity& entity : reading.entities) {
    if (entity.kind != EntityKind::kPerson) continue;
    const TokenIndex name = top_of(reading, entity);
    if (name == kNoToken || base_relation(token(name).deprel) != "appos") continue;
    TokenIndex up = token(name).head;
    while (up != kNoToken && names_body(up) && base_relation(token(up).deprel) == "nmod") up = token(up).head;
    const bool found = up != kNoToken && holder[static_cast<size_t>(up)] == nullptr && token(up).upos == Upos::kNoun && up < name;
    if (found) token(name).head = up;
  }
}

}  // namespace annalist
