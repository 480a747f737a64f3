// The files that a path stands for: the file itself, or of a folder all below it that may hold articles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/ingest/articles.h"

namespace annalist {

// In the order of their names, folder by folder. Of a folder those with an ending that is read (kEndings); .csv and .tsv only with a column
// of texts in the options, as most tables hold no articles; .xml when it is a feed. Links to folders are not followed. What can't be opened
// stands as an error in its place; a path that is no folder comes back as it is ("-" too). What a folder has beside them is counted in
// `left_out`, if given.
std::vector<Result<std::string>> article_files(const std::string& path, const IngestOptions& options, LeftOut* left_out = nullptr);

// Bytes of a regular file, 0 of anything else.
uint64_t size_on_disk(const std::string& path);

// The sizes of all files that the paths stand for, as they lie on disk; 0 when it can't be told beforehand (standard input, a pipe).
uint64_t total_size(const std::vector<std::string>& paths, const IngestOptions& options);

}  // namespace annalist
