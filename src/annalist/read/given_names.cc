#include "annalist/read/given_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/read/given_names_table.h"

namespace annalist {
namespace {

using Table = std::unordered_map<std::string_view, GivenName>;

void add(std::string_view names, GivenName whose, Table& table) {
  while (!names.empty()) {
    const size_t end = std::min(names.find(' '), names.size());
    table.emplace(names.substr(0, end), whose);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

const Table& table() {
  static const Table kTable = [] {
    Table made;
    add(kMaleGivenNames, GivenName::kMale, made);
    add(kFemaleGivenNames, GivenName::kFemale, made);
    return made;
  }();
  return kTable;
}

}  // namespace

GivenName given_name(std::string_view word) {
  std::string key = fold(word);
  while (!key.empty() && key.back() == '.') key.pop_back();
  const auto found = table().find(key);
  return found == table().end() ? GivenName::kNone : found->second;
}

}  // namespace annalist
