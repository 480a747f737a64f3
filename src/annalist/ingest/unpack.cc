#include "annalist/ingest/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <cstring>
#include <vector>

namespace annalist {
namespace {

constexpr size_t kChunk = size_t{256} * 1024;

class GzipSource : public ByteSource {
 public:
  GzipSource(std::string path, std::unique_ptr<ByteSource> packed, const IngestLimits& limits)
      : path_(std::move(path)), packed_(std::move(packed)), guard_(limits) {
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
      stream_.next_out = room_.data();
      stream_.avail_out = static_cast<unsigned>(room_.size());
      inside_ = true;
      const int state = inflate(&stream_, Z_NO_FLUSH);
      const size_t used = input_.size() - stream_.avail_in - at_;
      at_ += used;
      if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
        return Error{ErrorCode::kBadArticle, "the gzip file is damaged; fetch it again", path_};
      if (state == Z_STREAM_END) {  // another member may follow (RFC 1952, 2.2)
        inside_ = false;
        inflateReset(&stream_);
      }
      const size_t size = room_.size() - stream_.avail_out;
      guard_.add(used, size);
      if (std::string wrong = guard_.wrong(); !wrong.empty()) return Error{ErrorCode::kBadArticle, std::move(wrong), path_};
      out.append(reinterpret_cast<const char*>(room_.data()), size);
      if (size > 0) return size;
    }
  }

 private:
  std::string path_;
  std::unique_ptr<ByteSource> packed_;
  UnpackGuard guard_;
  z_stream stream_;
  bool ready_ = false;
  bool inside_ = false;
  std::string input_;
  size_t at_ = 0;
  std::vector<unsigned char> room_ = std::vector<unsigned char>(kChunk);
};

class ZstdSource : public ByteSource {
 public:
  ZstdSource(std::string path, std::unique_ptr<ByteSource> packed, const IngestLimits& limits)
      : path_(std::move(path)), packed_(std::move(packed)), guard_(limits), stream_(ZSTD_createDStream()) {}
  ZstdSource(const ZstdSource&) = delete;
  ZstdSource& operator=(const ZstdSource&) = delete;
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }

  Result<size_t> read(std::string& out) override {
    while (true) {
      if (ZSTD_isError(wanted_) != 0) return Error{ErrorCode::kBadArticle, "the zstd file is damaged; fetch it again", path_};
      if (at_ == input_.size() && !more_) {
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
      ZSTD_outBuffer to{room_.data(), room_.size(), 0};
      wanted_ = ZSTD_decompressStream(stream_, &to, &in);
      if (ZSTD_isError(wanted_) != 0) continue;
      more_ = to.pos == room_.size();  // what is left inside wants room, not input
      guard_.add(in.pos - at_, to.pos);
      at_ = in.pos;
      if (std::string wrong = guard_.wrong(); !wrong.empty()) return Error{ErrorCode::kBadArticle, std::move(wrong), path_};
      out.append(room_.data(), to.pos);
      if (to.pos > 0) return to.pos;
    }
  }

 private:
  std::string path_;
  std::unique_ptr<ByteSource> packed_;
  UnpackGuard guard_;
  ZSTD_DStream* stream_;
  size_t wanted_ = 0;  // 0 at the end of a frame
  bool more_ = false;
  std::string input_;
  size_t at_ = 0;
  std::vector<char> room_ = std::vector<char>(kChunk);
};

bool is_zstd(std::string_view bytes) { return bytes.starts_with("\x28\xB5\x2F\xFD"); }

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }
bool is_packed(std::string_view bytes) { return is_gzip(bytes) || is_zstd(bytes); }

std::string UnpackGuard::wrong() const {
  constexpr uint64_t kHarmless = uint64_t{64} << 20;
  if (unpacked_ > limits_.unpacked_bytes)
    return "unpacks to more than " + size_text(limits_.unpacked_bytes) + "; the rest is left out (--limit unpacked=SIZE)";
  if (unpacked_ > kHarmless && unpacked_ / limits_.ratio > packed_)
    return "unpacks to more than " + std::to_string(limits_.ratio) + " times its size; the rest is left out (--limit ratio=N)";
  return {};
}

Result<std::unique_ptr<ByteSource>> unpack(std::string path, std::unique_ptr<ByteSource> packed, const IngestLimits& limits) {
  std::string first;
  if (auto got = read_at_least(*packed, first, 4); !got) return got.error();
  const bool gzip = is_gzip(first), zstd = is_zstd(first);
  packed = ByteSource::joined(std::move(first), std::move(packed));
  if (gzip) return std::unique_ptr<ByteSource>(std::make_unique<GzipSource>(std::move(path), std::move(packed), limits));
  if (zstd) return std::unique_ptr<ByteSource>(std::make_unique<ZstdSource>(std::move(path), std::move(packed), limits));
  return packed;
}

std::string gunzip_beginning(std::string_view bytes, size_t size) {
  z_stream stream;
  std::memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
  std::string in(bytes.substr(0, 65536));
  std::string out(size, '\0');
  stream.next_in = reinterpret_cast<unsigned char*>(in.data());
  stream.avail_in = static_cast<unsigned>(in.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<unsigned>(out.size());
  inflate(&stream, Z_NO_FLUSH);
  out.resize(size - stream.avail_out);
  inflateEnd(&stream);
  return out;
}

}  // namespace annalist
