#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/articles.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/encoding.h"
#include "check_document.h"
#include "targets.h"

namespace annalist::fuzz {
namespace {

// Of UTF-8 each ASCII letter and digit comes from itself, or from a reference or a longer character that stands for it.
void check_letters(const Document& document, std::string_view bytes) {
  if (document.encoding != "UTF-8") return;
  for (uint32_t byte = 0; byte < document.text.size(); ++byte) {
    const char c = document.text[byte];
    if (!is_ascii_alpha(c) && !is_ascii_digit(c)) continue;
    const char from = bytes[document.offsets.to_raw(byte)];
    require(from == c || from == '&' || static_cast<unsigned char>(from) >= 0x80, "a letter comes from itself");
  }
}

// `letters`: what is in the bytes is in the text as it stands.
void read_as(std::string_view bytes, ArticleFormat format, bool letters) {
  const RawArticle article{"fuzz", std::string(bytes), format};
  const auto document = make_document(article, {});
  if (!document) return require(!document.error().message.empty(), "an error says what is wrong");
  check_document(*document, bytes.size());
  if (letters) check_letters(*document, bytes);
}

}  // namespace

void html(std::string_view bytes) { read_as(bytes, ArticleFormat::kHtml, true); }
void text(std::string_view bytes) { read_as(bytes, ArticleFormat::kText, true); }
void jsonl(std::string_view bytes) { read_as(bytes, ArticleFormat::kJsonLine, false); }

void encoding(std::string_view bytes) {
  for (const bool html : {false, true}) {
    const Decoded decoded = decode_bytes(bytes, html);
    require(find_invalid_utf8(decoded.text.text()) == std::string_view::npos, "decoded text is UTF-8");
    require(!decoded.encoding.empty(), "the encoding is named");
  }
  (void)declared_charset(bytes);
  (void)binary_kind(bytes);
}

// Dates as lines, addresses and options write them.
void dates(std::string_view bytes) {
  const std::string_view valid = bytes.substr(0, find_invalid_utf8(bytes));
  if (const auto found = find_date(valid)) {
    require(is_valid(found->date), "a found date is a day");
    require(found->words.begin < found->words.end && found->words.end <= valid.size(), "a found date has words");
  }
  if (const auto line = read_date_line(valid)) require(is_valid(line->date), "a date line has a day");
  if (const auto date = date_in_url(valid)) require(is_valid(*date), "an address has a day");
  if (const auto date = parse_iso_date(bytes)) require(parse_iso_date(to_iso(*date)) == date, "a date is written as it is read");
  if (const auto range = parse_iso_range(bytes)) require(parse_iso_range(to_iso(*range)) == range, "a range is written as it is read");
  (void)month_by_name(bytes);
  (void)weekday_by_name(bytes);
}

}  // namespace annalist::fuzz
