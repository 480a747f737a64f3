#include "annalist/kb/load.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "annalist/kb/index_writer.h"
#include "annalist/kb/parse_kb.h"

namespace annalist {
namespace kb {
namespace {

Error as_error(const std::vector<Diagnostic>& faults) {
  Error error{ErrorCode::kBadConfiguration, faults.front().message, faults.front().where};
  if (faults.size() > 1) error.message += " (and " + std::to_string(faults.size() - 1) + " more; see 'annalist knowledge check')";
  return error;
}

std::string version_text(uint64_t checksum, uint64_t overlay) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%u-%08x", kFormatVersion, static_cast<unsigned>(checksum >> 32));
  std::string text = buffer;
  if (overlay != 0) {
    std::snprintf(buffer, sizeof buffer, "+%08x", static_cast<unsigned>(overlay >> 32));
    text += buffer;
  }
  return text;
}

// A record of the compiled index, as it was in its file.
Record decoded(const Knowledge::State& state, uint32_t actor) {
  const IndexView& layer = state.layer_of(actor);
  const ActorRow& row = state.row(actor);
  const auto id_of = [&](uint32_t other) { return std::string(state.layer_of(other).text(state.row(other).id)); };
  Record record;
  record.kind = static_cast<RecordKind>(row.record);
  record.id = layer.text(row.id);
  record.name = layer.text(row.name);
  record.country = layer.text(row.country);
  record.iso2 = layer.text(row.iso2);
  record.actor_kind = static_cast<ActorKind>(row.kind);
  if (row.part_of != UINT32_MAX) record.part_of = id_of(row.part_of);
  for (const ItemRow& item : layer.items(row.items_first, row.items_count)) {
    std::string text(layer.text(item.text));
    switch (item.field) {
      case ItemField::kAlias: record.aliases.push_back(std::move(text)); break;
      case ItemField::kSurname: record.surnames.push_back(std::move(text)); break;
      case ItemField::kDomain: record.domains.push_back(std::move(text)); break;
      case ItemField::kAdjective: record.adjectives.push_back(std::move(text)); break;
      case ItemField::kPeople: record.peoples.push_back(std::move(text)); break;
      case ItemField::kSeat: record.seats.push_back(std::move(text)); break;
      case ItemField::kCountry: break;
    }
  }
  for (const RoleRow& role : layer.roles(row)) {
    RoleClaim claim;
    claim.role = layer.text(role.role);
    if (role.of != UINT32_MAX) claim.of = id_of(role.of);
    claim.interval = {unpacked(role.from), unpacked(role.to), (role.flags & 1U) != 0};
    record.roles.push_back(std::move(claim));
  }
  for (const CodeRow& code : layer.codes(row)) {
    record.codes.push_back({std::string(layer.text(code.code)), {unpacked(code.from), unpacked(code.to), code.open != 0}});
  }
  return record;
}

uint32_t find_actor(const Knowledge::State& state, std::string_view id) {
  for (const Posting& posting : state.layers[0].find(key_of_text(KeySpace::kId, id)).postings) return posting.value;
  return UINT32_MAX;
}

std::optional<std::pair<std::string, bool>> find_role(const Knowledge::State& state, std::string_view id) {
  const IndexView& base = state.layers[0];
  for (const Posting& posting : base.find(key_of_text(KeySpace::kRoleId, id)).postings) {
    const RoleKindRow& row = base.role_kinds()[posting.value];
    return std::pair{std::string(base.text(row.sector)), row.single != 0};
  }
  return std::nullopt;
}

Result<void> add_overlay(const ReadKb& read, Knowledge::State& state) {
  if (!read.faults.empty()) return as_error(read.faults);
  ResolvedKb resolved = resolve_kb(read.records, lower_layer(state));
  if (!resolved.faults.empty()) return as_error(resolved.faults);
  LowerIds lower;
  lower.first_actor = static_cast<uint32_t>(state.layers[0].actors().size());
  lower.actor = [&](std::string_view id) { return find_actor(state, id); };
  lower.role = [&](std::string_view id) { return find_role(state, id); };
  state.overlay = write_index(resolved.records, lower);
  Result<IndexView> view = IndexView::open(state.overlay, "the user's knowledge");
  if (!view) return view.error();
  if (!resolved.hidden.empty()) {
    state.redirect.resize(lower.first_actor);
    for (uint32_t i = 0; i < lower.first_actor; ++i) state.redirect[i] = i;
    for (const std::string& id : resolved.hidden) {
      uint32_t to = UINT32_MAX;
      for (const Posting& posting : view->find(key_of_text(KeySpace::kId, id)).postings) to = posting.value;
      state.redirect[find_actor(state, id)] = to;
    }
  }
  state.layers.push_back(*view);
  state.version = version_text(state.layers[0].checksum(), view->checksum());
  return {};
}

}  // namespace

LowerLayer lower_layer(const Knowledge::State& state) {
  LowerLayer lower;
  lower.has_actor = [&state](std::string_view id) { return find_actor(state, id) != UINT32_MAX; };
  lower.has_role = [&state](std::string_view id) { return find_role(state, id).has_value(); };
  lower.actor_record = [&state](std::string_view id) -> std::optional<Record> {
    const uint32_t actor = find_actor(state, id);
    if (actor == UINT32_MAX) return std::nullopt;
    return decoded(state, actor);
  };
  return lower;
}

Result<void> open_layers(const std::string& index_path, const std::vector<std::string>& extra_dirs, Knowledge::State& state) {
  Result<MappedFile> file = MappedFile::open(index_path);
  if (!file) return file.error();
  state.file = *std::move(file);
  Result<IndexView> base = IndexView::open(state.file.bytes(), index_path);
  if (!base) return base.error();
  state.layers.reserve(2);
  state.layers.push_back(*base);
  state.version = version_text(base->checksum(), 0);
  if (extra_dirs.empty()) return {};
  Result<ReadKb> read = read_kb_paths(extra_dirs);
  if (!read) return read.error();
  return add_overlay(*read, state);
}

Result<void> open_text(std::string_view kb_text, const std::string& name, Knowledge::State& state) {
  ParsedKb parsed = parse_kb(kb_text, name);
  if (!parsed.faults.empty()) return as_error(parsed.faults);
  const ResolvedKb resolved = resolve_kb(std::move(parsed.records));
  if (!resolved.faults.empty()) return as_error(resolved.faults);
  state.overlay = write_index(resolved.records);
  Result<IndexView> view = IndexView::open(state.overlay, name);
  if (!view) return view.error();
  state.layers.push_back(*view);
  state.version = version_text(view->checksum(), 0);
  return {};
}

Result<ReadKb> read_kb_paths(const std::vector<std::string>& paths) {
  ReadKb out;
  for (const std::string& path : paths) {
    std::vector<std::string> files;
    std::error_code failed;
    if (std::filesystem::is_directory(path, failed)) {
      for (auto it = std::filesystem::recursive_directory_iterator(path, failed); it != std::filesystem::recursive_directory_iterator();
           it.increment(failed)) {
        if (it->path().extension() == ".kb") files.push_back(it->path().string());
      }
      if (failed) return Error{ErrorCode::kIo, failed.message(), path};
      std::sort(files.begin(), files.end());
    } else {
      files.push_back(path);
    }
    for (const std::string& file : files) {
      Result<std::string> text = read_file(file);
      if (!text) return text.error();
      ParsedKb parsed = parse_kb(*text, file);
      out.records.insert(out.records.end(), std::make_move_iterator(parsed.records.begin()), std::make_move_iterator(parsed.records.end()));
      out.faults.insert(out.faults.end(), parsed.faults.begin(), parsed.faults.end());
    }
  }
  return out;
}

Result<Compiled> compile_kb(const std::vector<std::string>& paths) {
  Result<ReadKb> read = read_kb_paths(paths);
  if (!read) return read.error();
  ResolvedKb resolved = resolve_kb(std::move(read->records));
  Compiled out;
  out.faults = std::move(read->faults);
  out.faults.insert(out.faults.end(), resolved.faults.begin(), resolved.faults.end());
  if (out.faults.empty()) out.bytes = write_index(resolved.records);
  return out;
}

}  // namespace kb

std::vector<Diagnostic> check_knowledge(const std::vector<std::string>& paths, const std::string& index_path) {
  Result<kb::ReadKb> read = kb::read_kb_paths(paths);
  if (!read) return {{read.error().where, read.error().message}};
  std::vector<Diagnostic> faults = std::move(read->faults);
  Knowledge::State state;
  LowerLayer lower;
  if (!index_path.empty()) {
    if (Result<void> opened = kb::open_layers(index_path, {}, state); !opened) return {{opened.error().where, opened.error().message}};
    lower = kb::lower_layer(state);
  }
  const ResolvedKb resolved = resolve_kb(std::move(read->records), lower);
  faults.insert(faults.end(), resolved.faults.begin(), resolved.faults.end());
  return faults;
}

}  // namespace annalist
