#include "annalist/ingest/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace annalist {
namespace {

constexpr size_t kChunk = size_t{256} * 1024;

Error system_error(const std::string& path, int number) { return {ErrorCode::kIo, std::strerror(number), path}; }

class FileSource : public ByteSource {
 public:
  FileSource(std::string path, int file) : path_(std::move(path)), file_(file) {
    struct stat about;
    regular_ = ::fstat(file_, &about) == 0 && S_ISREG(about.st_mode);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override {
    if (file_ > 0) ::close(file_);
  }

  Result<size_t> read(std::string& out) override {
    const size_t before = out.size();
    out.resize(before + kChunk);
    ssize_t got = 0;
    do { got = ::read(file_, out.data() + before, kChunk); } while (got < 0 && errno == EINTR);
    out.resize(before + static_cast<size_t>(got < 0 ? 0 : got));
    if (got < 0) return system_error(path_, errno);
    return static_cast<size_t>(got);
  }
  int file() const override { return regular_ && file_ > 0 ? file_ : -1; }

 private:
  std::string path_;
  int file_;
  bool regular_ = false;
};

class JoinedSource : public ByteSource {
 public:
  JoinedSource(std::string first, std::unique_ptr<ByteSource> rest) : first_(std::move(first)), rest_(std::move(rest)) {}

  Result<size_t> read(std::string& out) override {
    if (!first_.empty()) {
      const size_t size = first_.size();
      if (out.empty()) out = std::move(first_);
      else out += first_;
      first_.clear();
      return size;
    }
    return rest_ == nullptr ? size_t{0} : rest_->read(out);
  }
  int file() const override { return rest_ == nullptr ? -1 : rest_->file(); }

 private:
  std::string first_;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> ByteSource::open(const std::string& path) {
  int file = 0;
  if (path != "-") {
    file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return system_error(path, errno);
    struct stat about;
    if (::fstat(file, &about) == 0 && S_ISDIR(about.st_mode)) {
      ::close(file);
      return system_error(path, EISDIR);
    }
  }
  return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(path, file));
}

std::unique_ptr<ByteSource> ByteSource::joined(std::string first, std::unique_ptr<ByteSource> rest) {
  return std::make_unique<JoinedSource>(std::move(first), std::move(rest));
}

std::unique_ptr<ByteSource> ByteSource::of(std::string bytes) { return joined(std::move(bytes), nullptr); }

Result<void> read_at_least(ByteSource& source, std::string& out, size_t size) {
  while (out.size() < size) {
    Result<size_t> got = source.read(out);
    if (!got) return got.error();
    if (*got == 0) break;
  }
  return {};
}

}  // namespace annalist
