// Rows of a table in text form (RFC 4180; also with semicolons, tabs or bars between the columns, as spreadsheets write them): cells may be
// quoted and hold line ends, "" in a quoted cell is one quotation mark. The file is a stream; no more than one row of it is held. A row
// that can't be made out is named by its line, and the rows after it are read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/base/span.h"
#include "annalist/ingest/byte_source.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct CsvRow {
  std::string bytes;            // without the line end
  std::vector<ByteSpan> cells;  // of bytes, with their quotes
  uint64_t line = 0;            // where it begins, from 1
};

// What stands between the columns: of , ; tab and | the one that the first row has most of outside quotes; a comma when it has none.
char sniff_separator(std::string_view head);

// The cell's words, out of their quotes, with the map to the row's bytes. REQUIRES: UTF-8 or another superset of ASCII
MappedText cell_text(std::string_view row, ByteSpan cell);
std::string cell_value(std::string_view row, ByteSpan cell);

class CsvRows {
 public:
  // `path` names the file in errors; a row longer than `row_bytes` is an error.
  CsvRows(std::string path, std::unique_ptr<ByteSource> source, char separator, uint64_t row_bytes);

  // The next row, or the error that stands in its place (kBadArticle, at path:line), or kIo, after which nothing comes; nullopt at the
  // end. Empty rows are passed over. All rows have as many cells as the first one, the header: empty cells past its end are dropped, any
  // other number is an error.
  std::optional<Result<CsvRow>> next();

 private:
  enum class Split : uint8_t { kRow, kBroken, kCut };
  Split split(CsvRow& row, size_t& end) const;
  Result<Split> take(CsvRow& row);
  void skip_to(size_t end);
  void skip_line();
  std::optional<Error> mend(Error error);
  Error at_line(std::string message, uint64_t line) const;

  std::string path_;
  std::unique_ptr<ByteSource> source_;
  char separator_;
  uint64_t row_bytes_;
  std::string buffer_;
  size_t at_ = 0;
  bool end_ = false;
  uint64_t line_ = 1;
  size_t columns_ = 0;  // of the header, 0 before it
  std::optional<CsvRow> kept_;
};

}  // namespace annalist
