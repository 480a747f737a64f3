#include "annalist/ingest/warc_bytes.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace annalist {
namespace {

constexpr size_t kRoom = size_t{128} * 1024;
constexpr size_t kKept = size_t{32} << 20;  // packed bytes of a member that are kept to look for the next in

}  // namespace

WarcBytes::WarcBytes(std::string path, std::string first, std::unique_ptr<ByteSource> rest, const IngestLimits& limits)
    : path_(std::move(path)), source_(std::move(rest)), guard_(limits) {
  // A first member whose very beginning is damaged is one all the same.
  gzip_ = is_gzip(first) || (!first.starts_with("WARC/") && first.find("\x1F\x8B\x08") != std::string::npos);
  source_end_ = source_ == nullptr;
  if (!gzip_) {
    buffer_ = std::move(first);
    return;
  }
  packed_ = std::move(first);
  stream_ = std::make_unique<z_stream_s>();
  std::memset(stream_.get(), 0, sizeof *stream_);
  inflateInit2(stream_.get(), 15 + 16);
}

WarcBytes::~WarcBytes() {
  if (stream_ != nullptr) inflateEnd(stream_.get());
}

// Adds to the buffer; false at the end.
Result<bool> WarcBytes::more() {
  if (gzip_) return more_packed();
  if (source_end_) return false;
  Result<size_t> got = source_->read(buffer_);
  if (!got) return got.error();
  source_end_ = *got == 0;
  return !source_end_;
}

// Forgets bytes of the file that are done with.
void WarcBytes::drop_packed(size_t size) {
  packed_.erase(0, size);
  packed_before_ += size;
  packed_at_ -= std::min(size, packed_at_);
  member_at_ -= std::min(size, member_at_);
}

Result<bool> WarcBytes::more_packed() {
  std::array<unsigned char, kRoom> room;
  while (true) {
    if (packed_at_ == packed_.size()) {
      drop_packed(!inside_ || packed_.size() > kKept ? packed_.size() : member_at_);
      Result<size_t> got = size_t{0};
      if (!source_end_) got = source_->read(packed_);
      if (!got) return got.error();
      source_end_ = *got == 0;
      if (source_end_ && inside_) return Error{ErrorCode::kBadArticle, "the gzip member is cut short", path_};
      if (source_end_) return false;
    }
    if (!inside_) {
      member_at_ = packed_at_;
      members_.push_back({before_ + buffer_.size(), packed_before_ + packed_at_});
      inside_ = true;
    }
    stream_->next_in = reinterpret_cast<unsigned char*>(packed_.data()) + packed_at_;
    stream_->avail_in = static_cast<unsigned>(packed_.size() - packed_at_);
    stream_->next_out = room.data();
    stream_->avail_out = static_cast<unsigned>(room.size());
    const int state = inflate(stream_.get(), Z_NO_FLUSH);
    const size_t used = packed_.size() - packed_at_ - stream_->avail_in;
    packed_at_ += used;
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
      return Error{ErrorCode::kBadArticle, "the gzip member is damaged", path_};
    if (state == Z_STREAM_END) {
      inside_ = false;
      inflateReset(stream_.get());
    }
    const size_t size = room.size() - stream_->avail_out;
    guard_.add(used, size);
    if (std::string wrong = guard_.wrong(); !wrong.empty()) {
      source_end_ = true;
      drop_packed(packed_.size());
      inside_ = false;
      return Error{ErrorCode::kBadArticle, std::move(wrong), path_};
    }
    buffer_.append(reinterpret_cast<const char*>(room.data()), size);
    if (size > 0 || state == Z_STREAM_END) return true;
  }
}

Result<void> WarcBytes::fill(size_t size) {
  while (buffer_.size() - at_ < size) {
    if (at_ > kRoom) {
      buffer_.erase(0, at_);
      before_ += at_;
      at_ = 0;
    }
    const Result<bool> got = more();
    if (!got) return got.error();
    if (!*got) break;
  }
  return {};
}

Result<void> WarcBytes::skip(uint64_t size) {
  while (size > 0) {
    if (auto filled = fill(1); !filled) return filled.error();
    const uint64_t step = std::min<uint64_t>(size, buffer_.size() - at_);
    if (step == 0) break;
    at_ += step;
    size -= step;
  }
  return {};
}

Result<void> WarcBytes::settle(size_t ahead) {
  if (!gzip_) return {};
  if (auto filled = fill(ahead); !filled) return filled.error();
  while (inside_ && buffer_.size() - at_ <= ahead) {
    const Result<bool> got = more();
    if (!got) return got.error();
    if (!*got) break;
  }
  return {};
}

// The member that the current place lies in. REQUIRES: gzip_
const WarcBytes::Member& WarcBytes::member() {
  if (members_.empty()) members_.push_back({before_ + at_, packed_before_ + packed_at_});
  while (members_.size() > 1 && members_[1].unpacked <= before_ + at_) members_.pop_front();
  return members_.front();
}

uint64_t WarcBytes::offset() { return gzip_ ? member().file : before_ + at_; }

uint64_t WarcBytes::inside() { return gzip_ ? before_ + at_ - member().unpacked : 0; }

Result<bool> WarcBytes::resync() { return gzip_ ? resync_packed() : resync_plain(); }

// Starts unpacking anew where the next member seems to begin that holds a record.
Result<bool> WarcBytes::resync_packed() {
  constexpr size_t kLook = 4096;  // bytes that tell whether a record begins
  size_t from = std::min(member_at_ + 1, packed_.size());
  while (true) {
    const size_t at = packed_.find("\x1F\x8B\x08", from);
    const size_t here = std::min(at, packed_.size());
    if (here < packed_.size() && (source_end_ || packed_.size() - here >= kLook)) {
      if (gunzip_beginning(std::string_view(packed_).substr(here), 5) != "WARC/") {
        from = here + 1;
        continue;
      }
      before_ += buffer_.size();
      buffer_.clear();
      at_ = 0;
      members_.clear();
      packed_at_ = here;
      inflateReset(stream_.get());
      inside_ = false;
      return true;
    }
    if (source_end_) return false;
    const size_t keep = at == std::string::npos ? (packed_.size() < 2 ? 0 : packed_.size() - 2) : at;
    drop_packed(std::max(keep, std::min(from, packed_.size() < 2 ? 0 : packed_.size() - 2)));
    from = 0;
    Result<size_t> got = source_->read(packed_);
    if (!got) return got.error();
    source_end_ = *got == 0;
  }
}

Result<bool> WarcBytes::resync_plain() {
  at_ = std::min(at_ + 1, buffer_.size());
  while (true) {
    const size_t found = buffer_.find("\nWARC/1.", at_);
    if (found != std::string::npos) {
      at_ = found + 1;
      return true;
    }
    at_ = buffer_.size() < 8 ? at_ : std::max(at_, buffer_.size() - 8);
    const Result<bool> got = more();
    if (!got) return got.error();
    if (!*got) return false;
    if (at_ > kRoom) {
      buffer_.erase(0, at_);
      before_ += at_;
      at_ = 0;
    }
  }
}

}  // namespace annalist
