// The compiled index on disk: one file, little-endian, mapped and used as it lies. A header, a table of sections, then the sections, each
// an array of one row type. All strings lie in one pool (two bytes of length, then the bytes); a StringAt is the offset of one. Rows of
// actors are numbered on from the lower layer's, so that an index can lie over another.
#pragma once

#include <array>
#include <cstdint>

namespace annalist::kb {

inline constexpr std::array<char, 8> kMagic = {'A', 'N', 'N', 'L', 'K', 'B', '\r', '\n'};
inline constexpr uint32_t kFormatVersion = 1;

using StringAt = uint32_t;  // 0: the empty string

enum class Section : uint32_t { kStrings, kActors, kItems, kRoles, kCodes, kPlaces, kRoleKinds, kCurrencies, kSlots, kPostings, kCount };
inline constexpr uint32_t kSections = static_cast<uint32_t>(Section::kCount);

struct SectionAt {
  uint64_t offset = 0;  // from the file's begin, a multiple of 8
  uint64_t rows = 0;
};
struct Header {
  std::array<char, 8> magic = kMagic;
  uint32_t version = kFormatVersion;
  uint32_t first_actor = 0;
  uint64_t size = 0;      // of the file
  uint64_t checksum = 0;  // index_checksum (index_view.h)
  std::array<SectionAt, kSections> sections{};
};

struct ActorRow {
  StringAt id = 0, name = 0, country = 0, iso2 = 0;
  uint32_t part_of = UINT32_MAX;
  uint32_t items_first = 0, items_count = 0;
  uint32_t roles_first = 0, roles_count = 0;
  uint32_t codes_first = 0, codes_count = 0;
  uint8_t kind = 0;
  uint8_t record = 0;   // RecordKind
  uint16_t weight = 0;  // orders those who share a name: higher first
};

enum class ItemField : uint32_t { kAlias, kSurname, kDomain, kAdjective, kPeople, kSeat, kCountry };
struct ItemRow {
  StringAt text = 0;
  ItemField field = ItemField::kAlias;
};

struct RoleRow {  // a role held
  StringAt role = 0, sector = 0;
  uint32_t of = UINT32_MAX;
  int32_t from = 0, to = 0;  // year * 10000 + month * 100 + day
  uint32_t flags = 0;        // 1 open, 2 the role has a single holder
};
struct CodeRow {
  StringAt code = 0;
  int32_t from = 0, to = 0;
  uint32_t open = 0;
};
struct PlaceRow {
  StringAt id = 0, name = 0, country = 0;
  uint32_t population = 0;
  int32_t latitude = 0, longitude = 0;  // 1e-5 degrees
  uint32_t feature = 'P';
};
struct RoleKindRow {
  StringAt id = 0, sector = 0;
  uint32_t single = 0;
};
struct CurrencyRow {
  StringAt code = 0;
  uint32_t items_first = 0, items_count = 0;  // countries
};

// Open addressing over 2^n slots, linear probing; a slot with `uses` 0 is empty.
struct Slot {
  uint64_t key = 0;
  uint32_t first = 0;  // into the postings
  uint32_t uses = 0;   // bits 0..29 postings, bit 30 some longer key begins with this one, bit 31 in use
};
inline constexpr uint32_t kSlotUsed = 1U << 31;
inline constexpr uint32_t kSlotContinues = 1U << 30;
inline constexpr uint32_t kSlotCount = kSlotContinues - 1;

enum class PostingKind : uint8_t { kActor, kCountryWord, kPlace, kRoleKind, kCurrency, kSector };
struct Posting {
  uint32_t value = 0;    // row, or for a sector its StringAt
  uint32_t written = 0;  // written_hash of the alias
  PostingKind kind = PostingKind::kActor;
  uint8_t exact_only = 0;  // an acronym: no other spelling will do
  uint8_t detail = 0;      // CountryWord; usual reading of a currency word
  uint8_t unused = 0;
  StringAt only_in = 0;  // role words
};

}  // namespace annalist::kb
