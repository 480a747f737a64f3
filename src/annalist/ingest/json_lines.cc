#include "annalist/ingest/json_lines.h"

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

class JsonLines : public ItemStream {
 public:
  JsonLines(Item item, const IngestLimits& limits)
      : path_(std::move(item.path)),
        hints_(std::move(item.hints)),
        source_(std::move(item.rest)),
        limit_(limits.line_bytes),
        buffer_(std::move(item.bytes)) {
    at_ = buffer_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    end_ = source_ == nullptr;
  }

  std::optional<Result<Item>> next() override {
    while (!done_) {
      size_t end = 0;
      bool too_long = false;
      if (std::optional<Error> error = fill_line(end, too_long)) {
        done_ = true;
        error->where = path_ + ":" + std::to_string(line_ + 1);
        return Result<Item>(*error);
      }
      const bool last = end == buffer_.size();
      if (last && at_ == end && !too_long) {
        done_ = true;
        if (any_) return std::nullopt;
        return Result<Item>(Error{ErrorCode::kBadArticle, "no JSON line in it", path_});
      }
      std::string bytes = buffer_.substr(at_, end - at_);
      at_ = last ? end : end + 1;
      if (bytes.ends_with('\r')) bytes.pop_back();
      const std::string where = path_ + ":" + std::to_string(++line_);
      if (too_long || bytes.size() > limit_) {
        any_ = true;
        return Result<Item>(Error{ErrorCode::kBadArticle, "the line is longer than " + size_text(limit_) + " (--limit line=SIZE)", where});
      }
      if (trim(bytes).empty()) continue;
      any_ = true;
      return Result<Item>(Item{where, std::move(bytes), nullptr, ArticleFormat::kJsonLine, hints_});
    }
    return std::nullopt;
  }

 private:
  // Reads until the buffer holds a whole line from at_ on; `end` is where it ends. A line past the limit is read over.
  std::optional<Error> fill_line(size_t& end, bool& too_long) {
    size_t from = at_;
    too_long = false;
    while (true) {
      end = buffer_.find('\n', from);
      if (end != std::string::npos) return std::nullopt;
      if (end_) {
        end = buffer_.size();
        return std::nullopt;
      }
      buffer_.erase(0, at_);
      at_ = 0;
      if (buffer_.size() > limit_) {
        too_long = true;
        buffer_.clear();
      }
      from = buffer_.size();
      Result<size_t> got = source_->read(buffer_);
      if (!got) return got.error();
      end_ = *got == 0;
    }
  }

  std::string path_;
  ItemHints hints_;
  std::unique_ptr<ByteSource> source_;
  uint64_t limit_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t line_ = 0;
  bool end_ = false;  // of the source
  bool any_ = false;  // line with something in it
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ItemStream> open_json_lines(Item item, const IngestLimits& limits) {
  return std::make_unique<JsonLines>(std::move(item), limits);
}

}  // namespace annalist
