#include "annalist/ingest/item_stream.h"

#include "annalist/ingest/encoding.h"
#include "annalist/ingest/json_lines.h"

namespace annalist {

Result<std::unique_ptr<ItemStream>> open_container(Item item, const IngestLimits& limits, LeftOut& left_out) {
  static_cast<void>(left_out);
  switch (item.format) {
    case ArticleFormat::kJsonl:
      if (const std::string kind = binary_kind(item.bytes); !kind.empty())
        return Error{ErrorCode::kBadArticle, "this is " + kind + ", not JSON lines", item.path};
      return open_json_lines(std::move(item), limits);
    default: return Error{ErrorCode::kBadArticle, "this form is not read yet", item.path};
  }
}

}  // namespace annalist
