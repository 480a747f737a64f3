#include "annalist/read/entity_kinds.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

constexpr EntityKind kPerson = EntityKind::kPerson, kPlace = EntityKind::kPlace;

Reading reading_of(const std::vector<std::string>& forms, const std::vector<Entity>& entities) {
  Reading reading;
  for (const std::string& form : forms) {
    Token token;
    token.form = form;
    reading.tokens.push_back(token);
  }
  reading.entities = entities;
  return reading;
}

std::vector<EntityKind> kinds(const Reading& reading) {
  std::vector<EntityKind> found;
  for (const Entity& entity : reading.entities) found.push_back(entity.kind);
  return found;
}

TEST(EntityKinds, ANameIsOfOneKind) {
  Reading reading = reading_of({"Lansing", "Lansing", "Lansing", "Karsa"},
                               {{{0, 1}, {}, kPerson}, {{1, 2}, {}, kPlace}, {{2, 3}, {}, kPerson}, {{3, 4}, {}, kPlace}});
  settle_entity_kinds(reading, std::vector<float>{0.6F, 0.9F, 0.6F, 0.3F});
  EXPECT_EQ(kinds(reading), (std::vector<EntityKind>{kPerson, kPerson, kPerson, kPlace}));
}

TEST(EntityKinds, OneSureMentionOutweighsOneUnsure) {
  Reading reading = reading_of({"Lansing", "Lansing"}, {{{0, 1}, {}, kPerson}, {{1, 2}, {}, kPlace}});
  settle_entity_kinds(reading, std::vector<float>{0.4F, 0.9F});
  EXPECT_EQ(kinds(reading), (std::vector<EntityKind>{kPlace, kPlace}));
}

TEST(EntityKinds, LongerNamesAreOthers) {
  Reading reading = reading_of({"Lansing", "Lansing", "Doe"}, {{{0, 1}, {}, kPlace}, {{1, 3}, {}, kPerson}});
  settle_entity_kinds(reading, std::vector<float>{0.4F, 0.9F});
  EXPECT_EQ(kinds(reading), (std::vector<EntityKind>{kPlace, kPerson}));
}

}  // namespace
}  // namespace annalist
