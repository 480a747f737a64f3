// An HTML page -> the article's parts. Takes the decoded page (encoding.h); the blocks' maps lead to its raw
// bytes.
#pragma once

#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

ArticleParts read_html_article(const MappedText& page);

}  // namespace annalist
