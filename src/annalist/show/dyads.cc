#include "annalist/show/dyads.h"

#include <fmt/format.h>

#include <set>

#include "annalist/show/goldstein.h"
#include "annalist/show/table.h"

namespace annalist {
namespace {

// Types and codes of what two sides do together: meetings, cooperation, signed agreements, ceasefires by both.
bool is_mutual(const Event& event) {
  return event.type == "CONSULT" || event.type == "COOPERATE" || event.cameo == "057" || event.cameo == "0871";
}

}  // namespace

std::optional<Period> period_by_name(std::string_view name) {
  if (name == "day") return Period::kDay;
  if (name == "month") return Period::kMonth;
  if (name == "year") return Period::kYear;
  return std::nullopt;
}

std::string period_of(const std::optional<DateRange>& date, Period period) {
  if (!date || date->from.year != date->to.year) return "";
  if (period == Period::kYear) return fmt::format("{:04}", date->from.year);
  if (date->from.month != date->to.month) return "";
  if (period == Period::kMonth) return fmt::format("{:04}-{:02}", date->from.year, date->from.month);
  return date->from == date->to ? to_iso(date->from) : "";
}

std::vector<DyadTable::Side> DyadTable::sides(const Records& records, const std::vector<Participant>& participants) {
  std::vector<Side> out;
  const std::vector<Actor>& actors = records.actors.actors;
  const auto add = [&](const std::string& country, const std::string& code, const std::string& name) {
    out.push_back({country, code.empty() ? name : code});
  };
  for (const Participant& one : participants) {
    if (one.actor == kNone) {
      add("", one.code, one.name);
      continue;
    }
    const Actor& actor = actors[static_cast<size_t>(one.actor)];
    if (actor.members.empty()) add(actor.country, one.code, one.name);
    for (const ActorIndex member : actor.members) {
      const Actor& meant = actors[static_cast<size_t>(member)];
      add(meant.country, meant.code, meant.name);
    }
  }
  return out;
}

void DyadTable::count(const Key& key, const Event& event) {
  Counts& counts = counts_[key];
  ++counts.events;
  if (event.status == EventStatus::kActual || event.status == EventStatus::kOngoing) ++counts.actual;
  if (event.quad >= 1 && event.quad <= 4) ++counts.quads[static_cast<size_t>(event.quad - 1)];
  if (const auto tenths = goldstein_tenths(event.cameo)) {
    ++counts.scaled;
    counts.tenths += *tenths;
  }
}

void DyadTable::add(const Records& records, size_t index) {
  const Event& event = records.events[index];
  const std::string period = period_of(event.date, period_);
  std::vector<Side> actors = sides(records, event.actors);
  std::vector<Side> recipients = sides(records, event.recipients);
  const bool mutual = recipients.empty() && actors.size() > 1 && is_mutual(event);
  if (mutual) recipients = actors;
  if (actors.empty()) actors.emplace_back();
  if (recipients.empty()) recipients.emplace_back();
  std::set<Key> keys;  // two ministers of one government are one side
  for (size_t a = 0; a < actors.size(); ++a) {
    for (size_t r = 0; r < recipients.size(); ++r) {
      if (mutual && a == r) continue;
      keys.insert({period.empty(), period, actors[a], recipients[r]});
    }
  }
  for (const Key& key : keys) count(key, event);
}

std::vector<std::string> dyad_columns() {
  return {"period",
          "actor_country",
          "actor",
          "recipient_country",
          "recipient",
          "events",
          "actual",
          "verbal_cooperation",
          "material_cooperation",
          "verbal_conflict",
          "material_conflict",
          "intensity",
          "schema"};
}

std::vector<std::vector<std::string>> DyadTable::rows() const {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [key, counts] : counts_) {
    std::vector<std::string> row = {key.period,
                                    key.actor.country,
                                    key.actor.actor,
                                    key.recipient.country,
                                    key.recipient.actor,
                                    std::to_string(counts.events),
                                    std::to_string(counts.actual)};
    for (const int64_t number : counts.quads) row.push_back(std::to_string(number));
    const double mean = counts.scaled == 0 ? 0 : static_cast<double>(counts.tenths) / (10.0 * static_cast<double>(counts.scaled));
    row.push_back(counts.scaled == 0 ? "" : fmt::format("{:.3f}", mean == 0 ? 0.0 : mean));
    row.push_back(std::to_string(kTableVersion));
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace annalist
