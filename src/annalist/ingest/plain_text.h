// A plain-text article, as typed or as saved from a web page with its furniture, -> the article's parts. The
// lines are judged by what they look like (length, sentence-ness), by known furniture phrases, by repetition
// and by where they stand; the body is the stretch of lines that reads most like running text.
#pragma once

#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

ArticleParts read_plain_text(const MappedText& decoded);

}  // namespace annalist
