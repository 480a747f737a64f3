// Which actors of an archive a person means by a name.
#pragma once

#include <string>
#include <vector>

#include "annalist/store/sqlite.h"

namespace annalist {

// SQL condition on columns `actor`, `name`, `code` of participants or speakers, with its text parameters in order.
struct ActorCondition {
  std::string sql;
  std::vector<std::string> parameters;
};

// REQUIRES: !queries.empty(). Queries are names or ids; see Filter::actor.
Result<ActorCondition> match_actors(Database& database, const std::vector<std::string>& queries);

}  // namespace annalist
