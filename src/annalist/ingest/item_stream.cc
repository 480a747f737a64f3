#include "annalist/ingest/item_stream.h"

#include "annalist/ingest/csv_articles.h"
#include "annalist/ingest/encoding.h"
#include "annalist/ingest/feed.h"
#include "annalist/ingest/json_lines.h"

namespace annalist {

Result<std::unique_ptr<ItemStream>> open_container(Item item, const IngestLimits& limits, const CsvColumns& columns, LeftOut& left_out) {
  static_cast<void>(left_out);
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
    default: return Error{ErrorCode::kBadArticle, "this form is not read yet", item.path};
  }
}

}  // namespace annalist
