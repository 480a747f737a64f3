#include "annalist/store/verify.h"

#include <fmt/format.h>

#include "annalist/store/inspect.h"

namespace annalist {
namespace {

// The file as a whole. What SQLite can't read is damage too, and the documents are looked at all the same.
void check_database(Database& database, Verification& result) {
  auto query = database.prepare("PRAGMA integrity_check(20)");
  while (query) {
    const auto row = query->step();
    if (!row) result.damage.push_back({"", row.error().message});
    if (!row || !*row) break;
    if (query->text(0) != "ok") result.damage.push_back({"", query->text(0)});
  }
  if (!query) result.damage.push_back({"", query.error().message});
  for (const uint32_t page : database.broken_pages()) result.damage.push_back({"", fmt::format("page {} is damaged", page)});
  if (database.read_only()) {
    result.left_out = "the full-text index was not checked, as the archive can't be written to";
    return;
  }
  if (auto index = database.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)"); !index) {
    result.damage.push_back({"", "the full-text index does not fit the sentences: " + index.error().message});
  }
}

}  // namespace

Result<Verification> verify_archive(Archive& archive) {
  auto inspector = Inspector::open(archive);
  if (!inspector) return inspector.error();
  Verification result;
  check_database(archive.database(), result);
  for (const DocumentKey key : all_documents(archive)) {
    Inspected found = inspector->inspect(key, true);
    ++result.documents;
    result.spans += found.spans;
    if (!found.wrong.empty()) result.damage.push_back({std::move(found.name), std::move(found.wrong)});
  }
  return result;
}

}  // namespace annalist
