// Affiliation: the country and code that an actor has by whom it belongs to and by what its noun says. Takes finished clusters; codes
// follow CAMEO (country, then sector), a group's own code goes over to its people: "a senior Hamas official" has that of Hamas.
#pragma once

#include <map>
#include <string>

#include "annalist/understand/actors/discourse.h"

namespace annalist {

class Affiliations {
 public:
  // REQUIRES: the clusters are final, and the discourse outlives it.
  explicit Affiliations(const Discourse& discourse);

  // What the draft's cluster is linked to, or an invalid index.
  KnownIndex known_of(DraftIndex draft) const;

  // Fills country and code where they are empty, from a description's owner and its noun: "Iranian officials" -> IRN, IRNGOV.
  void of_description(DraftIndex description, Actor& actor, int depth = 0) const;
  // The same from an organization's own name: "Indonesian Navy" -> IDN, IDNMIL; "United Nations Emergency Relief" has the code of the
  // United Nations.
  void of_name(const Draft& draft, Actor& actor) const;

  // The state that a description of its government stands for ("the Egyptian government", "the Assad regime"), or an invalid index.
  KnownIndex governed_state(DraftIndex draft) const;

 private:
  KnownIndex leading_body(const Draft& draft) const;
  std::string led_sector(const Draft& draft) const;
  bool is_own_body(const Draft& draft) const;

  const Discourse& discourse_;
  std::map<DraftIndex, KnownIndex> known_by_root_;
};

}  // namespace annalist
