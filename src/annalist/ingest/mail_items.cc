#include "annalist/ingest/mail_items.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/mail_message.h"
#include "annalist/ingest/unpack.h"

namespace annalist {
namespace {

// The form of an attachment, kAuto when it is not read: by its bytes and name, else by the type that the mail says.
ArticleFormat format_of(const MailPart& part) {
  if (part.content_type == "message/rfc822") return ArticleFormat::kMail;
  const ArticleFormat magic = format_by_magic(part.bytes), ending = format_by_ending(part.name);
  if (magic != ArticleFormat::kAuto || ending != ArticleFormat::kAuto) return tell_format(part.name, part.bytes);
  if (part.content_type == "text/html") return ArticleFormat::kHtml;
  return ArticleFormat::kAuto;
}

class MailItems : public ItemStream {
 public:
  explicit MailItems(std::vector<Item> items) : items_(std::move(items)) {}
  std::optional<Result<Item>> next() override {
    if (at_ == items_.size()) return std::nullopt;
    return Result<Item>(std::move(items_[at_++]));
  }

 private:
  std::vector<Item> items_;
  size_t at_ = 0;
};

bool has_text(const MailMessage& message) {
  return (message.text && !trim(message.text->bytes).empty()) || (message.html && !trim(message.html->bytes).empty());
}

}  // namespace

Result<std::unique_ptr<ItemStream>> open_mail(Item item, const IngestLimits& limits, LeftOut& left_out) {
  if (item.rest != nullptr) {
    if (auto got = read_at_least(*item.rest, item.bytes, limits.file_bytes + 1); !got) return got.error();
  }
  if (item.bytes.size() > limits.file_bytes)
    return Error{ErrorCode::kBadArticle, "the message is larger than " + size_text(limits.file_bytes) + " (--limit file=SIZE)", item.path};
  Result<MailMessage> message = read_mail_message(item.bytes, true);
  if (!message) return Error{message.error().code, message.error().message, item.path};
  std::vector<Item> attached;
  for (MailPart& part : message->attachments) {
    const ArticleFormat format = format_of(part);
    if (format == ArticleFormat::kAuto) {
      left_out[part.content_type.starts_with("image/") ? "an image in a mail"
                                                       : "an attachment whose form is not read (" + part.content_type + ")"] += 1;
      continue;
    }
    Item inner;
    inner.path = item.path + "/" + part.name;
    inner.bytes = std::move(part.bytes);
    inner.format = is_packed(inner.bytes) ? ArticleFormat::kAuto : format;
    inner.hints.charset = part.charset;
    inner.hints.seen = message->date;
    inner.hints.seen_how = "mail date";
    attached.push_back(std::move(inner));
  }
  std::vector<Item> items;
  if (has_text(*message) || attached.empty()) {
    Item own;
    own.path = item.path;
    own.bytes = std::move(item.bytes);
    own.format = ArticleFormat::kMailText;
    own.hints = std::move(item.hints);
    items.push_back(std::move(own));
  }
  std::move(attached.begin(), attached.end(), std::back_inserter(items));
  return std::unique_ptr<ItemStream>(std::make_unique<MailItems>(std::move(items)));
}

}  // namespace annalist
