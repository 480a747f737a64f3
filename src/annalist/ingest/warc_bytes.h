// The bytes of a web archive file (ISO 28500) as its records' reader wants them: unpacked when they are gzip, always able to say where in
// the file they come from, and able to go on after damage. A gzipped file has a member for each record (ISO 28500, annex D), so that what
// follows a damaged member is whole.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "annalist/base/result.h"
#include "annalist/ingest/byte_source.h"
#include "annalist/ingest/unpack.h"

struct z_stream_s;

namespace annalist {

class WarcBytes {
 public:
  WarcBytes(std::string path, std::string first, std::unique_ptr<ByteSource> rest, const IngestLimits& limits);
  ~WarcBytes();
  WarcBytes(const WarcBytes&) = delete;
  WarcBytes& operator=(const WarcBytes&) = delete;

  std::string_view at_hand() const { return std::string_view(buffer_).substr(at_); }
  // Makes `size` bytes at hand, fewer at the end. Errors: kBadArticle (damaged, cut short; resync leads on), kIo.
  Result<void> fill(size_t size);
  // Passes over bytes, at hand or not; fewer at the end.
  Result<void> skip(uint64_t size);
  // Reads to the end of the gzip member that ends here, if one does, so that its checksum is known to hold.
  Result<void> settle(size_t ahead);

  // The current place: the byte in the file where its gzip member begins, or of a plain file its own byte.
  uint64_t offset();
  // Bytes between the member's beginning and the current place, unpacked; 0 in a plain file.
  uint64_t inside();
  // Goes past damage, to where the next record may begin; false when there is none.
  Result<bool> resync();

 private:
  struct Member {
    uint64_t unpacked = 0;  // byte
    uint64_t file = 0;      // byte
  };
  Result<bool> more();
  Result<bool> more_packed();
  Result<bool> resync_packed();
  Result<bool> resync_plain();
  void drop_packed(size_t size);
  const Member& member();

  std::string path_;
  std::unique_ptr<ByteSource> source_;
  UnpackGuard guard_;
  bool gzip_ = false;
  bool source_end_ = false;

  std::string buffer_;  // unpacked, from the current member or record on
  size_t at_ = 0;
  uint64_t before_ = 0;         // unpacked bytes that the buffer no longer has
  std::deque<Member> members_;  // that the buffer has bytes of, in order

  std::string packed_;          // the member in work from its beginning on, and what follows
  size_t member_at_ = 0;        // of packed_, where it begins
  size_t packed_at_ = 0;        // of packed_, what inflate has taken
  uint64_t packed_before_ = 0;  // bytes of the file before packed_
  std::unique_ptr<z_stream_s> stream_;
  bool inside_ = false;  // a member that has begun and not ended
};

}  // namespace annalist
