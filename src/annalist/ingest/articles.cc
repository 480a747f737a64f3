#include "annalist/ingest/articles.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byte_source.h"
#include "annalist/ingest/encoding.h"

namespace annalist {
namespace {

namespace fs = std::filesystem;

// The form that a name's ending says, kAuto when it says none.
ArticleFormat format_by_ending(const std::string& path) {
  std::string name = ascii_lower(fs::path(path).filename().string());
  for (const std::string_view packed : {".gz", ".zst"}) {
    if (name.ends_with(packed)) name.resize(name.size() - packed.size());
  }
  if (name.ends_with(".txt")) return ArticleFormat::kText;
  if (name.ends_with(".html") || name.ends_with(".htm")) return ArticleFormat::kHtml;
  if (name.ends_with(".jsonl")) return ArticleFormat::kJsonl;
  return ArticleFormat::kAuto;
}

ArticleFormat format_by_bytes(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view text = trim(bytes.substr(0, 4096));
  if (text.starts_with('{')) return ArticleFormat::kJsonl;
  const std::string head = ascii_lower(text.substr(0, 1024));
  if (head.starts_with("<!doctype html") || head.starts_with("<!--") || head.starts_with("<?xml") ||
      head.find("<html") != std::string::npos || head.find("<head") != std::string::npos || head.find("<body") != std::string::npos ||
      head.starts_with("<article") || head.starts_with("<div"))
    return ArticleFormat::kHtml;
  return ArticleFormat::kText;
}

std::string megabytes(uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

// A folder's articles in the order of their names; what can't be opened comes out as an error.
void walk_folder(const std::string& path, std::vector<Result<std::string>>& found) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) entries.push_back(*it);
  if (error) found.push_back(Error{ErrorCode::kIo, error.message(), path});
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().string();
    const bool link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (!link) walk_folder(name, found);  // links to folders may lead back up
    } else if (format_by_ending(name) != ArticleFormat::kAuto) {
      found.push_back(name);
    }
  }
}

}  // namespace

std::optional<ArticleFormat> article_format_by_name(std::string_view name) {
  if (name == "auto") return ArticleFormat::kAuto;
  if (name == "text" || name == "txt") return ArticleFormat::kText;
  if (name == "html" || name == "htm") return ArticleFormat::kHtml;
  if (name == "jsonl" || name == "json") return ArticleFormat::kJsonl;
  return std::nullopt;
}

struct ArticleStream::State {
  std::vector<std::string> paths;
  IngestOptions options;
  size_t next_path = 0;
  std::vector<Result<std::string>> files;  // of the path in work
  size_t next_file = 0;

  // The JSONL file in work.
  std::unique_ptr<ByteSource> lines;
  std::string lines_path;
  std::string buffer;
  size_t buffer_at = 0;
  uint64_t line = 0;
  bool lines_end = false;
  bool any_line = false;

  bool advance();
  std::optional<Result<RawArticle>> open_file(const std::string& path);
  Result<RawArticle> read_whole(const std::string& path, ByteSource& source, std::string bytes, ArticleFormat format);
  std::optional<Result<RawArticle>> next_line();
  std::optional<Error> fill_line(size_t& end, bool& too_long);
  void close_lines() {
    lines.reset();
    buffer.clear();
    buffer_at = 0;
  }
};

// Goes to the next file; false when there is none.
bool ArticleStream::State::advance() {
  while (next_file == files.size()) {
    if (next_path == paths.size()) return false;
    files.clear();
    next_file = 0;
    const std::string& path = paths[next_path++];
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      walk_folder(path, files);
      if (files.empty())
        files.push_back(Error{ErrorCode::kIo, "no articles in this folder (.txt, .html, .htm, .jsonl, also .gz, .zst)", path});
    } else {
      files.push_back(path);
    }
  }
  return true;
}

std::optional<Result<RawArticle>> ArticleStream::State::open_file(const std::string& path) {
  Result<std::unique_ptr<ByteSource>> source = ByteSource::open(path);
  if (!source) return Result<RawArticle>(source.error());
  std::string bytes;
  Result<size_t> got = (*source)->read(bytes);
  if (!got) return Result<RawArticle>(got.error());
  if (bytes.empty()) return Result<RawArticle>(Error{ErrorCode::kBadArticle, "the file is empty", path});
  ArticleFormat format = options.format;
  if (format == ArticleFormat::kAuto) format = format_by_ending(path);
  if (format == ArticleFormat::kAuto) format = format_by_bytes(bytes);
  if (format != ArticleFormat::kJsonl) return read_whole(path, **source, std::move(bytes), format);
  const std::string kind = binary_kind(bytes);
  if (!kind.empty()) return Result<RawArticle>(Error{ErrorCode::kBadArticle, "this is " + kind + ", not JSON lines", path});
  lines = std::move(*source);
  lines_path = path;
  buffer = std::move(bytes);
  buffer_at = buffer.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  line = 0;
  lines_end = any_line = false;
  return std::nullopt;
}

Result<RawArticle> ArticleStream::State::read_whole(const std::string& path, ByteSource& source, std::string bytes, ArticleFormat format) {
  while (true) {
    if (bytes.size() > options.limits.file_bytes)
      return Error{ErrorCode::kBadArticle, "larger than " + megabytes(options.limits.file_bytes) + "; is this one article?", path};
    Result<size_t> got = source.read(bytes);
    if (!got) return got.error();
    if (*got == 0) break;
  }
  return RawArticle{path, std::move(bytes), format};
}

// Reads until the buffer holds a whole line from buffer_at on; `end` is where it ends. A line past the limit
// is read over.
std::optional<Error> ArticleStream::State::fill_line(size_t& end, bool& too_long) {
  size_t from = buffer_at;
  too_long = false;
  while (true) {
    end = buffer.find('\n', from);
    if (end != std::string::npos) return std::nullopt;
    if (lines_end) {
      end = buffer.size();
      return std::nullopt;
    }
    buffer.erase(0, buffer_at);
    buffer_at = 0;
    if (buffer.size() > options.limits.line_bytes) {
      too_long = true;
      buffer.clear();
    }
    from = buffer.size();
    Result<size_t> got = lines->read(buffer);
    if (!got) return got.error();
    lines_end = *got == 0;
  }
}

std::optional<Result<RawArticle>> ArticleStream::State::next_line() {
  while (true) {
    size_t end = 0;
    bool too_long = false;
    if (std::optional<Error> error = fill_line(end, too_long)) {
      error->where = lines_path + ":" + std::to_string(line + 1);
      close_lines();
      return Result<RawArticle>(*error);
    }
    const bool last = end == buffer.size();
    if (last && buffer_at == end && !too_long) {
      const bool none = !any_line;
      close_lines();
      if (none) return Result<RawArticle>(Error{ErrorCode::kBadArticle, "no JSON line in it", lines_path});
      return std::nullopt;
    }
    std::string bytes = buffer.substr(buffer_at, end - buffer_at);
    buffer_at = last ? end : end + 1;
    ++line;
    const std::string where = lines_path + ":" + std::to_string(line);
    if (too_long || bytes.size() > options.limits.line_bytes) {
      any_line = true;
      return Result<RawArticle>(Error{ErrorCode::kBadArticle, "the line is longer than " + megabytes(options.limits.line_bytes), where});
    }
    if (bytes.ends_with('\r')) bytes.pop_back();
    if (trim(bytes).empty()) continue;
    any_line = true;
    return Result<RawArticle>(RawArticle{where, std::move(bytes), ArticleFormat::kJsonl});
  }
}

ArticleStream::ArticleStream(std::vector<std::string> paths, IngestOptions options) : state_(std::make_unique<State>()) {
  state_->paths = std::move(paths);
  state_->options = std::move(options);
}
ArticleStream::~ArticleStream() = default;
ArticleStream::ArticleStream(ArticleStream&&) noexcept = default;
ArticleStream& ArticleStream::operator=(ArticleStream&&) noexcept = default;

std::optional<Result<RawArticle>> ArticleStream::next() {
  while (true) {
    if (state_->lines) {
      if (auto article = state_->next_line()) return article;
      continue;
    }
    if (!state_->advance()) return std::nullopt;
    Result<std::string>& file = state_->files[state_->next_file++];
    if (!file) return Result<RawArticle>(file.error());
    const std::string path = *file;
    if (auto article = state_->open_file(path)) return article;
  }
}

}  // namespace annalist
