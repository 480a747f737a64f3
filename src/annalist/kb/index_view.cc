#include "annalist/kb/index_view.h"

#include <xxhash.h>

#include <bit>
#include <cstring>

namespace annalist::kb {
namespace {

constexpr std::array<size_t, kSections> kRowSizes = {1,
                                                     sizeof(ActorRow),
                                                     sizeof(ItemRow),
                                                     sizeof(RoleRow),
                                                     sizeof(CodeRow),
                                                     sizeof(PlaceRow),
                                                     sizeof(RoleKindRow),
                                                     sizeof(CurrencyRow),
                                                     sizeof(Slot),
                                                     sizeof(Posting)};

Error damaged(const std::string& where, const std::string& what) {
  return {ErrorCode::kBadConfiguration, "the knowledge index is " + what + "; build it again with annalist_kb_compile", where};
}

}  // namespace

uint64_t index_checksum(std::string_view bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.checksum = 0;
  return XXH3_64bits_withSeed(bytes.data() + sizeof(Header), bytes.size() - sizeof(Header), XXH3_64bits(&header, sizeof header));
}

Result<IndexView> IndexView::open(std::string_view bytes, const std::string& where) {
  if (bytes.size() < sizeof(Header)) return damaged(where, "cut short");
  IndexView view;
  view.bytes_ = bytes;
  view.header_ = reinterpret_cast<const Header*>(bytes.data());
  const Header& header = *view.header_;
  if (header.magic != kMagic) return damaged(where, "no knowledge index at all");
  if (header.version != kFormatVersion) {
    return damaged(where, "of format " + std::to_string(header.version) + ", this program reads " + std::to_string(kFormatVersion));
  }
  if (header.size != bytes.size()) {
    return damaged(where, "cut short or overlong: " + std::to_string(bytes.size()) + " bytes, not " + std::to_string(header.size));
  }
  for (uint32_t i = 0; i < kSections; ++i) {
    const SectionAt& at = header.sections[i];
    const bool fits = at.offset % 8 == 0 && at.offset >= sizeof(Header) && at.offset <= bytes.size() &&
                      at.rows <= (bytes.size() - at.offset) / kRowSizes[i];
    if (!fits) return damaged(where, "damaged (section " + std::to_string(i) + ")");
  }
  if (!std::has_single_bit(view.rows<Slot>(Section::kSlots).size())) return damaged(where, "damaged (table of names)");
  if (index_checksum(bytes) != header.checksum) { return damaged(where, "damaged (the checksum differs)"); }
  return view;
}

std::string_view IndexView::text(StringAt at) const {
  const char* data = bytes_.data() + header_->sections[static_cast<size_t>(Section::kStrings)].offset + at;
  const size_t length = static_cast<size_t>(static_cast<unsigned char>(data[0])) | static_cast<size_t>(static_cast<unsigned char>(data[1]))
                                                                                       << 8;
  return {data + 2, length};
}

IndexView::Found IndexView::find(uint64_t key) const {
  const std::span<const Slot> slots = rows<Slot>(Section::kSlots);
  const size_t mask = slots.size() - 1;
  for (size_t at = key & mask; (slots[at].uses & kSlotUsed) != 0; at = (at + 1) & mask) {
    if (slots[at].key != key) continue;
    return {rows<Posting>(Section::kPostings).subspan(slots[at].first, slots[at].uses & kSlotCount),
            (slots[at].uses & kSlotContinues) != 0};
  }
  return {};
}

}  // namespace annalist::kb
