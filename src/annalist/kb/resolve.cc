#include "annalist/kb/resolve.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "annalist/kb/parse_kb.h"

namespace annalist {
namespace {

// A coarse end or begin ("2013", "2013-08") can mean any day of its year or month.
Date earliest_end(const Interval& interval) {
  const Date to = interval.open ? kLatest : interval.to;
  if (to == kLatest) return to;
  if (to.month == 12 && to.day == 31) return {to.year, 1, 1};
  return to.day == days_in_month(to.year, to.month) ? Date{to.year, to.month, 1} : to;
}

Date latest_begin(const Interval& interval) {
  const Date from = interval.from;
  if (from.month == 1 && from.day == 1) return {from.year, 12, 31};
  return from.day == 1 ? Date{from.year, from.month, days_in_month(from.year, from.month)} : from;
}

constexpr int kDeepestPart = 32;  // bodies in bodies

class Resolver {
 public:
  Resolver(std::vector<Record> records, const LowerLayer& lower) : records_(std::move(records)), lower_(lower) {}

  ResolvedKb run() {
    collect();
    for (const Record& change : changes_) apply(change);
    for (const Record& record : actors_) check(record);
    for (const Record& record : others_) check_other(record);
    finish();
    return std::move(out_);
  }

 private:
  void fault(const Record& record, Position at, std::string message) {
    out_.faults.push_back({place_text(record.file, at), std::move(message)});
  }

  void collect() {
    for (Record& record : records_) {
      if (record.kind == RecordKind::kAmend || record.kind == RecordKind::kDrop) {
        changes_.push_back(std::move(record));
      } else if (is_actor_record(record)) {
        if (const auto known = index_.find(record.id); known != index_.end()) {
          const Record& first = actors_[known->second];
          fault(record, record.at,
                "'" + record.id + "' is defined already at " + place_text(first.file, first.at) + "; write 'amend " + record.id +
                    "' to change it");
          continue;
        }
        if (lower_.has_actor(record.id)) {
          fault(record, record.at, "'" + record.id + "' is known already; write 'amend " + record.id + "' to change it");
          continue;
        }
        index_.emplace(record.id, actors_.size());
        actors_.push_back(std::move(record));
      } else {
        collect_other(std::move(record));
      }
    }
  }

  void collect_other(Record record) {
    const bool unique = record.kind == RecordKind::kRole || record.kind == RecordKind::kPlace || record.kind == RecordKind::kCurrency;
    const std::string key = std::to_string(static_cast<int>(record.kind)) + record.id;
    if (unique && !other_ids_.insert(key).second) {
      fault(record, record.at, "'" + record.id + "' is defined twice; give one of them another id");
      return;
    }
    if (record.kind == RecordKind::kRole) role_ids_.insert(record.id);
    others_.push_back(std::move(record));
  }

  void apply(const Record& change) {
    auto known = index_.find(change.id);
    if (known == index_.end()) {
      std::optional<Record> below = lower_.actor_record(change.id);
      if (!below) {
        fault(change, change.at, "no actor has the id '" + change.id + "'" + suggestion(change.id));
        return;
      }
      if (change.kind == RecordKind::kDrop) {
        out_.hidden.push_back(change.id);
        return;
      }
      out_.hidden.push_back(change.id);
      below->file = change.file;
      below->at = change.at;
      known = index_.emplace(change.id, actors_.size()).first;
      actors_.push_back(std::move(*below));
    }
    if (change.kind == RecordKind::kDrop) dropped_.insert(change.id);
    else amend(actors_[known->second], change);
  }

  static void extend(std::vector<std::string>& list, const std::vector<std::string>& more) {
    for (const std::string& item : more) {
      if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
    }
  }

  // A term with the same role, body and first day replaces the one that is there, so that a user can close an open one.
  static void amend(Record& record, const Record& change) {
    if (!change.name.empty() && change.name != record.name) {
      extend(record.aliases, {record.name});
      record.name = change.name;
    }
    extend(record.aliases, change.aliases);
    extend(record.surnames, change.surnames);
    extend(record.domains, change.domains);
    extend(record.adjectives, change.adjectives);
    extend(record.peoples, change.peoples);
    extend(record.seats, change.seats);
    if (!change.part_of.empty()) record.part_of = change.part_of;
    record.codes.insert(record.codes.begin(), change.codes.begin(), change.codes.end());
    for (const RoleClaim& claim : change.roles) {
      std::erase_if(record.roles, [&](const RoleClaim& old) {
        return old.role == claim.role && old.of == claim.of && old.interval.from == claim.interval.from;
      });
      record.roles.push_back(claim);
    }
    for (const std::string& gone : change.unaliases) std::erase(record.aliases, gone);
  }

  bool has_actor(const std::string& id) const { return (index_.contains(id) && !dropped_.contains(id)) || lower_.has_actor(id); }

  void check(const Record& record) {
    if (!record.country.empty() && record.kind != RecordKind::kCountry && !has_actor(record.country)) {
      fault(record, record.country_at, "no country '" + record.country + "' is known; add 'country " + record.country + "' or correct it");
    }
    if (!record.part_of.empty() && !has_actor(record.part_of)) {
      fault(record, record.part_at, "'part' names an unknown actor '" + record.part_of + "'" + suggestion(record.part_of));
    }
    check_parts(record);
    for (const RoleClaim& claim : record.roles) {
      if (!role_ids_.contains(claim.role) && !lower_.has_role(claim.role)) {
        fault(record, claim.at,
              "unknown role '" + claim.role + "'" + role_suggestion(claim.role) + "; or define it with 'role " + claim.role + " SECTOR'");
      }
      if (!has_actor(claim.of)) fault(record, claim.of_at, "the role is of an unknown actor '" + claim.of + "'" + suggestion(claim.of));
    }
    check_overlaps(record);
  }

  std::string part_of(const std::string& id) const {
    if (const auto known = index_.find(id); known != index_.end()) return actors_[known->second].part_of;
    const std::optional<Record> below = lower_.actor_record(id);
    return below ? below->part_of : "";
  }

  // No body is a part of itself, through whatever others.
  void check_parts(const Record& record) {
    std::string way = record.id;
    std::string body = record.part_of;
    for (int steps = 0; !body.empty() && steps < kDeepestPart; ++steps) {
      way += ", part of " + body;
      if (body == record.id) return fault(record, record.part_at, "'part' leads in a circle: " + way);
      body = part_of(body);
    }
  }

  // Terms that share one day do so because one ends on the day the next begins.
  void check_overlaps(const Record& record) {
    for (size_t i = 0; i < record.roles.size(); ++i) {
      for (size_t j = i + 1; j < record.roles.size(); ++j) {
        const RoleClaim& a = record.roles[i];
        const RoleClaim& b = record.roles[j];
        if (a.role != b.role || a.of != b.of) continue;
        const Interval& first = a.interval.from <= b.interval.from ? a.interval : b.interval;
        const Interval& second = a.interval.from <= b.interval.from ? b.interval : a.interval;
        if (second.from < earliest_end(first) && latest_begin(second) < earliest_end(first)) {
          fault(record, b.when_at,
                "two terms as " + b.role + " of " + b.of + " overlap: " + interval_text(first) + " and " + interval_text(second));
        }
      }
    }
  }

  void check_other(const Record& record) {
    if (record.kind == RecordKind::kPlace && !record.country.empty() && !has_actor(record.country)) {
      fault(record, record.country_at, "no country '" + record.country + "' is known");
    }
  }

  std::string suggestion(const std::string& id) const {
    std::vector<std::string_view> ids;
    for (const Record& actor : actors_) {
      if (actor.id.size() + 2 >= id.size() && actor.id.size() <= id.size() + 2) ids.push_back(actor.id);
    }
    const std::string_view close = closest_word(id, ids);
    return close.empty() ? std::string() : "; did you mean '" + std::string(close) + "'?";
  }

  std::string role_suggestion(const std::string& role) const {
    std::vector<std::string_view> ids(role_ids_.begin(), role_ids_.end());
    std::sort(ids.begin(), ids.end());
    const std::string_view close = closest_word(role, ids);
    return close.empty() ? std::string() : "; did you mean '" + std::string(close) + "'?";
  }

  void finish() {
    std::erase_if(actors_, [&](const Record& record) { return dropped_.contains(record.id); });
    std::sort(actors_.begin(), actors_.end(), [](const Record& a, const Record& b) { return a.id < b.id; });
    out_.records = std::move(actors_);
    out_.records.insert(out_.records.end(), std::make_move_iterator(others_.begin()), std::make_move_iterator(others_.end()));
  }

  std::vector<Record> records_;
  const LowerLayer& lower_;
  std::vector<Record> actors_, others_, changes_;
  std::unordered_map<std::string, size_t> index_;
  std::unordered_set<std::string> dropped_, role_ids_, other_ids_;
  ResolvedKb out_;
};

}  // namespace

bool is_actor_record(const Record& record) {
  return record.kind == RecordKind::kActor || record.kind == RecordKind::kOutlet || record.kind == RecordKind::kCountry;
}

ResolvedKb resolve_kb(std::vector<Record> records, const LowerLayer& lower) { return Resolver(std::move(records), lower).run(); }

}  // namespace annalist
