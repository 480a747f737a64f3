#include "annalist/ingest/outlet.h"

#include <string_view>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr size_t kLongestName = 60;  // bytes

std::string_view host_of(std::string_view url) {
  if (const size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

// The parts of a masthead or byline: "By Ana Ruiz, The Herald" -> "By Ana Ruiz", "The Herald".
std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = line.find_first_of(",|;()");
    if (const std::string_view part = trim(line.substr(0, end)); !part.empty() && part.size() <= kLongestName) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

Metadatum find_outlet(const std::string& url, const std::vector<std::string>& lines, const Knowledge& knowledge) {
  if (const std::string_view host = host_of(url); !host.empty()) {
    const KnownIndex outlet = knowledge.outlet_by_domain(host);
    if (outlet.valid()) return {std::string(knowledge.actor(outlet).name), "address"};
  }
  for (const std::string& line : lines) {
    for (const std::string_view part : parts_of(line)) {
      const KnownIndex outlet = knowledge.outlet_by_name(part);
      if (outlet.valid()) return {std::string(knowledge.actor(outlet).name), "outlet list"};
    }
  }
  return {};
}

}  // namespace annalist
