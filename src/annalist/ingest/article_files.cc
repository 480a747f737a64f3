#include "annalist/ingest/article_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "annalist/ingest/ascii.h"
#include "annalist/ingest/feed.h"

namespace annalist {
namespace {

namespace fs = std::filesystem;

constexpr size_t kFeedHead = 8192;

// Whether a file of a folder is taken: by its ending; a table when its column of texts is told, as most tables hold none; an XML file
// when it is a feed.
bool is_taken(const std::string& path, const IngestOptions& options) {
  const ArticleFormat ending = format_by_ending(path);
  if (ending == ArticleFormat::kCsv) return options.format == ArticleFormat::kCsv || !options.columns.text.empty();
  if (ending != ArticleFormat::kAuto || !ends_ignoring_case(path, ".xml")) return ending != ArticleFormat::kAuto;
  auto source = ByteSource::open(path);
  std::string head;
  return source && read_at_least(**source, head, kFeedHead) && looks_like_feed(head);
}

// A folder's articles in the order of their names; what can't be opened comes out as an error.
void walk_folder(const std::string& path, const IngestOptions& options, std::vector<Result<std::string>>& found, LeftOut* left_out) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator it(path, error), end; !error && it != end; it.increment(error)) entries.push_back(*it);
  if (error) found.push_back(Error{ErrorCode::kIo, error.message(), path});
  std::sort(entries.begin(), entries.end());
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().string();
    const bool link = entry.is_symlink(error);
    if (entry.is_directory(error)) {
      if (!link) walk_folder(name, options, found, left_out);  // links to folders may lead back up
    } else if (is_taken(name, options)) {
      found.push_back(name);
    } else if (left_out != nullptr) {
      (*left_out)[unread_form(name)] += 1;
    }
  }
}

}  // namespace

std::vector<Result<std::string>> article_files(const std::string& path, const IngestOptions& options, LeftOut* left_out) {
  std::vector<Result<std::string>> out;
  std::error_code error;
  if (path != "-" && fs::is_directory(path, error)) walk_folder(path, options, out, left_out);
  else out.push_back(path);
  return out;
}

uint64_t size_on_disk(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return 0;
  const uintmax_t size = fs::file_size(path, error);
  return error ? 0 : size;
}

uint64_t total_size(const std::vector<std::string>& paths, const IngestOptions& options) {
  uint64_t total = 0;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || (fs::exists(path, error) && !fs::is_directory(path, error) && !fs::is_regular_file(path, error))) return 0;
    for (const Result<std::string>& file : article_files(path, options)) total += file ? size_on_disk(*file) : 0;
  }
  return total;
}

}  // namespace annalist
