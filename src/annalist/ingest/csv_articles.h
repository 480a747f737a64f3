// A table (CSV, TSV; csv_rows.h) with a column of texts as a stream of its rows, each an article. The first row names the columns.
// Spreadsheets' UTF-16 is read, and any other set that the first bytes show (encoding.h).
#pragma once

#include <memory>
#include <string>

#include "annalist/ingest/item_stream.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

// Names of columns, in any case; an empty one stands for the usual names ("text", "body", "content" ...; "date", "published" ...).
struct CsvColumns {
  std::string text;
  std::string id;
  std::string date;
  std::string title;
  std::string url;
  std::string outlet;
  std::string authors;
};

// Items are named PATH:LINE, of form kCsvRow: `bytes` is the row and hints.text the cell with the article's text. Errors: kBadArticle (no
// such column, with those that there are; no header).
Result<std::unique_ptr<ItemStream>> open_csv(Item item, const CsvColumns& columns, const IngestLimits& limits);

// The text of a row. `cell` as in hints.text; `charset` may be empty.
struct CsvText {
  MappedText text;  // in NFC; the map leads to the row's bytes
  std::string encoding;
  std::string note;
};
CsvText read_csv_text(std::string_view row, ByteSpan cell, const std::string& charset);

}  // namespace annalist
