#include "annalist/ingest/item_stream.h"

#include "annalist/ingest/archive_entries.h"
#include "annalist/ingest/csv_articles.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/feed.h"
#include "annalist/ingest/json_lines.h"
#include "annalist/ingest/mail_items.h"
#include "annalist/ingest/mbox.h"
#include "annalist/ingest/warc.h"

namespace annalist {

Result<std::unique_ptr<ItemStream>> open_container(Item item, const IngestLimits& limits, const CsvColumns& columns, LeftOut& left_out) {
  switch (item.format) {
    case ArticleFormat::kJsonl:
      if (const std::string kind = binary_kind(item.bytes); !kind.empty())
        return Error{ErrorCode::kBadArticle, "this is " + kind + ", not JSON lines", item.path};
      return open_json_lines(std::move(item), limits);
    case ArticleFormat::kCsv:
      if (const std::string kind = binary_kind(item.bytes); !kind.empty())
        return Error{ErrorCode::kBadArticle, "this is " + kind + ", not a table", item.path};
      return open_csv(std::move(item), columns, limits);
    case ArticleFormat::kFeed: return open_feed(std::move(item), limits);
    case ArticleFormat::kMail: return open_mail(std::move(item), limits, left_out);
    case ArticleFormat::kMbox: return open_mbox(std::move(item), limits);
    case ArticleFormat::kWarc: return open_warc(std::move(item), limits, left_out);
    case ArticleFormat::kArchive: return open_archive(std::move(item), limits, left_out);
    default: return Error{ErrorCode::kBadArticle, "this form is not read yet", item.path};
  }
}

}  // namespace annalist
