// Archives: ZIP and TAR by libarchive, their files as a stream of items. Nothing is written to disk: a file's path inside is only part of
// its name here, so that "../" leads nowhere.
#pragma once

#include <memory>

#include "annalist/ingest/item_stream.h"

namespace annalist {

// Items are named PATH/INNER. Taken are files whose bytes or endings say a form that is read, and what looks like HTML; the rest, and what
// is no file, is left out and counted. A file that can't be unpacked is an Error in its place. The archive's end comes early, with an
// Error, past the limits of files, size and ratio. Errors: kBadArticle (no archive).
Result<std::unique_ptr<ItemStream>> open_archive(Item item, const IngestLimits& limits, LeftOut& left_out);

// A whole ZIP's one file by its exact name, for office documents; nullopt when it has none. Errors: kBadArticle without a place.
Result<std::optional<std::string>> zip_member(std::string_view zip, std::string_view name, uint64_t limit);

}  // namespace annalist
