// ByteSource: bytes as a stream: a file, standard input, a string, what another source unpacks to (unpack.h). Memory use does not grow with
// its length.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "annalist/base/result.h"

namespace annalist {

class ByteSource {
 public:
  // The file's bytes as they stand; "-" is standard input. Errors: kIo (missing, unreadable, a folder).
  static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
  static std::unique_ptr<ByteSource> of(std::string bytes);
  // `first`, then what `rest` gives (which may be null).
  static std::unique_ptr<ByteSource> joined(std::string first, std::unique_ptr<ByteSource> rest);
  virtual ~ByteSource() = default;

  // Puts the next bytes at the end of `out`, some hundred kilobytes at most where they come from a file; 0 at the end. Errors: kIo (the
  // system refused), kBadArticle (a broken or truncated packed file, or one that unpacks past the limits); what was read before the break
  // has been given.
  virtual Result<size_t> read(std::string& out) = 0;
  // The descriptor of the regular file whose bytes these are, for readers that seek (pread), else -1.
  virtual int file() const { return -1; }
};

// Reads until `out` has `size` bytes at least or the source ends.
Result<void> read_at_least(ByteSource& source, std::string& out, size_t size);

}  // namespace annalist
