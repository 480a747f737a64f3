#include "annalist/kb/index_writer.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <tuple>
#include <unordered_map>

#include "annalist/kb/index_format.h"
#include "annalist/kb/index_view.h"
#include "annalist/kb/name_key.h"
#include "annalist/kb/resolve.h"

namespace annalist::kb {
namespace {

int32_t packed(Date day) { return day.year * 10000 + day.month * 100 + day.day; }

struct Entry {
  uint64_t key = 0;
  Posting posting;
};

class Writer {
 public:
  explicit Writer(const LowerIds& lower) : lower_(lower) {
    strings_.assign(2, '\0');  // the empty string
  }

  std::string run(const std::vector<Record>& records) {
    for (const Record& record : records) {
      if (is_actor_record(record)) {
        actor_rows_.emplace(record.id, lower_.first_actor + static_cast<uint32_t>(actor_rows_.size()));
      } else if (record.kind == RecordKind::kRole) {
        roles_.emplace(record.id, std::pair{record.sector, record.single});
      }
    }
    for (const Record& record : records) {
      if (is_actor_record(record)) add_actor(record);
      else add_other(record);
    }
    build_table();
    return assemble();
  }

 private:
  StringAt text(std::string_view value) {
    if (value.empty()) return 0;
    value = value.substr(0, 0xFFFF);
    if (const auto known = string_at_.find(std::string(value)); known != string_at_.end()) return known->second;
    const auto at = static_cast<StringAt>(strings_.size());
    const auto length = static_cast<uint16_t>(value.size());
    strings_.push_back(static_cast<char>(length & 0xFF));
    strings_.push_back(static_cast<char>(length >> 8));
    strings_.append(value);
    string_at_.emplace(value, at);
    return at;
  }

  uint32_t actor_index(const std::string& id) const {
    if (id.empty()) return UINT32_MAX;
    const auto known = actor_rows_.find(id);
    return known != actor_rows_.end() ? known->second : lower_.actor(id);
  }

  std::pair<std::string, bool> role_kind(const std::string& id) const {
    if (const auto known = roles_.find(id); known != roles_.end()) return known->second;
    return lower_.role(id).value_or(std::pair{std::string(), false});
  }

  void put(uint64_t key, PostingKind kind, uint32_t value, uint32_t written = 0, bool exact_only = false, uint8_t detail = 0,
           StringAt only_in = 0) {
    entries_.push_back({key, {value, written, kind, static_cast<uint8_t>(exact_only), detail, 0, only_in}});
  }

  // A name that scan() can find: its key, and marks on all shorter beginnings of it.
  void put_name(const std::string& name, PostingKind kind, uint32_t value, uint8_t detail = 0) {
    const std::vector<NameWord> words = name_words(name);
    if (words.empty()) return;
    const std::vector<NameWord> kept = key_words(words);
    uint64_t key = start_key(KeySpace::kName);
    for (size_t i = 0; i < kept.size(); ++i) {
      key = extend_key(key, kept[i].text);
      if (i + 1 < kept.size()) beginnings_.push_back(key);
    }
    put(key, kind, value, written_hash(words), is_acronym(name), detail);
  }

  void put_personal_keys(const std::string& name, uint32_t actor, bool is_name, const Record& record) {
    const std::vector<NameWord> words = key_words(name_words(name));
    if (words.size() >= 3) { put(key_of(KeySpace::kPartial, {words.front(), words.back()}), PostingKind::kActor, actor); }
    if (is_name && words.size() >= 2 && record.surnames.empty()) {
      put(key_of(KeySpace::kSurname, {words.back()}), PostingKind::kActor, actor);
    }
  }

  void put_skeleton(const std::string& name, uint32_t actor, ActorKind kind) {
    if (kind == ActorKind::kMedia || kind == ActorKind::kCompany || is_acronym(name)) return;
    const std::vector<NameWord> words = name_words(name);
    if (kind == ActorKind::kPerson && words.size() < 2) return;
    if (const std::string bones = skeleton(words); !bones.empty()) {
      put(key_of_text(KeySpace::kSkeleton, bones), PostingKind::kActor, actor);
    }
  }

  void add_items(const std::vector<std::string>& values, ItemField field) {
    for (const std::string& value : values) items_.push_back({text(value), field});
  }

  void add_actor(const Record& record) {
    const uint32_t self = lower_.first_actor + static_cast<uint32_t>(actors_.size());
    ActorRow row;
    row.id = text(record.id);
    row.name = text(record.name);
    row.country = text(record.kind == RecordKind::kCountry ? record.id : record.country);
    row.iso2 = text(record.iso2);
    row.part_of = actor_index(record.part_of);
    row.kind = static_cast<uint8_t>(record.actor_kind);
    row.record = static_cast<uint8_t>(record.kind);
    row.items_first = static_cast<uint32_t>(items_.size());
    add_items(record.aliases, ItemField::kAlias);
    add_items(record.surnames, ItemField::kSurname);
    add_items(record.domains, ItemField::kDomain);
    add_items(record.adjectives, ItemField::kAdjective);
    add_items(record.peoples, ItemField::kPeople);
    add_items(record.seats, ItemField::kSeat);
    row.items_count = static_cast<uint32_t>(items_.size()) - row.items_first;
    row.roles_first = static_cast<uint32_t>(held_.size());
    for (const RoleClaim& claim : record.roles) add_role(claim, self);
    row.roles_count = static_cast<uint32_t>(record.roles.size());
    row.codes_first = static_cast<uint32_t>(codes_.size());
    for (const CodeClaim& claim : record.codes) {
      codes_.push_back({text(claim.code), packed(claim.interval.from), packed(claim.interval.to), claim.interval.open ? 1U : 0U});
    }
    row.codes_count = static_cast<uint32_t>(record.codes.size());
    row.weight = weight_of(record);
    actors_.push_back(row);
    put(key_of_text(KeySpace::kId, record.id), PostingKind::kActor, self);
    if (!record.iso2.empty()) put(key_of_text(KeySpace::kIso2, record.iso2), PostingKind::kActor, self);
    for (const std::string& domain : record.domains) put(key_of_text(KeySpace::kDomain, domain), PostingKind::kActor, self);
    put_actor_names(record, self);
  }

  void add_role(const RoleClaim& claim, uint32_t self) {
    const auto [sector, single] = role_kind(claim.role);
    RoleRow row;
    row.role = text(claim.role);
    row.sector = text(sector);
    row.of = actor_index(claim.of);
    row.from = packed(claim.interval.from);
    row.to = packed(claim.interval.to);
    row.flags = (claim.interval.open ? 1U : 0U) | (single ? 2U : 0U);
    held_.push_back(row);
    put(extend_key(key_of_text(KeySpace::kHolder, claim.role), claim.of), PostingKind::kActor, self);
  }

  void put_actor_names(const Record& record, uint32_t self) {
    const bool person = record.actor_kind == ActorKind::kPerson;
    std::vector<std::string> names = {record.name};
    names.insert(names.end(), record.aliases.begin(), record.aliases.end());
    for (size_t i = 0; i < names.size(); ++i) {
      put_name(names[i], PostingKind::kActor, self);
      put_skeleton(names[i], self, record.actor_kind);
      if (person) put_personal_keys(names[i], self, i == 0, record);
      if (record.kind == RecordKind::kCountry)
        put_name(names[i], PostingKind::kCountryWord, self, static_cast<uint8_t>(CountryWord::kName));
    }
    for (const std::string& surname : record.surnames) {
      put(key_of(KeySpace::kSurname, key_words(name_words(surname))), PostingKind::kActor, self);
    }
    for (const std::string& word : record.adjectives)
      put_name(word, PostingKind::kCountryWord, self, static_cast<uint8_t>(CountryWord::kAdjective));
    for (const std::string& word : record.peoples)
      put_name(word, PostingKind::kCountryWord, self, static_cast<uint8_t>(CountryWord::kPeople));
    for (const std::string& word : record.seats) put_name(word, PostingKind::kCountryWord, self, static_cast<uint8_t>(CountryWord::kSeat));
  }

  static size_t prominence(const std::string& role) {
    for (std::string_view first :
         {"president", "prime-minister", "monarch", "supreme-leader", "secretary-general", "leader", "leader.political"}) {
      if (role == first) return 40;
    }
    for (std::string_view second :
         {"minister.foreign", "minister.defence", "president.vice", "crown-prince", "chief.staff", "spokesperson"}) {
      if (role == second) return 15;
    }
    return 4;
  }

  // States before all; then whoever the news is likelier to mean: higher offices, current ones, more spellings on file.
  static uint16_t weight_of(const Record& record) {
    size_t weight = record.kind == RecordKind::kCountry ? 1000 : 0;
    weight += std::min<size_t>(record.aliases.size(), 8);
    for (const RoleClaim& claim : record.roles) weight += prominence(claim.role) + (claim.interval.open ? 8 : 0);
    if (record.actor_kind == ActorKind::kIgo || record.actor_kind == ActorKind::kArmedGroup || record.actor_kind == ActorKind::kGovernment)
      weight += 10;
    return static_cast<uint16_t>(std::min<size_t>(weight, 2000));
  }

  void add_other(const Record& record) {
    switch (record.kind) {
      case RecordKind::kPlace: add_place(record); break;
      case RecordKind::kRole: add_role_kind(record); break;
      case RecordKind::kCurrency: add_currency(record); break;
      case RecordKind::kAgent: add_agent(record); break;
      default: break;
    }
  }

  void add_place(const Record& record) {
    const auto row = static_cast<uint32_t>(places_.size());
    places_.push_back({text(record.id), text(record.name), text(record.country), record.population,
                       static_cast<int32_t>(std::lround(record.latitude * 1e5)), static_cast<int32_t>(std::lround(record.longitude * 1e5)),
                       static_cast<uint32_t>(static_cast<unsigned char>(record.feature))});
    put_name(record.name, PostingKind::kPlace, row);
    for (const std::string& alias : record.aliases) put_name(alias, PostingKind::kPlace, row);
  }

  void add_role_kind(const Record& record) {
    const auto row = static_cast<uint32_t>(role_kinds_.size());
    role_kinds_.push_back({text(record.id), text(record.sector), record.single ? 1U : 0U});
    put(key_of_text(KeySpace::kRoleId, record.id), PostingKind::kRoleKind, row);
    std::vector<Words> words = record.words;
    words.insert(words.begin(), {record.name, {}});
    for (const Words& phrase : words) {
      for (const std::string& form : {phrase.text, plural_of(phrase.text)}) {
        put(key_of(KeySpace::kRoleWords, name_words(form)), PostingKind::kRoleKind, row, 0, false, 0, text(phrase.only_in));
      }
    }
  }

  void add_currency(const Record& record) {
    CurrencyRow currency{text(record.id), static_cast<uint32_t>(items_.size()), static_cast<uint32_t>(record.countries.size())};
    add_items(record.countries, ItemField::kCountry);
    const auto row = static_cast<uint32_t>(currencies_.size());
    currencies_.push_back(currency);
    const auto add = [&](const std::string& word, bool usual) {
      const std::vector<NameWord> words = name_words(word);
      put(key_of(KeySpace::kCurrency, words), PostingKind::kCurrency, row, written_hash(words), is_acronym(word), usual ? 1 : 0);
    };
    add(record.id, true);
    add(record.name, true);
    for (const std::string& word : record.usual) add(word, true);
    for (const Words& word : record.words) add(word.text, false);
  }

  void add_agent(const Record& record) {
    const StringAt sector = text(record.sector);
    for (const Words& word : record.words) {
      for (const std::string& form : {word.text, plural_of(word.text)}) {
        put(key_of(KeySpace::kAgent, name_words(form)), PostingKind::kSector, sector);
      }
    }
  }

  void build_table() {
    const auto order = [](const Entry& a, const Entry& b) {
      return std::tuple(a.key, a.posting.kind, a.posting.value, a.posting.written, a.posting.detail, a.posting.only_in) <
             std::tuple(b.key, b.posting.kind, b.posting.value, b.posting.written, b.posting.detail, b.posting.only_in);
    };
    std::sort(entries_.begin(), entries_.end(), order);
    entries_.erase(
        std::unique(entries_.begin(), entries_.end(), [&](const Entry& a, const Entry& b) { return !order(a, b) && !order(b, a); }),
        entries_.end());
    std::sort(beginnings_.begin(), beginnings_.end());
    beginnings_.erase(std::unique(beginnings_.begin(), beginnings_.end()), beginnings_.end());
    slots_.assign(std::bit_ceil((entries_.size() + beginnings_.size()) * 3 / 2 + 8), Slot{});
    for (size_t i = 0; i < entries_.size();) {
      size_t end = i;
      Slot& slot = slot_of(entries_[i].key);
      slot.first = static_cast<uint32_t>(postings_.size());
      while (end < entries_.size() && entries_[end].key == entries_[i].key) postings_.push_back(entries_[end++].posting);
      slot.uses |= static_cast<uint32_t>(end - i);
      i = end;
    }
    for (uint64_t key : beginnings_) slot_of(key).uses |= kSlotContinues;
  }

  Slot& slot_of(uint64_t key) {
    const size_t mask = slots_.size() - 1;
    size_t at = key & mask;
    while ((slots_[at].uses & kSlotUsed) != 0 && slots_[at].key != key) at = (at + 1) & mask;
    slots_[at].key = key;
    slots_[at].uses |= kSlotUsed;
    return slots_[at];
  }

  template <class Row>
  void append_section(std::string& out, Header& header, Section section, const Row* rows, size_t count) {
    out.resize((out.size() + 7) & ~size_t{7}, '\0');
    header.sections[static_cast<size_t>(section)] = {out.size(), count};
    if (count > 0) out.append(reinterpret_cast<const char*>(rows), count * sizeof(Row));
  }

  std::string assemble() {
    Header header;
    header.first_actor = lower_.first_actor;
    std::string out(sizeof(Header), '\0');
    append_section(out, header, Section::kStrings, strings_.data(), strings_.size());
    append_section(out, header, Section::kActors, actors_.data(), actors_.size());
    append_section(out, header, Section::kItems, items_.data(), items_.size());
    append_section(out, header, Section::kRoles, held_.data(), held_.size());
    append_section(out, header, Section::kCodes, codes_.data(), codes_.size());
    append_section(out, header, Section::kPlaces, places_.data(), places_.size());
    append_section(out, header, Section::kRoleKinds, role_kinds_.data(), role_kinds_.size());
    append_section(out, header, Section::kCurrencies, currencies_.data(), currencies_.size());
    append_section(out, header, Section::kSlots, slots_.data(), slots_.size());
    append_section(out, header, Section::kPostings, postings_.data(), postings_.size());
    header.size = out.size();
    std::memcpy(out.data(), &header, sizeof header);
    header.checksum = index_checksum(out);
    std::memcpy(out.data(), &header, sizeof header);
    return out;
  }

  const LowerIds& lower_;
  std::string strings_;
  std::unordered_map<std::string, StringAt> string_at_;
  std::unordered_map<std::string, uint32_t> actor_rows_;
  std::unordered_map<std::string, std::pair<std::string, bool>> roles_;
  std::vector<ActorRow> actors_;
  std::vector<ItemRow> items_;
  std::vector<RoleRow> held_;
  std::vector<CodeRow> codes_;
  std::vector<PlaceRow> places_;
  std::vector<RoleKindRow> role_kinds_;
  std::vector<CurrencyRow> currencies_;
  std::vector<Entry> entries_;
  std::vector<uint64_t> beginnings_;
  std::vector<Slot> slots_;
  std::vector<Posting> postings_;
};

}  // namespace

std::string write_index(const std::vector<Record>& records, const LowerIds& lower) { return Writer(lower).run(records); }

}  // namespace annalist::kb
