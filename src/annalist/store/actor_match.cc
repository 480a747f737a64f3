#include "annalist/store/actor_match.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

// Folded words, with a possessive and punctuation taken off.
std::vector<std::string> words(std::string_view name) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : fold(name) + " ") {
    const bool inside = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (inside) {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  return out;
}

bool holds_all(const std::vector<std::string>& name, const std::vector<std::string>& query) {
  return std::all_of(query.begin(), query.end(),
                     [&](const std::string& word) { return std::find(name.begin(), name.end(), word) != name.end(); });
}

void add_each(ActorCondition& condition, const char* sql, const std::set<std::string>& values) {
  for (const std::string& value : values) {
    condition.sql += condition.sql.empty() ? sql : std::string(" OR ") + sql;
    condition.parameters.push_back(value);
  }
}

}  // namespace

std::string with_table(std::string sql, const std::string& table) {
  for (size_t at = sql.find("{t}"); at != std::string::npos; at = sql.find("{t}", at)) sql.replace(at, 3, table);
  return sql;
}

std::string ActorCondition::on(const std::string& table) const { return with_table(sql, table); }

Result<ActorCondition> match_actors(Database& database, const std::vector<std::string>& queries) {
  std::set<std::string> ids;
  std::set<std::string> names;
  std::set<std::string> codes;
  auto rows = database.prepare(
      "SELECT DISTINCT actor, name, code FROM actors UNION SELECT DISTINCT actor, name, code FROM participants "
      "UNION SELECT DISTINCT actor, name, code FROM speakers");
  if (!rows) return rows.error();
  while (true) {
    const auto row = rows->step();
    if (!row) return row.error();
    if (!*row) break;
    const std::string id = rows->text(0);
    const std::string name = rows->text(1);
    const std::string code = rows->text(2);
    const auto name_words = words(name);
    for (const std::string& query : queries) {
      const auto query_words = words(query);
      const bool exact = !id.empty() && (id == query || name_words == query_words);
      if (!exact && (query_words.empty() || !holds_all(name_words, query_words))) continue;
      names.insert(name);
      if (!id.empty()) ids.insert(id);
      if (exact && !code.empty()) codes.insert(code);
    }
  }
  ActorCondition condition;
  add_each(condition, "{t}.actor = ?", ids);
  add_each(condition, "{t}.name = ?", names);
  for (const std::string& code : codes) {
    condition.sql += condition.sql.empty() ? "" : " OR ";
    condition.sql += "substr({t}.code, 1, " + std::to_string(code.size()) + ") = ?";
    condition.parameters.push_back(code);
  }
  if (condition.sql.empty()) condition.sql = "0";
  return condition;
}

}  // namespace annalist
