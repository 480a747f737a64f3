// Whole files in and out, and memory-mapped ones. Errors name the path and the system's reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "annalist/base/result.h"

namespace annalist {

// The file's bytes. Errors: kIo (missing, unreadable, a folder, larger than limit bytes).
Result<std::string> read_file(const std::string& path, uint64_t limit = uint64_t{1} << 32);
// Writes to a temporary beside it, then renames over it, so a reader sees the old or the new file, never half.
Result<void> write_file(const std::string& path, std::string_view bytes);

// A file mapped read-only for the object's life. Movable.
class MappedFile {
 public:
  static Result<MappedFile> open(const std::string& path);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();
  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace annalist
