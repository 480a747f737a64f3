#include "annalist/ingest/mbox.h"

#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

class Mbox : public ItemStream {
 public:
  Mbox(Item item, const IngestLimits& limits)
      : path_(std::move(item.path)), source_(std::move(item.rest)), limit_(limits.file_bytes), buffer_(std::move(item.bytes)) {
    end_ = source_ == nullptr;
  }

  std::optional<Result<Item>> next() override {
    while (!done_) {
      std::string message;
      bool too_long = false, any = false;
      if (std::optional<Error> error = read_message(message, too_long, any)) {
        done_ = true;
        error->where = path_ + ":" + std::to_string(number_ + 1);
        return Result<Item>(*error);
      }
      if (!any) continue;
      const std::string where = path_ + ":" + std::to_string(++number_);
      if (too_long)
        return Result<Item>(
            Error{ErrorCode::kBadArticle, "the message is larger than " + size_text(limit_) + " (--limit file=SIZE)", where});
      if (trim(message).empty()) return Result<Item>(Error{ErrorCode::kBadArticle, "the message is empty", where});
      return Result<Item>(Item{where, std::move(message), nullptr, ArticleFormat::kMail, {}});
    }
    return std::nullopt;
  }

 private:
  // The lines up to the next message's first; `any` when there were some, be it only the line that parts them.
  std::optional<Error> read_message(std::string& message, bool& too_long, bool& any) {
    bool blank = true;
    while (true) {
      size_t end = 0;
      if (std::optional<Error> error = fill_line(end)) return error;
      if (end == at_) {
        done_ = true;
        return std::nullopt;
      }
      std::string_view line = std::string_view(buffer_).substr(at_, end - at_);
      if (blank && is_mbox_line(line.substr(0, 200))) {
        if (any) return std::nullopt;
        any = true;
        at_ = end;
        blank = false;
        continue;
      }
      at_ = end;
      any = any || !trim(line).empty();
      blank = trim(line).empty();
      const size_t mark = line.find_first_not_of('>');
      if (mark != std::string_view::npos && mark > 0 && line.substr(mark).starts_with("From ")) line.remove_prefix(1);
      too_long = too_long || message.size() + line.size() > limit_;
      if (too_long) message.clear();
      else message += line;
    }
  }

  // Makes a line with its end stand in the buffer from at_ on; of one past all measure a piece.
  std::optional<Error> fill_line(size_t& end) {
    constexpr size_t kLongest = size_t{1} << 20;
    size_t from = at_;
    while (true) {
      const size_t found = buffer_.find('\n', from);
      end = found == std::string::npos ? buffer_.size() : found + 1;
      if (found != std::string::npos || end_ || end - at_ > kLongest) return std::nullopt;
      buffer_.erase(0, at_);
      at_ = 0;
      from = buffer_.size();
      Result<size_t> got = source_->read(buffer_);
      if (!got) return got.error();
      end_ = *got == 0;
    }
  }

  std::string path_;
  std::unique_ptr<ByteSource> source_;
  uint64_t limit_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t number_ = 0;
  bool end_ = false;
  bool done_ = false;
};

}  // namespace

bool is_mbox_line(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  // The date is asctime's: "Mon Mar  4 09:12:44 2019".
  const std::vector<std::string_view> words = split_words(line);
  for (size_t i = 2; i + 3 < words.size(); ++i) {
    constexpr std::string_view kDays = "Mon Tue Wed Thu Fri Sat Sun";
    const std::string_view time = words[i + 3];
    const bool clock = time.size() >= 5 && is_ascii_digit(time[0]) && time[time.size() >= 7 && time[1] == ':' ? 1 : 2] == ':';
    if (words[i].size() == 3 && kDays.find(words[i]) != std::string_view::npos && month_by_name(words[i + 1]) > 0 && clock) return true;
  }
  return false;
}

std::unique_ptr<ItemStream> open_mbox(Item item, const IngestLimits& limits) { return std::make_unique<Mbox>(std::move(item), limits); }

}  // namespace annalist
