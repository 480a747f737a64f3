// Unpacking of gzip (RFC 1952) and Zstandard (RFC 8878) streams; which of them is seen from the first bytes, not from a name.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "annalist/base/result.h"
#include "annalist/ingest/byte_source.h"
#include "annalist/ingest/limits.h"

namespace annalist {

bool is_packed(std::string_view bytes);
bool is_gzip(std::string_view bytes);

// What the packed bytes unpack to, as they are read; several members or frames one after the other are one stream. Bytes that are not
// packed come as they are. `path` names it in errors: kBadArticle (damaged, cut short, unpacks past the limits of ratio and size).
Result<std::unique_ptr<ByteSource>> unpack(std::string path, std::unique_ptr<ByteSource> packed, const IngestLimits& limits);

// The beginning of what gzip bytes unpack to, at most `size` bytes; less where the bytes are damaged or end before.
std::string gunzip_beginning(std::string_view bytes, size_t size);

// Told of bytes read and bytes made of them, says when it is no honest file any more but a bomb.
class UnpackGuard {
 public:
  explicit UnpackGuard(const IngestLimits& limits) : limits_(limits) {}
  void add(uint64_t packed, uint64_t unpacked) {
    packed_ += packed;
    unpacked_ += unpacked;
  }
  // Empty when all is well, else what is wrong and what to do.
  std::string wrong() const;

 private:
  IngestLimits limits_;
  uint64_t packed_ = 0;
  uint64_t unpacked_ = 0;
};

}  // namespace annalist
