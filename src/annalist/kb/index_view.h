// IndexView: a compiled index as it lies in memory. Opening checks magic, version, size and checksum; after that rows are read in place.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "annalist/base/result.h"
#include "annalist/kb/index_format.h"
#include "annalist/kb/record.h"

namespace annalist::kb {

// XXH3 over all bytes, the header's own checksum taken as 0. REQUIRES: bytes hold a header.
uint64_t index_checksum(std::string_view bytes);

class IndexView {
 public:
  // The bytes must outlive the view and begin at a multiple of 8. `where` names them in errors (kBadConfiguration).
  static Result<IndexView> open(std::string_view bytes, const std::string& where);

  std::string_view text(StringAt at) const;
  uint32_t first_actor() const { return header_->first_actor; }
  uint64_t checksum() const { return header_->checksum; }
  std::span<const ActorRow> actors() const { return rows<ActorRow>(Section::kActors); }
  std::span<const ItemRow> items(uint32_t first, uint32_t count) const { return rows<ItemRow>(Section::kItems).subspan(first, count); }
  std::span<const RoleRow> roles(const ActorRow& row) const {
    return rows<RoleRow>(Section::kRoles).subspan(row.roles_first, row.roles_count);
  }
  std::span<const CodeRow> codes(const ActorRow& row) const {
    return rows<CodeRow>(Section::kCodes).subspan(row.codes_first, row.codes_count);
  }
  std::span<const PlaceRow> places() const { return rows<PlaceRow>(Section::kPlaces); }
  std::span<const RoleKindRow> role_kinds() const { return rows<RoleKindRow>(Section::kRoleKinds); }
  std::span<const CurrencyRow> currencies() const { return rows<CurrencyRow>(Section::kCurrencies); }

  // What the key leads to, and whether longer keys begin with it.
  struct Found {
    std::span<const Posting> postings;
    bool continues = false;
  };
  Found find(uint64_t key) const;

 private:
  template <class Row>
  std::span<const Row> rows(Section section) const {
    const SectionAt& at = header_->sections[static_cast<size_t>(section)];
    return {reinterpret_cast<const Row*>(bytes_.data() + at.offset), static_cast<size_t>(at.rows)};
  }
  std::string_view bytes_;
  const Header* header_ = nullptr;
};

}  // namespace annalist::kb
