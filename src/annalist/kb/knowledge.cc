#include "annalist/kb/knowledge.h"

#include <algorithm>
#include <array>

#include "annalist/kb/knowledge_state.h"
#include "annalist/kb/load.h"

namespace annalist {
namespace {

constexpr std::array<std::string_view, 13> kKindNames = {"state", "person", "government", "military",     "armed-group", "party",   "igo",
                                                         "ngo",   "media",  "company",    "organization", "people",      "religion"};

// How long after the last check an open term or code is presumed to go on; a text without a date takes all open ones.
constexpr int kPresumedYears = 4;
constexpr Date kUndated{9998, 1, 1};
bool goes_on(Date checked, Date day) {
  return day == kUndated || checked.year + kPresumedYears > kUndated.year || day <= add_years(checked, kPresumedYears);
}

// From a holder to the body of the office, or from a body to that which it is part of; offices may lead in a circle.
constexpr int kLongestWay = 32;

// What an organization of a kind without a code of its own adds to its country's.
std::string_view kind_sector(ActorKind kind) {
  switch (kind) {
    case ActorKind::kGovernment: return "GOV";
    case ActorKind::kMilitary: return "MIL";
    case ActorKind::kArmedGroup: return "REB";
    case ActorKind::kParty: return "PTY";
    case ActorKind::kMedia: return "MED";
    case ActorKind::kNgo: return "NGO";
    case ActorKind::kCompany: return "BUS";
    case ActorKind::kIgo: return "IGO";
    case ActorKind::kPeople: return "CVL";
    case ActorKind::kReligion: return "REL";
    default: return "";
  }
}

}  // namespace

std::string_view actor_kind_name(ActorKind kind) { return kKindNames[static_cast<size_t>(kind)]; }

std::optional<ActorKind> actor_kind_by_name(std::string_view name) {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<ActorKind>(found - kKindNames.begin());
}

Knowledge::Knowledge(std::unique_ptr<State> state) : state_(std::move(state)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Result<Knowledge> Knowledge::open(const std::string& index_path, const std::vector<std::string>& extra_dirs) {
  auto state = std::make_unique<State>();
  if (Result<void> opened = kb::open_layers(index_path, extra_dirs, *state); !opened) return opened.error();
  return Knowledge(std::move(state));
}

Result<Knowledge> Knowledge::from_text(std::string_view kb_text, const std::string& name) {
  auto state = std::make_unique<State>();
  if (Result<void> opened = kb::open_text(kb_text, name, *state); !opened) return opened.error();
  return Knowledge(std::move(state));
}

const std::string& Knowledge::version() const { return state_->version; }

size_t Knowledge::actor_count() const {
  size_t count = 0;
  for (const kb::IndexView& layer : state_->layers) count += layer.actors().size();
  for (uint32_t i = 0; i < state_->redirect.size(); ++i) count -= state_->hidden(i) ? size_t{1} : size_t{0};
  return count;
}

KnownIndex Knowledge::find(std::string_view id) const {
  KnownIndex found;
  state_->for_each(key_of_text(KeySpace::kId, id), kb::PostingKind::kActor, [&](const kb::IndexView&, const kb::Posting& posting) {
    if (!found.valid()) found.value = posting.value;
  });
  return found;
}

KnownActor Knowledge::actor(KnownIndex index) const {
  const kb::ActorRow& row = state_->row(index.value);
  const kb::IndexView& layer = state_->layer_of(index.value);
  return {layer.text(row.id), layer.text(row.name), static_cast<ActorKind>(row.kind), layer.text(row.country),
          KnownIndex{state_->follow(row.part_of)}};
}

std::vector<std::string_view> Knowledge::names(KnownIndex index) const {
  const kb::ActorRow& row = state_->row(index.value);
  const kb::IndexView& layer = state_->layer_of(index.value);
  std::vector<std::string_view> names = {layer.text(row.name)};
  for (const kb::ItemRow& item : layer.items(row.items_first, row.items_count)) {
    if (item.field == kb::ItemField::kAlias) names.push_back(layer.text(item.text));
  }
  return names;
}

HeldRole Knowledge::State::held(const kb::IndexView& layer, const kb::RoleRow& row) const {
  return {layer.text(row.role), KnownIndex{follow(row.of)}, unpacked(row.from),
          unpacked(row.to),     (row.flags & 1U) != 0,      layer.text(row.sector)};
}

std::vector<HeldRole> Knowledge::roles(KnownIndex index) const {
  const kb::IndexView& layer = state_->layer_of(index.value);
  std::vector<HeldRole> held;
  for (const kb::RoleRow& row : layer.roles(state_->row(index.value))) held.push_back(state_->held(layer, row));
  return held;
}

std::vector<HeldRole> Knowledge::roles_at(KnownIndex index, Date date) const {
  const kb::IndexView& layer = state_->layer_of(index.value);
  std::vector<HeldRole> held;
  for (const kb::RoleRow& row : layer.roles(state_->row(index.value))) {
    const HeldRole role = state_->held(layer, row);
    const bool in =
        role.from <= date && (date <= role.to || (role.open && goes_on(role.to, date) && !state_->superseded(index.value, row, date)));
    if (in) held.push_back(role);
  }
  return held;
}

bool Knowledge::State::superseded(uint32_t actor, const kb::RoleRow& row, Date day) const {
  if ((row.flags & 2U) == 0) return false;
  const uint32_t of = follow(row.of);
  if (of == UINT32_MAX) return false;
  const std::string_view role = layer_of(actor).text(row.role);
  const uint64_t key = extend_key(key_of_text(KeySpace::kHolder, role), layer_of(of).text(this->row(of).id));
  bool ended = false;
  for_each(key, kb::PostingKind::kActor, [&](const kb::IndexView& layer, const kb::Posting& posting) {
    if (posting.value == actor || ended) return;
    for (const kb::RoleRow& other : layer.roles(this->row(posting.value))) {
      const bool same = layer.text(other.role) == role && follow(other.of) == of;
      if (same && other.from > row.from && unpacked(other.from) <= day) ended = true;
    }
  });
  return ended;
}

KnownIndex Knowledge::state_of(KnownIndex index) const {
  for (int steps = 0; steps < kLongestWay; ++steps) {
    const KnownActor known = actor(index);
    if (known.kind == ActorKind::kState) return index;
    if (!known.country.empty()) return find(known.country);
    if (!known.part_of.valid()) break;
    index = known.part_of;
  }
  return {};
}

std::string Knowledge::code_at(KnownIndex index, std::optional<Date> date) const {
  const Date day = date.value_or(kUndated);
  std::string code;
  for (int steps = 0; steps < kLongestWay; ++steps) {
    const KnownActor known = actor(index);
    code = known.country;
    const std::vector<HeldRole> current = roles_at(index, day);
    const HeldRole* best = nullptr;  // an office of state before one of a party or body, then the latest
    const auto of_state = [&](const HeldRole& role) { return actor(role.of).kind == ActorKind::kState; };
    for (const HeldRole& role : current) {
      if (role.sector.empty() || !role.of.valid()) continue;
      const bool better = best == nullptr || (of_state(role) != of_state(*best) ? of_state(role) : role.from > best->from);
      if (better) best = &role;
    }
    if (best != nullptr) {
      const KnownActor body = actor(best->of);
      if (body.kind == ActorKind::kState) return std::string(body.country) + std::string(best->sector);
      if (best->of == index) return code;
      index = best->of;
      continue;
    }
    const kb::IndexView& layer = state_->layer_of(index.value);
    const kb::ActorRow& row = state_->row(index.value);
    for (const kb::CodeRow& claim : layer.codes(row)) {
      if (unpacked(claim.from) <= day && (day <= unpacked(claim.to) || (claim.open != 0 && goes_on(unpacked(claim.to), day))))
        return std::string(layer.text(claim.code));
    }
    if (known.kind == ActorKind::kPerson) {
      const std::vector<HeldRole> all = roles(index);
      const bool former = std::any_of(all.begin(), all.end(), [&](const HeldRole& role) { return role.to < day && role.sector == "GOV"; });
      return former && !code.empty() ? code + "ELI" : code;
    }
    if (!known.part_of.valid() || known.part_of == index)
      return known.kind == ActorKind::kState ? code : code + std::string(kind_sector(known.kind));
    index = known.part_of;
  }
  return code;
}

std::vector<Holder> Knowledge::holders(std::string_view role, KnownIndex of, Date date) const {
  struct Ranked {
    Holder holder;
    Date from;
  };
  std::vector<Ranked> ranked;
  const uint64_t key = extend_key(key_of_text(KeySpace::kHolder, role), actor(of).id);
  state_->for_each(key, kb::PostingKind::kActor, [&](const kb::IndexView&, const kb::Posting& posting) {
    for (const HeldRole& held : roles_at(KnownIndex{posting.value}, date)) {
      if (held.role != role || held.of != of) continue;
      const bool seen = std::any_of(ranked.begin(), ranked.end(), [&](const Ranked& r) { return r.holder.actor.value == posting.value; });
      if (!seen) ranked.push_back({{KnownIndex{posting.value}, held.open && date > held.to}, held.from});
    }
  });
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.holder.presumed != b.holder.presumed ? !a.holder.presumed : a.from > b.from;
  });
  std::vector<Holder> holders;
  for (const Ranked& one : ranked) holders.push_back(one.holder);
  return holders;
}

}  // namespace annalist
