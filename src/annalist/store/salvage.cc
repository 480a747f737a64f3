#include "annalist/store/salvage.h"

#include <filesystem>

#include "annalist/store/inspect.h"

namespace annalist {

Result<Salvage> salvage_archive(const std::string& path, const std::string& out) {
  std::error_code error;
  if (std::filesystem::exists(out, error)) return Error{ErrorCode::kUsage, "is there already; name a new file with --out", out};
  auto damaged = Archive::open(path, Archive::Access::kRead);
  if (!damaged) return damaged.error();
  auto inspector = Inspector::open(*damaged);
  if (!inspector) return inspector.error();
  auto fresh = Archive::open(out, Archive::Access::kWrite);
  if (!fresh) return fresh.error();
  Salvage result;
  for (const DocumentKey key : all_documents(*damaged)) {
    Inspected found = inspector->inspect(key, false);
    if (!found.wrong.empty()) {
      result.lost.push_back({std::move(found.name), std::move(found.wrong)});
      continue;
    }
    if (auto saved = fresh->save({&found.records, 1}, found.versions); !saved) return saved.error();
    ++result.saved;
  }
  return result;
}

}  // namespace annalist
