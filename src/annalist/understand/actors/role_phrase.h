// What a description says of the one it describes: the role ("foreign minister") and whose it is (Iran). Takes "the Iranian foreign
// minister", "spokesman for the Indonesian military", "Hamas deputy political chief"; gives the role's words and meanings, and the owners.
#pragma once

#include <string>
#include <vector>

#include "annalist/understand/actors/discourse.h"

namespace annalist {

struct RolePhrase {
  std::string words;                  // without article and owners: "deputy foreign minister"
  std::vector<RoleMeaning> meanings;  // of the words, or of their end
  bool whole = false;                 // the meanings are those of all the words, not of "minister" alone
  bool past = false;                  // "former", "late", "ex-": not in office
  std::vector<DraftIndex> owners;     // drafts named as owners, in text order
};

// REQUIRES: the draft is a description.
RolePhrase read_role(const Discourse& discourse, DraftIndex description);

// The name that a title draft stands before, and the title before a name; kNone when none.
DraftIndex name_after_title(const Discourse& discourse, DraftIndex title);
DraftIndex title_before_name(const Discourse& discourse, DraftIndex name);

// ISO3 of the state that a draft belongs to, from its link or its owners; empty when unknown.
std::string country_of(const Discourse& discourse, DraftIndex draft);

}  // namespace annalist
