// A JSONL file as a stream of its lines (RFC 8259, one object a line); each is an article of form kJsonLine, read by jsonl_article.h.
#pragma once

#include <memory>

#include "annalist/ingest/item_stream.h"

namespace annalist {

// Items are named PATH:LINE, counted from 1; blank lines count and give nothing. A line past the limit is an Error in its place.
std::unique_ptr<ItemStream> open_json_lines(Item item, const IngestLimits& limits);

}  // namespace annalist
