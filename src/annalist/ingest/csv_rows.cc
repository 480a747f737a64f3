#include "annalist/ingest/csv_rows.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr size_t kFirstRead = size_t{256} * 1024;

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

// Where the next row begins after the line end at `at`.
size_t after_line_end(std::string_view text, size_t at) {
  if (at >= text.size()) return at;
  return at + (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
}

// Of a cell: its inside without blanks and quotes around it, and whether it had quotes.
struct Inside {
  size_t begin, end;
  bool quoted;
};
Inside inside_of(std::string_view row, ByteSpan cell) {
  size_t begin = cell.begin, end = cell.end;
  while (begin < end && row[begin] == ' ') ++begin;
  while (end > begin && row[end - 1] == ' ') --end;
  const bool quoted = end - begin >= 2 && row[begin] == '"' && row[end - 1] == '"';
  return quoted ? Inside{begin + 1, end - 1, true} : Inside{begin, end, false};
}

}  // namespace

char sniff_separator(std::string_view head) {
  static constexpr std::array<char, 4> kSeparators = {',', ';', '\t', '|'};
  std::array<size_t, kSeparators.size()> counts{};
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (is_line_end(c)) break;
    for (size_t i = 0; i < kSeparators.size(); ++i) counts[i] += c == kSeparators[i] ? 1U : 0U;
  }
  return kSeparators[static_cast<size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

MappedText cell_text(std::string_view row, ByteSpan cell) {
  const Inside inside = inside_of(row, cell);
  MappedText out;
  size_t begin = inside.begin;
  for (size_t at = begin; inside.quoted && at + 1 < inside.end; ++at) {
    if (row[at] != '"' || row[at + 1] != '"') continue;
    out.append(row.substr(begin, at + 1 - begin), begin);
    begin = ++at + 1;
  }
  out.append(row.substr(begin, inside.end - begin), begin);
  return out;
}

std::string cell_value(std::string_view row, ByteSpan cell) { return std::string(trim(cell_text(row, cell).text())); }

CsvRows::CsvRows(std::string path, std::unique_ptr<ByteSource> source, char separator, uint64_t row_bytes)
    : path_(std::move(path)), source_(std::move(source)), separator_(separator), row_bytes_(row_bytes) {}

Error CsvRows::at_line(std::string message, uint64_t line) const {
  return {ErrorCode::kBadArticle, std::move(message), path_ + ":" + std::to_string(line)};
}

// Splits the row at at_ as far as the buffer goes; `end` is where its line ends. kCut: the buffer ends first.
CsvRows::Split CsvRows::split(CsvRow& row, size_t& end) const {
  row.cells.clear();
  for (size_t at = at_;;) {
    const size_t begin = at;
    while (at < buffer_.size() && buffer_[at] == ' ' && separator_ != ' ') ++at;
    if (at < buffer_.size() && buffer_[at] == '"') {
      for (++at;; at += 2) {
        at = buffer_.find('"', at);
        if (at == std::string::npos || (at + 1 == buffer_.size() && !end_)) return end_ ? Split::kBroken : Split::kCut;
        if (at + 1 == buffer_.size() || buffer_[at + 1] != '"') break;
      }
      ++at;
      while (at < buffer_.size() && buffer_[at] == ' ') ++at;
      if (at < buffer_.size() && buffer_[at] != separator_ && !is_line_end(buffer_[at])) return Split::kBroken;
    } else {
      while (at < buffer_.size() && buffer_[at] != separator_ && !is_line_end(buffer_[at])) ++at;
    }
    // A \r at the buffer's end may have its \n yet to come.
    if (!end_ && (at == buffer_.size() || (buffer_[at] == '\r' && at + 1 == buffer_.size()))) return Split::kCut;
    row.cells.push_back({static_cast<uint32_t>(begin - at_), static_cast<uint32_t>(at - at_)});
    if (at == buffer_.size() || is_line_end(buffer_[at])) {
      end = at;
      return Split::kRow;
    }
    ++at;
  }
}

// Moves past what stands before `end`, and its line end.
void CsvRows::skip_to(size_t end) {
  const size_t next = after_line_end(buffer_, end);
  for (size_t at = at_; at < next; ++at)
    line_ += buffer_[at] == '\n' || (buffer_[at] == '\r' && (at + 1 == buffer_.size() || buffer_[at + 1] != '\n')) ? 1U : 0U;
  at_ = next;
}

void CsvRows::skip_line() {
  const size_t end = buffer_.find_first_of("\r\n", at_);
  skip_to(end == std::string::npos ? buffer_.size() : end);
}

// Reads on until the row at at_ is whole; kRow takes it, otherwise it stands where it stood. Each try reads as much again as there is,
// so that a long row costs no more than its length.
Result<CsvRows::Split> CsvRows::take(CsvRow& row) {
  while (true) {
    size_t end = 0;
    const Split found = split(row, end);
    if (found == Split::kRow) {
      row.bytes = buffer_.substr(at_, end - at_);
      row.line = line_;
      skip_to(end);
    }
    if (found != Split::kCut || buffer_.size() - at_ > row_bytes_) return found;
    buffer_.erase(0, at_);
    at_ = 0;
    const size_t wanted = std::max(buffer_.size() + kFirstRead, std::min<size_t>(2 * buffer_.size(), row_bytes_));
    if (auto got = read_at_least(*source_, buffer_, wanted); !got) return got.error();
    end_ = buffer_.size() < wanted;
  }
}

std::optional<Result<CsvRow>> CsvRows::next() {
  if (kept_) {
    CsvRow row = std::move(*kept_);
    kept_.reset();
    return Result<CsvRow>(std::move(row));
  }
  while (!end_ || at_ < buffer_.size()) {
    CsvRow row;
    const auto found = take(row);
    if (!found) {
      end_ = true;
      at_ = buffer_.size();
      return Result<CsvRow>(found.error());
    }
    if (*found == Split::kRow) {
      const bool empty = row.cells.size() == 1 && trim(row.bytes).empty();
      if (empty) continue;
      if (columns_ == 0) columns_ = row.cells.size();
      while (row.cells.size() > columns_ && cell_value(row.bytes, row.cells.back()).empty()) row.cells.pop_back();
      if (row.cells.size() == columns_) return Result<CsvRow>(std::move(row));
      return Result<CsvRow>(
          at_line("the row has " + std::to_string(row.cells.size()) + " columns, the header " + std::to_string(columns_), row.line));
    }
    const uint64_t line = line_;
    std::string message = *found == Split::kCut ? "the row is too long, or its quotation mark is never closed (--limit line=SIZE)"
                                                : "its quotation marks don't match (one inside a cell is written \"\")";
    if (auto error = mend(at_line(std::move(message), line))) return Result<CsvRow>(*error);
  }
  return std::nullopt;
}

// Finds the next line after the broken row that is a row in itself; the lines between are taken for the rest of the broken one.
std::optional<Error> CsvRows::mend(Error error) {
  const uint64_t first = line_;
  skip_line();
  while (columns_ > 0 && (!end_ || at_ < buffer_.size())) {
    CsvRow row;
    const auto found = take(row);
    if (!found) return found.error();
    if (*found != Split::kRow) {
      skip_line();
      continue;
    }
    if (row.cells.size() == columns_ && (columns_ > 1 || !trim(row.bytes).empty())) {
      if (row.line > first + 1) error.message += "; passed over up to line " + std::to_string(row.line - 1);
      kept_ = std::move(row);
      return error;
    }
  }
  if (columns_ == 0) at_ = buffer_.size();
  end_ = end_ || columns_ == 0;
  error.message += "; nothing after it could be read";
  return error;
}

}  // namespace annalist
