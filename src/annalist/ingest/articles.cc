#include "annalist/ingest/articles.h"

#include <atomic>

#include "annalist/ingest/article_files.h"
#include "annalist/ingest/unpack.h"

namespace annalist {
namespace {

constexpr size_t kSight = 65536;  // bytes that are enough to tell a form by

// Counts what is read of a file.
class CountingSource : public ByteSource {
 public:
  CountingSource(std::unique_ptr<ByteSource> source, std::atomic<uint64_t>& count) : source_(std::move(source)), count_(count) {}
  Result<size_t> read(std::string& out) override {
    Result<size_t> got = source_->read(out);
    if (got) count_ += *got;
    return got;
  }
  int file() const override { return source_->file(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::atomic<uint64_t>& count_;
};

}  // namespace

struct ArticleStream::State {
  std::vector<std::string> paths;
  IngestOptions options;
  LeftOut left_out;
  size_t next_path = 0;
  std::vector<Result<std::string>> files;  // of the path in work
  size_t next_file = 0;
  std::atomic<uint64_t> bytes_read = 0;           // of the files so far
  uint64_t finished = 0;                          // sizes of the files before the one in work
  uint64_t file_size = 0;                         // of the one in work
  std::vector<std::unique_ptr<ItemStream>> open;  // the containers in work, outermost first

  bool advance();
  std::optional<Result<Item>> next_item();
  std::optional<Result<RawArticle>> enter(Item item);
  Result<RawArticle> read_whole(Item item);
};

// Goes to the next file; false when there is none.
bool ArticleStream::State::advance() {
  while (next_file == files.size()) {
    if (next_path == paths.size()) return false;
    files.clear();
    next_file = 0;
    const std::string& path = paths[next_path++];
    files = article_files(path, options, &left_out);
    if (files.empty()) files.push_back(Error{ErrorCode::kIo, "no articles in this folder (" + std::string(kEndings) + ")", path});
  }
  return true;
}

// The next item of the innermost open container, or the next file; nullopt at the end.
std::optional<Result<Item>> ArticleStream::State::next_item() {
  while (!open.empty()) {
    if (auto item = open.back()->next()) return item;
    open.pop_back();
  }
  if (!advance()) return std::nullopt;
  // Readers that seek leave parts of a file uncounted; it is done all the same.
  bytes_read = finished += file_size;
  file_size = 0;
  Result<std::string>& file = files[next_file++];
  if (!file) return Result<Item>(file.error());
  auto source = ByteSource::open(*file);
  if (!source) return Result<Item>(source.error());
  file_size = size_on_disk(*file);
  auto counted = std::make_unique<CountingSource>(std::move(*source), bytes_read);
  return Result<Item>(Item{*file, {}, std::move(counted), options.format, {}});
}

// An article's bytes, or nullopt when the item is a container, which is open then.
std::optional<Result<RawArticle>> ArticleStream::State::enter(Item item) {
  const auto failed = [](const Error& error) { return Result<RawArticle>(error); };
  if (item.rest == nullptr && item.format != ArticleFormat::kAuto && !is_container(item.format)) return read_whole(std::move(item));
  if (item.rest != nullptr) {
    if (auto got = read_at_least(*item.rest, item.bytes, kSight); !got) return failed(got.error());
  }
  // A crawl's members are unpacked one by one by its own reader, which can so step over a damaged one.
  const bool crawl =
      is_gzip(item.bytes) && (format_by_magic(item.bytes) == ArticleFormat::kWarc || format_by_ending(item.path) == ArticleFormat::kWarc);
  if (is_packed(item.bytes) && !crawl) {
    auto source = unpack(item.path, ByteSource::joined(std::move(item.bytes), std::move(item.rest)), options.limits);
    if (!source) return failed(source.error());
    item.rest = std::move(*source);
    item.bytes.clear();
    if (auto got = read_at_least(*item.rest, item.bytes, kSight); !got && item.bytes.empty()) return failed(got.error());
  }
  if (item.bytes.empty()) return failed({ErrorCode::kBadArticle, "the file is empty", item.path});
  if (item.format == ArticleFormat::kAuto) item.format = tell_format(item.path, item.bytes);
  if (!is_container(item.format)) return read_whole(std::move(item));
  if (open.size() >= options.limits.depth)
    return failed({ErrorCode::kBadArticle, "lies more than " + std::to_string(options.limits.depth) + " containers deep (--limit depth=N)",
                   item.path});
  auto container = open_container(std::move(item), options.limits, options.columns, left_out);
  if (!container) return failed(container.error());
  open.push_back(std::move(*container));
  return std::nullopt;
}

Result<RawArticle> ArticleStream::State::read_whole(Item item) {
  if (item.rest != nullptr) {
    if (auto got = read_at_least(*item.rest, item.bytes, options.limits.file_bytes + 1); !got) return got.error();
  }
  if (item.bytes.size() > options.limits.file_bytes)
    return Error{ErrorCode::kBadArticle,
                 "larger than " + size_text(options.limits.file_bytes) + "; is this one article? (--limit file=SIZE)", item.path};
  return RawArticle{std::move(item.path), std::move(item.bytes), item.format, std::move(item.hints)};
}

ArticleStream::ArticleStream(std::vector<std::string> paths, IngestOptions options) : state_(std::make_unique<State>()) {
  state_->paths = std::move(paths);
  state_->options = std::move(options);
}
ArticleStream::~ArticleStream() = default;
ArticleStream::ArticleStream(ArticleStream&&) noexcept = default;
ArticleStream& ArticleStream::operator=(ArticleStream&&) noexcept = default;

std::optional<Result<RawArticle>> ArticleStream::next() {
  while (auto item = state_->next_item()) {
    if (!*item) return Result<RawArticle>(item->error());
    if (auto article = state_->enter(std::move(**item))) return article;
  }
  return std::nullopt;
}

uint64_t ArticleStream::bytes_read() const { return state_->bytes_read; }

const LeftOut& ArticleStream::left_out() const { return state_->left_out; }

}  // namespace annalist
