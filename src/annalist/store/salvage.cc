#include "annalist/store/salvage.h"

#include <filesystem>

#include "annalist/store/inspect.h"

namespace annalist {
namespace {

constexpr size_t kBatch = 64;

}  // namespace

Result<Salvage> salvage_archive(const std::string& path, const std::string& out) {
  std::error_code error;
  if (std::filesystem::exists(out, error)) return Error{ErrorCode::kUsage, "is there already; name a new file with --out", out};
  auto damaged = Archive::open(path, Archive::Access::kInspect);
  if (!damaged) return damaged.error();
  auto inspector = Inspector::open(*damaged);
  if (!inspector) return inspector.error();
  auto fresh = Archive::open(out, Archive::Access::kWrite);
  if (!fresh) return fresh.error();
  Salvage result;
  std::vector<Records> whole;  // of one coding, to be saved together
  Versions versions;
  const auto save = [&]() -> Result<void> {
    auto saved = fresh->save(whole, versions);
    if (saved) result.saved += static_cast<int64_t>(whole.size());
    whole.clear();
    return saved;
  };
  for (const DocumentKey key : all_documents(*damaged)) {
    Inspected found = inspector->inspect(key, false);
    if (!found.wrong.empty()) {
      result.lost.push_back({std::move(found.name), std::move(found.wrong)});
      continue;
    }
    if (whole.size() == kBatch || found.versions != versions) {
      if (auto saved = save(); !saved) return saved.error();
      versions = found.versions;
    }
    whole.push_back(std::move(found.records));
  }
  if (auto saved = save(); !saved) return saved.error();
  return result;
}

}  // namespace annalist
