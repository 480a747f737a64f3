// Record: one block of a .kb file, as parsed (parse_kb.h), before its references are resolved. The format is docs/knowledge.md's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annalist/kb/interval.h"
#include "annalist/kb/knowledge.h"

namespace annalist {

enum class RecordKind : uint8_t { kActor, kOutlet, kCountry, kCurrency, kRole, kAgent, kPlace, kAmend, kDrop };

struct Position {
  int line = 0;    // from 1
  int column = 0;  // from 1, in bytes
  friend bool operator==(const Position&, const Position&) = default;
};

struct RoleClaim {
  std::string role;
  std::string of;
  Interval interval;
  Position at;  // of the role's name
  Position of_at;
  Position when_at;
};

struct CodeClaim {
  std::string code;
  Interval interval;
};

struct Words {
  std::string text;
  std::string only_in;  // ISO3 or empty
};

struct Record {
  RecordKind kind = RecordKind::kActor;
  std::string id;
  std::string file;
  Position at;  // of the id

  ActorKind actor_kind = ActorKind::kOrganization;
  std::string country;
  Position country_at;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<std::string> unaliases;
  std::vector<std::string> surnames;
  std::vector<CodeClaim> codes;
  std::vector<RoleClaim> roles;
  std::string part_of;
  Position part_at;
  std::vector<std::string> domains;

  std::string iso2;                     // country
  std::vector<std::string> adjectives;  // country
  std::vector<std::string> peoples;     // country
  std::vector<std::string> seats;       // country: capitals and metonyms

  std::string sector;                  // role
  bool single = false;                 // role
  std::vector<Words> words;            // role, agent, currency
  std::vector<std::string> usual;      // currency
  std::vector<std::string> countries;  // currency

  double latitude = 0;  // place
  double longitude = 0;
  uint32_t population = 0;
  char feature = 'P';
};

}  // namespace annalist
