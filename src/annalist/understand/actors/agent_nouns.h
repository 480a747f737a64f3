// Agent nouns: the common nouns that head descriptions of actors ("official", "troops", "government", "movement"), each with what it
// says by itself: person or body, gender, and the CAMEO sector that it carries when nothing more is known.
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

enum class NounClass : uint8_t {
  kThing,    // no agent: "plan", "week"
  kPerson,   // "official", "spokeswoman"
  kPersons,  // people in the plural by their sense: "police", "troops", "authorities"
  kBody,     // "government", "movement", "army", "warplane" (acts for its owner)
  kState,    // "country", "kingdom"
};

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

struct AgentNoun {
  std::string_view lemma;
  NounClass noun_class = NounClass::kThing;
  Gender gender = Gender::kUnknown;
  std::string_view sector;  // "GOV", "MIL", ..., or empty
};

// By lower-case lemma; nullptr for a noun that is no agent. A hyphened noun is also found by its last part ("vice-president").
const AgentNoun* find_agent_noun(std::string_view lemma);

// Gender of a given name ("Maria"), kUnknown for names that are borne by both or that the table does not hold.
Gender gender_of_given_name(std::string_view name);
// Of a title or form of address before a name: "Mrs.", "King".
Gender gender_of_title(std::string_view lemma);

}  // namespace annalist
