#include "annalist/read/glued_names.h"

#include <gtest/gtest.h>

#include <sstream>

namespace annalist {
namespace {

// The names, with bars between, that one name of these words is parted into.
std::string parted(EntityKind kind, const std::string& words, Upos upos = Upos::kPropn) {
  Reading reading;
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    Token token;
    token.form = word;
    token.upos = upos;
    reading.tokens.push_back(token);
  }
  const TokenRange all{0, static_cast<TokenIndex>(reading.tokens.size())};
  reading.entities.push_back({all, span_of(reading, all), kind});
  part_glued_names(reading);
  std::string out;
  for (const Entity& entity : reading.entities) {
    EXPECT_EQ(entity.kind, kind);
    if (!out.empty()) out += " |";
    for (TokenIndex t = entity.tokens.begin; t < entity.tokens.end; ++t) {
      out += (out.empty() ? "" : " ") + reading.tokens[static_cast<size_t>(t)].form;
    }
  }
  return out;
}

TEST(GluedNames, PersonsSideBySide) {
  EXPECT_EQ(parted(EntityKind::kPerson, "Monica Havik Robert Lindqvist"), "Monica Havik | Robert Lindqvist");
  EXPECT_EQ(parted(EntityKind::kPerson, "Monica P. Havik Robert Lindqvist Anna Oster"), "Monica P. Havik | Robert Lindqvist | Anna Oster");
}

TEST(GluedNames, OnePersonsLongNames) {
  for (const char* name : {"Robert Paul Lindqvist", "Maria Elena Havik Oster", "Ahmed bin Khalid Osterman", "Robert Havik Martin",
                           "Peter van Thomas Oster", "Robert L. David Oster", "Osterman Havik Robert Lindqvist"}) {
    EXPECT_EQ(parted(EntityKind::kPerson, name), name);
  }
  EXPECT_EQ(parted(EntityKind::kOrganization, "Monica Havik Robert Lindqvist"), "Monica Havik Robert Lindqvist");
}

TEST(GluedNames, PlacesAndWhereTheyLie) {
  EXPECT_EQ(parted(EntityKind::kPlace, "Osterville Florida"), "Osterville | Florida");
  EXPECT_EQ(parted(EntityKind::kPlace, "port osterville ohio"), "port osterville | ohio");
  for (const char* name : {"New Mexico", "Northern Ireland", "Lake Michigan", "Florida", "Osterville Bay"}) {
    EXPECT_EQ(parted(EntityKind::kPlace, name), name);
  }
  EXPECT_EQ(parted(EntityKind::kPlace, "Republican Texas", Upos::kAdj), "Republican Texas");
}

}  // namespace
}  // namespace annalist
