// ByteSource: the bytes of a file or of standard input as a stream, unpacked on the way when they are gzip
// (RFC 1952) or Zstandard (RFC 8878); which of them is seen from the first bytes, not from the name. Memory
// use does not grow with the file.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "annalist/base/result.h"

namespace annalist {

class ByteSource {
 public:
  // "-" is standard input. Errors: kIo (missing, unreadable, a folder).
  static Result<std::unique_ptr<ByteSource>> open(const std::string& path);
  virtual ~ByteSource() = default;

  // Puts the next bytes at the end of `out`, some hundred kilobytes at most; 0 at the end. Errors: kIo (the
  // system refused), kBadArticle (a broken or truncated packed file); what was read before the break has been
  // given.
  virtual Result<size_t> read(std::string& out) = 0;
};

}  // namespace annalist
