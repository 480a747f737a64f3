#include "annalist/ingest/warc.h"

#include <algorithm>
#include <charconv>

#include "annalist/base/date.h"
#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/http_response.h"
#include "annalist/ingest/warc_bytes.h"

namespace annalist {
namespace {

constexpr size_t kMostHead = size_t{256} * 1024;

struct RecordHead {
  std::string type;          // "response", "request", ...
  std::string url;           // without angle brackets
  std::string content_type;  // of the record: application/http, text/html, ...
  std::string date;
  uint64_t length = 0;
  bool sized = false;
};

// Lines of "Name: value" after the line "WARC/1.0".
RecordHead read_head(std::string_view head) {
  RecordHead out;
  head.remove_prefix(std::min(head.find('\n'), head.size()));
  while (!head.empty()) {
    const size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = trim(head.substr(0, end));
    head.remove_prefix(std::min(end + 1, head.size()));
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = ascii_lower(trim(line.substr(0, colon)));
    std::string_view value = trim(line.substr(colon + 1));
    if (name == "warc-type") out.type = ascii_lower(value);
    if (name == "warc-date") out.date = value;
    if (name == "content-type") out.content_type = ascii_lower(value.substr(0, value.find(';')));
    if (name == "warc-target-uri") {
      if (value.starts_with('<') && value.ends_with('>')) value = value.substr(1, value.size() - 2);
      if (find_invalid_utf8(value) == std::string_view::npos) out.url = value;
    }
    if (name == "content-length") {
      const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), out.length);
      out.sized = error == std::errc() && stop == value.data() + value.size();
    }
  }
  return out;
}

// Where the head ends, past its empty line; npos when it does not.
size_t head_end(std::string_view bytes) {
  const size_t crlf = bytes.find("\r\n\r\n"), lf = bytes.find("\n\n");
  if (crlf == std::string_view::npos && lf == std::string_view::npos) return std::string_view::npos;
  return crlf < lf ? crlf + 4 : lf + 2;
}

bool is_page(std::string_view content_type) { return content_type == "text/html" || content_type == "application/xhtml+xml"; }

class Warc : public ItemStream {
 public:
  Warc(Item item, const IngestLimits& limits, LeftOut& left_out)
      : path_(item.path), limits_(limits), left_out_(left_out), bytes_(item.path, std::move(item.bytes), std::move(item.rest), limits) {}

  std::optional<Result<Item>> next() override {
    while (!done_) {
      Result<std::optional<Item>> item = read_record();
      if (item && *item) return Result<Item>(std::move(**item));
      if (waiting_) {
        Error error = std::move(*waiting_);
        waiting_.reset();
        error.where = path_ + ": byte " + std::to_string(start_);
        return Result<Item>(std::move(error));
      }
      if (item) continue;
      Error error = item.error();
      const Result<bool> on = error.code == ErrorCode::kIo ? Result<bool>(false) : bytes_.resync();
      done_ = !on || !*on;
      error.where = path_ + ": byte " + std::to_string(start_);
      if (error.code != ErrorCode::kIo) error.message += done_ ? "; nothing after it can be read" : "; the record is left out";
      return Result<Item>(std::move(error));
    }
    return std::nullopt;
  }

 private:
  Error bad(std::string message) const { return {ErrorCode::kBadArticle, std::move(message), ""}; }

  Result<std::string_view> find_head() {
    while (true) {  // the line ends between records
      if (auto filled = bytes_.fill(1); !filled) {
        start_ = bytes_.offset();
        return filled.error();
      }
      const std::string_view first = bytes_.at_hand();
      if (first.empty() || (first[0] != '\r' && first[0] != '\n')) break;
      if (auto skipped = bytes_.skip(1); !skipped) return skipped.error();
    }
    start_ = bytes_.offset();
    inside_ = bytes_.inside();
    for (size_t want = 4096;; want *= 2) {
      if (auto filled = bytes_.fill(want); !filled && head_end(bytes_.at_hand()) == std::string_view::npos) return filled.error();
      const std::string_view all = bytes_.at_hand();
      if (all.empty()) return all;
      if (!all.starts_with("WARC/")) return bad("no WARC record begins here");
      if (const size_t end = head_end(all); end != std::string_view::npos) return all.substr(0, end);
      if (all.size() < want) return bad("the record's head is cut short");
      if (want > kMostHead) return bad("the record's head does not end");
    }
  }

  // The next record's page; nullopt when it has none, or at the end (done_).
  Result<std::optional<Item>> read_record() {
    const Result<std::string_view> head_bytes = find_head();
    if (!head_bytes) return head_bytes.error();
    if (head_bytes->empty()) {
      done_ = true;
      return std::optional<Item>();
    }
    const RecordHead head = read_head(*head_bytes);
    if (!head.sized) return bad("the record's head has no Content-Length");
    if (auto skipped = bytes_.skip(head_bytes->size()); !skipped) return skipped.error();
    const bool response = head.type == "response" && (head.content_type.empty() || head.content_type == "application/http");
    const bool resource = head.type == "resource" && is_page(head.content_type);
    if (!response && !resource) {
      left_out_[head.type == "revisit" ? "a crawl's record of a page that did not change" : "a crawl's record that is no response"] += 1;
      return pass_over(head.length);
    }
    return read_page(head, response);
  }

  Result<std::optional<Item>> pass_over(uint64_t length) {
    if (auto skipped = bytes_.skip(length); !skipped) return skipped.error();
    return std::optional<Item>();
  }

  Result<std::optional<Item>> read_page(const RecordHead& head, bool response) {
    HttpResponse http;
    if (response) {  // the head alone first: most of a crawl's bytes are no pages
      const uint64_t look = std::min<uint64_t>(head.length, 65536);
      if (auto filled = bytes_.fill(look); !filled) return filled.error();
      Result<HttpResponse> about = read_http_head(bytes_.at_hand().substr(0, look));
      if (!about) return pass_bad(head.length, about.error());
      const char* reason = about->status != 200 ? "a crawl's response that is no page (its status is not 200)"
                           : about->content_type.empty() || is_page(about->content_type) ? nullptr
                                                                                         : "a crawl's response that is no HTML";
      if (reason != nullptr) {
        left_out_[reason] += 1;
        return pass_over(head.length);
      }
    }
    if (head.length > limits_.file_bytes)
      return pass_bad(head.length, bad("the page is larger than " + size_text(limits_.file_bytes) + " (--limit file=SIZE)"));
    if (auto filled = bytes_.fill(head.length); !filled) return filled.error();
    if (bytes_.at_hand().size() < head.length) return bad("the record is cut short");
    if (auto settled = bytes_.settle(head.length + 4); !settled) return settled.error();
    const std::string block(bytes_.at_hand().substr(0, head.length));
    if (auto skipped = bytes_.skip(head.length); !skipped) return skipped.error();
    Item item;
    item.path = path_ + "@" + std::to_string(start_) + (inside_ > 0 ? "+" + std::to_string(inside_) : "");
    item.format = ArticleFormat::kHtml;
    item.hints.url = head.url;
    if (const auto date = parse_iso_date(std::string_view(head.date).substr(0, 10))) {
      item.hints.seen = date;
      item.hints.seen_how = "crawl date";
    }
    if (!response) {
      item.bytes = block;
      return std::optional<Item>(std::move(item));
    }
    Result<HttpResponse> about = read_http_head(block);
    if (!about) return pass_bad(0, about.error());
    Result<std::string> page = decode_http_body(*about, limits_.file_bytes);
    if (!page) return pass_bad(0, page.error());
    if (trim(*page).empty() || (about->content_type.empty() && format_by_look(*page) != ArticleFormat::kHtml)) {
      left_out_["a crawl's response that is no HTML"] += 1;
      return std::optional<Item>();
    }
    item.bytes = std::move(*page);
    item.hints.content_type = "text/html";
    item.hints.charset = about->charset;
    return std::optional<Item>(std::move(item));
  }

  // A record that is whole but of no use: the next one follows it. The error is given when its bytes are past.
  Result<std::optional<Item>> pass_bad(uint64_t length, Error error) {
    if (auto skipped = bytes_.skip(length); !skipped) return skipped.error();
    waiting_ = std::move(error);
    return std::optional<Item>();
  }

  std::string path_;
  IngestLimits limits_;
  LeftOut& left_out_;
  WarcBytes bytes_;
  uint64_t start_ = 0;  // of the record in work
  uint64_t inside_ = 0;
  bool done_ = false;
  std::optional<Error> waiting_;  // of a record that was passed over
};

}  // namespace

std::unique_ptr<ItemStream> open_warc(Item item, const IngestLimits& limits, LeftOut& left_out) {
  return std::make_unique<Warc>(std::move(item), limits, left_out);
}

}  // namespace annalist
