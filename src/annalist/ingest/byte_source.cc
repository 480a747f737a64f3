#include "annalist/ingest/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <vector>

namespace annalist {
namespace {

constexpr size_t kChunk = size_t{256} * 1024;

Error system_error(const std::string& path, int number) { return {ErrorCode::kIo, std::strerror(number), path}; }

class PlainSource : public ByteSource {
 public:
  PlainSource(std::string path, int file) : path_(std::move(path)), file_(file) {}
  PlainSource(const PlainSource&) = delete;
  PlainSource& operator=(const PlainSource&) = delete;
  ~PlainSource() override {
    if (file_ > 0) ::close(file_);
  }

  Result<size_t> read(std::string& out) override {
    if (!first_.empty()) {
      out += first_;
      const size_t size = first_.size();
      first_.clear();
      return size;
    }
    const size_t before = out.size();
    out.resize(before + kChunk);
    ssize_t got = 0;
    do { got = ::read(file_, out.data() + before, kChunk); } while (got < 0 && errno == EINTR);
    out.resize(before + static_cast<size_t>(got < 0 ? 0 : got));
    if (got < 0) return system_error(path_, errno);
    return static_cast<size_t>(got);
  }

  // The first bytes, kept for the next read.
  Result<std::string> peek() {
    while (first_.size() < 4) {
      std::string more;
      const std::string kept = std::move(first_);
      first_.clear();
      Result<size_t> got = read(more);
      if (!got) return got.error();
      first_ = kept + more;
      if (*got == 0) break;
    }
    return first_;
  }

 private:
  std::string path_;
  int file_;
  std::string first_;
};

class GzipSource : public ByteSource {
 public:
  GzipSource(std::string path, std::unique_ptr<ByteSource> packed) : path_(std::move(path)), packed_(std::move(packed)) {
    std::memset(&stream_, 0, sizeof stream_);
    ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;
  }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;
  ~GzipSource() override {
    if (ready_) inflateEnd(&stream_);
  }

  Result<size_t> read(std::string& out) override {
    if (!ready_) return Error{ErrorCode::kIo, "no memory to unpack gzip", path_};
    std::vector<unsigned char> room(kChunk);
    while (true) {
      if (at_ == input_.size()) {
        input_.clear();
        at_ = 0;
        Result<size_t> got = packed_->read(input_);
        if (!got) return got.error();
        if (*got == 0) {
          if (inside_) return Error{ErrorCode::kBadArticle, "the gzip file is cut short; fetch it again", path_};
          return size_t{0};
        }
      }
      stream_.next_in = reinterpret_cast<unsigned char*>(input_.data()) + at_;
      stream_.avail_in = static_cast<unsigned>(input_.size() - at_);
      stream_.next_out = room.data();
      stream_.avail_out = static_cast<unsigned>(room.size());
      inside_ = true;
      const int state = inflate(&stream_, Z_NO_FLUSH);
      at_ = input_.size() - stream_.avail_in;
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        return Error{ErrorCode::kBadArticle, "the gzip file is damaged; fetch it again", path_};
      if (state == Z_STREAM_END) {  // another member may follow (RFC 1952, 2.2)
        inside_ = false;
        inflateReset(&stream_);
      }
      const size_t size = room.size() - stream_.avail_out;
      out.append(reinterpret_cast<const char*>(room.data()), size);
      if (size > 0) return size;
    }
  }

 private:
  std::string path_;
  std::unique_ptr<ByteSource> packed_;
  z_stream stream_;
  bool ready_ = false;
  bool inside_ = false;
  std::string input_;
  size_t at_ = 0;
};

class ZstdSource : public ByteSource {
 public:
  ZstdSource(std::string path, std::unique_ptr<ByteSource> packed)
      : path_(std::move(path)), packed_(std::move(packed)), stream_(ZSTD_createDStream()) {}
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }

  Result<size_t> read(std::string& out) override {
    std::vector<char> room(kChunk);
    while (true) {
      if (at_ == input_.size()) {
        input_.clear();
        at_ = 0;
        Result<size_t> got = packed_->read(input_);
        if (!got) return got.error();
        if (*got == 0) {
          if (wanted_ > 0) return Error{ErrorCode::kBadArticle, "the zstd file is cut short; fetch it again", path_};
          return size_t{0};
        }
      }
      ZSTD_inBuffer in{input_.data(), input_.size(), at_};
      ZSTD_outBuffer to{room.data(), room.size(), 0};
      wanted_ = ZSTD_decompressStream(stream_, &to, &in);
      at_ = in.pos;
      if (ZSTD_isError(wanted_) != 0) return Error{ErrorCode::kBadArticle, "the zstd file is damaged; fetch it again", path_};
      out.append(room.data(), to.pos);
      if (to.pos > 0) return to.pos;
    }
  }

 private:
  std::string path_;
  std::unique_ptr<ByteSource> packed_;
  ZSTD_DStream* stream_;
  size_t wanted_ = 0;  // 0 at the end of a frame
  std::string input_;
  size_t at_ = 0;
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
  auto plain = std::make_unique<PlainSource>(path, file);
  Result<std::string> first = plain->peek();
  if (!first) return first.error();
  if (first->starts_with("\x1F\x8B")) return std::unique_ptr<ByteSource>(new GzipSource(path, std::move(plain)));
  if (first->starts_with("\x28\xB5\x2F\xFD")) return std::unique_ptr<ByteSource>(new ZstdSource(path, std::move(plain)));
  return std::unique_ptr<ByteSource>(std::move(plain));
}

}  // namespace annalist
