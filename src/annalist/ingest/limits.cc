#include "annalist/ingest/limits.h"

#include <charconv>

#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

struct Name {
  std::string_view name;
  uint64_t IngestLimits::*limit;
};
constexpr Name kNames[] = {{"file", &IngestLimits::file_bytes},
                           {"line", &IngestLimits::line_bytes},
                           {"page-depth", &IngestLimits::page_depth},
                           {"documents", &IngestLimits::documents},
                           {"unpacked", &IngestLimits::unpacked_bytes},
                           {"ratio", &IngestLimits::ratio},
                           {"items", &IngestLimits::items},
                           {"depth", &IngestLimits::depth},
                           {"child-seconds", &IngestLimits::child_seconds},
                           {"child-memory", &IngestLimits::child_memory},
                           {"child-output", &IngestLimits::child_output}};

// "64M" -> 64 * 2^20; 0 for what is no number, is 0, or is too large.
uint64_t read_size(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value > (uint64_t{1} << 20 << 20)) return 0;
  std::string unit = ascii_lower(text.substr(static_cast<size_t>(end - text.data())));
  if (unit.size() == 2 && unit[1] == 'b') unit.pop_back();
  if (unit.empty()) return value;
  const size_t power = std::string_view("kmgt").find(unit);
  if (unit.size() != 1 || power == std::string_view::npos) return 0;
  for (size_t i = 0; i <= power; ++i) {
    if (value > UINT64_MAX >> 12) return 0;
    value <<= 10;
  }
  return value;
}

}  // namespace

Result<void> set_limit(IngestLimits& limits, std::string_view setting) {
  const size_t equals = setting.find('=');
  const std::string_view name = setting.substr(0, equals);
  std::string known;
  for (const Name& each : kNames) {
    known += (known.empty() ? "" : ", ") + std::string(each.name);
    if (each.name != name) continue;
    const uint64_t value = equals == std::string_view::npos ? 0 : read_size(setting.substr(equals + 1));
    if (value == 0)
      return Error{ErrorCode::kUsage, "--limit " + std::string(name) + " needs a number above 0, as in " + std::string(name) + "=64M", ""};
    limits.*each.limit = value;
    return {};
  }
  return Error{ErrorCode::kUsage, "no limit \"" + std::string(name) + "\"; there are " + known, ""};
}

std::string size_text(uint64_t bytes) {
  if (bytes >= uint64_t{1} << 30 && bytes % (uint64_t{1} << 30) == 0) return std::to_string(bytes >> 30) + " GB";
  if (bytes >= uint64_t{1} << 20) return std::to_string(bytes >> 20) + " MB";
  if (bytes >= uint64_t{1} << 10) return std::to_string(bytes >> 10) + " KB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace annalist
