#include "annalist/understand/events/event.h"

#include <array>

namespace annalist {
namespace {

constexpr std::array<std::string_view, 7> kNames = {"actual", "ongoing", "planned", "promised", "requested", "denied", "possible"};

}  // namespace

std::string_view event_status_name(EventStatus status) { return kNames[static_cast<size_t>(status)]; }

std::optional<EventStatus> event_status_by_name(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<EventStatus>(i);
  return std::nullopt;
}

}  // namespace annalist
