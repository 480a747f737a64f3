#include "annalist/ingest/csv_articles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/charset.h"
#include "annalist/ingest/csv_rows.h"
#include "annalist/ingest/encoding.h"

namespace annalist {
namespace {

constexpr size_t kSight = size_t{256} * 1024;  // what encoding and separator are told by

// UTF-16 after its mark, as UTF-8.
class Utf16Source : public ByteSource {
 public:
  Utf16Source(std::unique_ptr<ByteSource> source, bool big)
      : source_(std::move(source)), charset_(big ? "UTF-16BE" : "UTF-16LE"), big_(big) {}

  Result<size_t> read(std::string& out) override {
    const size_t before = out.size();
    while (out.size() == before) {
      Result<size_t> got = source_->read(kept_);
      if (!got) return got.error();
      size_t whole = kept_.size();
      if (*got > 0) {
        whole -= whole % 2;
        if (whole >= 2 && is_high_surrogate(whole - 2)) whole -= 2;
      }
      out += convert_to_utf8(std::string_view(kept_).substr(0, whole), charset_).text.text();
      kept_.erase(0, whole);
      if (*got == 0) break;
    }
    return out.size() - before;
  }

 private:
  bool is_high_surrogate(size_t at) const { return (static_cast<unsigned char>(kept_[big_ ? at : at + 1]) & 0xFC) == 0xD8; }

  std::unique_ptr<ByteSource> source_;
  std::string charset_;
  bool big_;
  std::string kept_;
};

std::string quoted_list(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "\"" : ", \"") + name + "\"";
  return out;
}

// Where the column stands: the one that is asked for, else the first of the usual names that is there; -1 when there is none.
int find_column(const std::vector<std::string>& header, const std::string& asked, std::span<const std::string_view> usual) {
  const auto at = [&](std::string_view name) {
    for (size_t i = 0; i < header.size(); ++i) {
      if (equal_ignoring_case(header[i], name)) return static_cast<int>(i);
    }
    return -1;
  };
  if (!asked.empty()) return at(asked);
  for (const std::string_view name : usual) {
    if (const int found = at(name); found >= 0) return found;
  }
  return -1;
}

// How a table writes its dates in figures, 03/04/2019.
enum class DateOrder : uint8_t { kUnknown, kDayFirst, kMonthFirst };

// The three numbers of a date in figures with the year last, and nothing but a time behind them.
std::optional<std::array<int, 3>> figures_of(std::string_view date) {
  std::array<int, 3> out{};
  const char* at = date.data();
  const char* const end = date.data() + date.size();
  for (size_t i = 0; i < out.size(); ++i) {
    const auto [after, error] = std::from_chars(at, end, out[i]);
    if (error != std::errc() || out[i] <= 0) return std::nullopt;
    at = after;
    if (i < 2 && (at == end || (*at != '/' && *at != '-' && *at != '.'))) return std::nullopt;
    at += i < 2 ? 1 : 0;
  }
  const bool ends = at == end || *at == ' ' || *at == ',';
  return ends && out[2] >= 1000 && out[0] <= 31 && out[1] <= 31 ? std::optional(out) : std::nullopt;
}

std::optional<Date> read_date(const std::string& text, DateOrder order) {
  if (const auto iso = parse_iso_date(text)) return iso;
  if (const auto found = find_date(text)) return found->date;
  const auto figures = figures_of(text);
  if (!figures || order == DateOrder::kUnknown) return std::nullopt;
  const auto [first, second, year] = *figures;
  const Date date = order == DateOrder::kDayFirst ? Date{year, second, first} : Date{year, first, second};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

constexpr std::string_view kTextNames[] = {"text",     "body",     "content",      "article",  "full_text",
                                           "fulltext", "maintext", "article_text", "body_text"};
constexpr std::string_view kIdNames[] = {"id", "article_id", "doc_id", "document_id"};
constexpr std::string_view kDateNames[] = {"date",           "published",    "publication_date", "pub_date",
                                           "date_published", "publish_date", "published_at",     "datetime"};
constexpr std::string_view kTitleNames[] = {"title", "headline"};
constexpr std::string_view kUrlNames[] = {"url", "link"};
constexpr std::string_view kOutletNames[] = {"outlet", "source", "publisher", "publication", "newspaper", "domain"};
constexpr std::string_view kAuthorNames[] = {"authors", "author", "byline"};

class CsvArticles : public ItemStream {
 public:
  CsvArticles(std::string path, CsvRows rows, std::string charset, bool guessed)
      : path_(std::move(path)), rows_(std::move(rows)), charset_(std::move(charset)), guessed_(guessed) {}

  Result<void> read_header(const CsvColumns& asked) {
    auto row = rows_.next();
    if (!row) return Error{ErrorCode::kBadArticle, "the table is empty", path_};
    if (!*row) return row->error();
    std::vector<std::string> header;
    for (const ByteSpan cell : (*row)->cells) header.push_back(plain_cell((*row)->bytes, cell));
    struct Wanted {
      const std::string& asked;
      std::span<const std::string_view> usual;
      int& column;
      const char* option;
    };
    for (const Wanted& one :
         {Wanted{asked.text, kTextNames, text_, "--text-column"}, Wanted{asked.id, kIdNames, id_, "--id-column"},
          Wanted{asked.date, kDateNames, date_, "--date-column"}, Wanted{asked.title, kTitleNames, title_, "--title-column"},
          Wanted{asked.url, kUrlNames, url_, "--url-column"}, Wanted{asked.outlet, kOutletNames, outlet_, "--outlet-column"},
          Wanted{asked.authors, kAuthorNames, authors_, "--author-column"}}) {
      one.column = find_column(header, one.asked, one.usual);
      if (one.column >= 0 || (one.asked.empty() && &one.asked != &asked.text)) continue;
      const std::string what = one.asked.empty() ? "no column of texts" : "no column \"" + one.asked + "\"";
      return Error{ErrorCode::kBadArticle, what + " among " + quoted_list(header) + "; name it with " + one.option, path_};
    }
    return {};
  }

  // Learns from the table's first rows whether the day or the month comes first. A number past 12 tells; one way and the other, or neither,
  // tell nothing.
  void learn_date_order(CsvRows rows) {
    bool day_first = false, month_first = false;
    for (auto row = rows.next(); row && date_ >= 0; row = rows.next()) {
      if (!*row) continue;
      const auto figures = figures_of(value(**row, date_));
      day_first = day_first || (figures && (*figures)[0] > 12);
      month_first = month_first || (figures && (*figures)[1] > 12);
    }
    if (day_first != month_first) date_order_ = day_first ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
  }

  std::optional<Result<Item>> next() override {
    auto row = rows_.next();
    if (!row) return std::nullopt;
    if (!*row) return Result<Item>(row->error());
    return Result<Item>(item_of(std::move(**row)));
  }

 private:
  std::string plain_cell(std::string_view row, ByteSpan cell) const { return to_nfc(trim(read_csv_text(row, cell, charset_).text.text())); }

  std::string value(const CsvRow& row, int column) const {
    return column < 0 ? "" : plain_cell(row.bytes, row.cells[static_cast<size_t>(column)]);
  }

  Item item_of(CsvRow row) const {
    Item item;
    item.path = path_ + ":" + std::to_string(row.line);
    item.format = ArticleFormat::kCsvRow;
    ItemHints& hints = item.hints;
    hints.first = true;
    hints.charset = charset_;
    hints.text = row.cells[static_cast<size_t>(text_)];
    hints.id = value(row, id_);
    hints.url = value(row, url_);
    if (std::string title = value(row, title_); !title.empty()) hints.title = {std::move(title), "csv"};
    if (std::string outlet = value(row, outlet_); !outlet.empty()) hints.outlet = {std::move(outlet), "csv"};
    const std::string authors = value(row, authors_);
    for (std::string& name : split_names(authors)) hints.authors.push_back({std::move(name), "csv"});
    if (hints.authors.empty() && !authors.empty()) hints.authors.push_back({authors, "csv"});
    if (const std::string date = value(row, date_); !date.empty()) {
      hints.published = read_date(date, date_order_);
      if (hints.published) hints.published_how = "csv";
      else hints.note = "date \"" + date + "\" is not understood (write YYYY-MM-DD)";
    }
    const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (guessed_ && std::any_of(row.bytes.begin(), row.bytes.end(), is_high))
      hints.note += (hints.note.empty() ? "" : "; ") + std::string("encoding guessed: ") + charset_;
    item.bytes = std::move(row.bytes);
    return item;
  }

  std::string path_;
  CsvRows rows_;
  std::string charset_;
  bool guessed_;
  DateOrder date_order_ = DateOrder::kUnknown;
  int text_ = -1, id_ = -1, date_ = -1, title_ = -1, url_ = -1, outlet_ = -1, authors_ = -1;
};

}  // namespace

Result<std::unique_ptr<ItemStream>> open_csv(Item item, const CsvColumns& columns, const IngestLimits& limits) {
  std::string head = std::move(item.bytes);
  std::unique_ptr<ByteSource> source = std::move(item.rest);
  std::string charset = charset_by_label(item.hints.charset).value_or("");
  bool guessed = false;
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    const bool big = head[0] == '\xFE';
    source = std::make_unique<Utf16Source>(ByteSource::joined(head.substr(2), std::move(source)), big);
    head.clear();
    charset = "UTF-8";
  }
  if (source) {
    if (auto got = read_at_least(*source, head, kSight); !got) return got.error();
  }
  if (head.starts_with("\xEF\xBB\xBF")) {
    head.erase(0, 3);
    charset = "UTF-8";
  }
  if (charset.empty()) {
    const size_t invalid = find_invalid_utf8(head);
    guessed = invalid != std::string_view::npos && invalid + 4 < head.size();  // a character may be cut at the end
    charset = guessed ? guess_charset(head) : "UTF-8";
  }
  const char separator = sniff_separator(head);
  CsvRows first_rows(item.path, ByteSource::of(head), separator, limits.line_bytes);
  auto out = std::make_unique<CsvArticles>(
      item.path, CsvRows(item.path, ByteSource::joined(std::move(head), std::move(source)), separator, limits.line_bytes), charset,
      guessed);
  if (auto header = out->read_header(columns); !header) return header.error();
  out->learn_date_order(std::move(first_rows));
  return std::unique_ptr<ItemStream>(std::move(out));
}

CsvText read_csv_text(std::string_view row, ByteSpan cell, const std::string& charset) {
  const MappedText inside = cell_text(row, cell);
  CsvText out;
  Decoded decoded = decode_bytes(inside.text(), false, charset);
  out.encoding = std::move(decoded.encoding);
  out.note = std::move(decoded.note);
  out.text = clean_characters(through(decoded.text, inside), false);
  return out;
}

}  // namespace annalist
