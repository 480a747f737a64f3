// A JSONL line -> the article's parts. `text` is required and is a clean body; `id`, `title`, `date`, `url`,
// `outlet` and `authors` (a string or a list of strings) may be there; other members are passed over.
#pragma once

#include <string>

#include "annalist/base/result.h"
#include "annalist/ingest/article_parts.h"

namespace annalist {

struct JsonlArticle {
  std::string id;      // empty when the line has none
  MappedText text;     // in NFC; the map leads to the line's bytes
  ArticleParts parts;  // without blocks
};

// Errors: kBadArticle (no JSON object, no text), with `where` empty.
Result<JsonlArticle> read_jsonl_article(std::string_view line);

}  // namespace annalist
