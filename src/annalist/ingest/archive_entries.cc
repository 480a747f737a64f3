#include "annalist/ingest/archive_entries.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/unpack.h"

namespace annalist {
namespace {

constexpr size_t kChunk = size_t{128} * 1024;

using ArchiveHandle = std::unique_ptr<archive, int (*)(archive*)>;

ArchiveHandle new_reader() {
  ArchiveHandle handle(archive_read_new(), archive_read_free);
  archive_read_support_filter_none(handle.get());
  archive_read_support_filter_bzip2(handle.get());
  archive_read_support_filter_xz(handle.get());
  archive_read_support_format_zip(handle.get());
  archive_read_support_format_tar(handle.get());
  return handle;
}

std::string reason_of(archive* handle) {
  const char* text = archive_error_string(handle);
  return text == nullptr ? "its structure is damaged" : text;
}

// The packed bytes, as libarchive asks for them: by position in a file, one after the other elsewhere.
struct Packed {
  std::string path;
  std::string first;
  std::unique_ptr<ByteSource> rest;
  int file = -1;
  int64_t position = 0;
  int64_t size = 0;    // of a file
  uint64_t taken = 0;  // bytes given that fresh() has not told yet
  std::string chunk;
  std::optional<Error> broken;  // the source's own error

  // Packed bytes taken since it was last asked; of a file its whole size was told at the beginning.
  uint64_t fresh() {
    const uint64_t bytes = file >= 0 ? 0 : taken;
    taken = 0;
    return bytes;
  }

  static la_ssize_t read(archive* handle, void* self, const void** out) { return static_cast<Packed*>(self)->read_next(handle, out); }
  static la_int64_t seek(archive*, void* self, la_int64_t offset, int whence) {
    return static_cast<Packed*>(self)->seek_to(offset, whence);
  }

  la_ssize_t read_next(archive* handle, const void** out) {
    chunk.clear();
    if (file >= 0) {
      chunk.resize(kChunk);
      ssize_t got = 0;
      do { got = ::pread(file, chunk.data(), chunk.size(), position); } while (got < 0 && errno == EINTR);
      if (got < 0) {
        archive_set_error(handle, errno, "the file can't be read");
        return ARCHIVE_FATAL;
      }
      chunk.resize(static_cast<size_t>(got));
      position += got;
    } else if (!first.empty()) {
      chunk = std::move(first);
      first.clear();
    } else if (rest != nullptr) {
      if (Result<size_t> got = rest->read(chunk); !got) {
        broken = got.error();
        archive_set_error(handle, EIO, "%s", got.error().message.c_str());
        return ARCHIVE_FATAL;
      }
    }
    taken += chunk.size();
    *out = chunk.data();
    return static_cast<la_ssize_t>(chunk.size());
  }

  la_int64_t seek_to(la_int64_t offset, int whence) {
    if (file < 0) return ARCHIVE_FATAL;
    position = whence == SEEK_SET ? offset : whence == SEEK_CUR ? position + offset : size + offset;
    return position;
  }
};

// One file of the archive while it is the archive's current one.
class EntrySource : public ByteSource {
 public:
  EntrySource(archive* handle, std::string path, Packed& packed, UnpackGuard& guard, std::optional<Error>& stop)
      : handle_(handle), path_(std::move(path)), packed_(packed), guard_(guard), stop_(stop) {}

  Result<size_t> read(std::string& out) override {
    if (error_) return *error_;
    const size_t before = out.size();
    out.resize(before + kChunk);
    const la_ssize_t got = archive_read_data(handle_, out.data() + before, kChunk);
    out.resize(before + static_cast<size_t>(std::max<la_ssize_t>(got, 0)));
    if (got < 0) {
      error_ = Error{ErrorCode::kBadArticle, "can't be unpacked (" + reason_of(handle_) + ")", path_};
      return *error_;
    }
    guard_.add(packed_.fresh(), static_cast<uint64_t>(got));
    if (std::string wrong = guard_.wrong(); !wrong.empty()) {
      stop_ = error_ = Error{ErrorCode::kBadArticle, "the archive " + wrong, path_};
      return *error_;
    }
    return static_cast<size_t>(got);
  }

 private:
  archive* handle_;
  std::string path_;
  Packed& packed_;
  UnpackGuard& guard_;
  std::optional<Error>& stop_;
  std::optional<Error> error_;
};

// The name as text: archives have them in any encoding, with any characters.
std::string clean_name(archive_entry* entry, uint64_t number) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr || *name == '\0') return "file " + std::to_string(number);
  std::string out;
  const std::string_view all = name;
  for (size_t at = 0; at < all.size();) {
    const CodePoint c = decode_utf8(all, at);
    if (!c.valid || c.value < 0x20 || c.value == 0x7F) out += '?';
    else out += all.substr(at, c.bytes);
    at += c.bytes;
  }
  return out;
}

// What systems put into archives beside people's files.
bool is_system_file(std::string_view name) {
  const size_t slash = name.rfind('/');
  const std::string_view last = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return name.starts_with("__MACOSX/") || last.starts_with("._") || last == ".DS_Store" || last == "Thumbs.db" || last == "desktop.ini";
}

std::string kind_of_other(std::string_view name, std::string_view bytes) {
  const std::string kind = binary_kind(bytes);
  return kind.empty() || kind == "a binary file" ? unread_form(name) : kind;
}

class ArchiveEntries : public ItemStream {
 public:
  ArchiveEntries(const IngestLimits& limits, LeftOut& left_out, std::unique_ptr<Packed> packed, ArchiveHandle handle)
      : limits_(limits), left_out_(left_out), packed_(std::move(packed)), handle_(std::move(handle)), guard_(limits) {
    const bool whole = packed_->rest == nullptr;
    guard_.add(packed_->file >= 0 ? static_cast<uint64_t>(packed_->size) : whole ? packed_->first.size() : 0, 0);
  }

  std::optional<Result<Item>> next() override {
    while (!done_) {
      if (stop_) break;  // said already, with the file that went too far
      archive_entry* entry = nullptr;
      const int state = archive_read_next_header(handle_.get(), &entry);
      guard_.add(packed_->fresh(), 0);
      if (state == ARCHIVE_EOF) return end_of_archive();
      if (state == ARCHIVE_FATAL || state == ARCHIVE_RETRY) {
        done_ = true;
        if (packed_->broken) return Result<Item>(Error{packed_->broken->code, packed_->broken->message, packed_->path});
        return Result<Item>(Error{
            ErrorCode::kBadArticle,
            "the archive can't be read on after " + std::to_string(number_) + " files (" + reason_of(handle_.get()) + "); fetch it again",
            packed_->path});
      }
      if (++number_ > limits_.items) {
        done_ = true;
        return Result<Item>(
            Error{ErrorCode::kBadArticle,
                  "the archive has more than " + std::to_string(limits_.items) + " files; the rest is left out (--limit items=N)",
                  packed_->path});
      }
      if (auto item = take(entry)) return item;
    }
    return std::nullopt;
  }

 private:
  std::optional<Result<Item>> end_of_archive() {
    done_ = true;
    if (packed_->broken) return Result<Item>(Error{packed_->broken->code, packed_->broken->message, packed_->path});
    if (number_ > 0) return std::nullopt;
    return Result<Item>(Error{ErrorCode::kBadArticle, "the archive is empty", packed_->path});
  }

  // The file as an item, nullopt when it is left out.
  std::optional<Result<Item>> take(archive_entry* entry) {
    const auto type = archive_entry_filetype(entry);
    const std::string name = clean_name(entry, number_);
    if (type == AE_IFDIR) return std::nullopt;
    if (type != AE_IFREG || archive_entry_hardlink(entry) != nullptr) {
      left_out_["a link or a device in an archive"] += 1;
      return std::nullopt;
    }
    if (is_system_file(name)) {
      left_out_["a file of the system in an archive"] += 1;
      return std::nullopt;
    }
    const std::string path = packed_->path + "/" + name;
    if (archive_entry_is_data_encrypted(entry) > 0)
      return Result<Item>(Error{ErrorCode::kBadArticle, "locked by a password; unpack it first", path});
    if (archive_entry_size_is_set(entry) && archive_entry_size(entry) == 0) {
      left_out_["an empty file in an archive"] += 1;
      return std::nullopt;
    }
    Item item;
    item.path = path;
    item.rest = std::make_unique<EntrySource>(handle_.get(), path, *packed_, guard_, stop_);
    if (auto got = read_at_least(*item.rest, item.bytes, 65536); !got) return Result<Item>(got.error());
    const bool known = format_by_ending(name) != ArticleFormat::kAuto || format_by_magic(item.bytes) != ArticleFormat::kAuto;
    const bool page = !known && binary_kind(item.bytes).empty() && format_by_look(item.bytes) == ArticleFormat::kHtml;
    if (!known && !page) {
      left_out_[kind_of_other(name, item.bytes)] += 1;
      return std::nullopt;
    }
    return Result<Item>(std::move(item));
  }

  IngestLimits limits_;
  LeftOut& left_out_;
  std::unique_ptr<Packed> packed_;
  ArchiveHandle handle_;
  UnpackGuard guard_;
  std::optional<Error> stop_;
  uint64_t number_ = 0;
  bool done_ = false;
};

}  // namespace

Result<std::unique_ptr<ItemStream>> open_archive(Item item, const IngestLimits& limits, LeftOut& left_out) {
  auto packed = std::make_unique<Packed>();
  packed->path = item.path;
  // A ZIP's table of contents stands at its end, so that it is best read where one can seek: in a file, or held whole if small.
  const int file = item.rest == nullptr ? -1 : item.rest->file();
  struct stat about;
  if (file >= 0 && ::fstat(file, &about) == 0) {
    packed->file = file;
    packed->size = about.st_size;
  } else if (item.rest != nullptr && item.bytes.starts_with("PK")) {
    if (auto got = read_at_least(*item.rest, item.bytes, limits.file_bytes); !got && item.bytes.empty()) return got.error();
    if (item.bytes.size() < limits.file_bytes) item.rest.reset();
  }
  packed->first = std::move(item.bytes);
  packed->rest = std::move(item.rest);
  ArchiveHandle handle = new_reader();
  int state = ARCHIVE_OK;
  if (packed->file < 0 && packed->rest == nullptr) {
    state = archive_read_open_memory(handle.get(), packed->first.data(), packed->first.size());
  } else {
    archive_read_set_read_callback(handle.get(), Packed::read);
    if (packed->file >= 0) archive_read_set_seek_callback(handle.get(), Packed::seek);
    archive_read_set_callback_data(handle.get(), packed.get());
    state = archive_read_open1(handle.get());
  }
  if (state < ARCHIVE_WARN)
    return Error{ErrorCode::kBadArticle, "no archive that is read (" + reason_of(handle.get()) + "); ZIP and TAR are", packed->path};
  return std::unique_ptr<ItemStream>(std::make_unique<ArchiveEntries>(limits, left_out, std::move(packed), std::move(handle)));
}

Result<std::optional<std::string>> zip_member(std::string_view zip, std::string_view name, uint64_t limit) {
  ArchiveHandle handle = new_reader();
  const auto damaged = [&] { return Error{ErrorCode::kBadArticle, "the ZIP in it is damaged (" + reason_of(handle.get()) + ")", ""}; };
  if (archive_read_open_memory(handle.get(), zip.data(), zip.size()) < ARCHIVE_WARN) return damaged();
  while (true) {
    archive_entry* entry = nullptr;
    const int state = archive_read_next_header(handle.get(), &entry);
    if (state == ARCHIVE_EOF) return std::optional<std::string>();
    if (state < ARCHIVE_WARN) return damaged();
    const char* entry_name = archive_entry_pathname(entry);
    if (entry_name == nullptr || name != entry_name) continue;
    std::string out;
    while (true) {
      const size_t before = out.size();
      out.resize(before + kChunk);
      const la_ssize_t got = archive_read_data(handle.get(), out.data() + before, kChunk);
      out.resize(before + static_cast<size_t>(std::max<la_ssize_t>(got, 0)));
      if (got < 0) return damaged();
      if (out.size() > limit)
        return Error{ErrorCode::kBadArticle, "its text unpacks to more than " + size_text(limit) + " (--limit file=SIZE)", ""};
      if (got == 0) return std::optional<std::string>(std::move(out));
    }
  }
}

}  // namespace annalist
