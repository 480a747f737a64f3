// Which actors of an archive a person means by a name.
#pragma once

#include <string>
#include <vector>

#include "annalist/store/sqlite.h"

namespace annalist {

// SQL condition on the columns `actor`, `name`, `code` of a table, with its text parameters in order.
struct ActorCondition {
  std::string sql;  // columns stand as {t}.actor ...
  std::vector<std::string> parameters;

  // The condition on a table or its alias.
  std::string on(const std::string& table) const;
};

// Every {t} in a piece of SQL replaced by a table's name.
std::string with_table(std::string sql, const std::string& table);

// REQUIRES: !queries.empty(). Queries are names or ids; see Filter::actor.
Result<ActorCondition> match_actors(Database& database, const std::vector<std::string>& queries);

}  // namespace annalist
