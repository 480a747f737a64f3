#include "annalist/read/entity_kinds.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <unordered_map>

namespace annalist {
namespace {

constexpr size_t kKinds = 5;

std::string name_of(const Reading& reading, const Entity& entity) {
  std::string name;
  for (TokenIndex t = entity.tokens.begin; t < entity.tokens.end; ++t) name += reading.tokens[static_cast<size_t>(t)].form + '\n';
  return name;
}

}  // namespace

void settle_entity_kinds(Reading& reading, std::span<const float> probabilities) {
  assert(probabilities.size() == reading.entities.size());
  std::unordered_map<std::string, std::array<float, kKinds>> votes;
  std::vector<std::array<float, kKinds>*> of_entity;
  for (size_t i = 0; i < reading.entities.size(); ++i) {
    const Entity& entity = reading.entities[i];
    of_entity.push_back(&votes[name_of(reading, entity)]);
    (*of_entity.back())[static_cast<size_t>(entity.kind)] += probabilities[i];
  }
  for (size_t i = 0; i < reading.entities.size(); ++i) {
    const std::array<float, kKinds>& vote = *of_entity[i];
    reading.entities[i].kind = static_cast<EntityKind>(std::max_element(vote.begin(), vote.end()) - vote.begin());
  }
}

}  // namespace annalist
