// An HTML page -> the article's parts. Takes the decoded page (encoding.h); the blocks' maps lead to its raw
// bytes.
#pragma once

#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/html_page.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

ArticleParts read_html_article(const MappedText& page, size_t deepest = kPageDepth);

// The blocks of a piece of HTML that is an article's body already (a feed's content): all of its text but for stock phrases and links
// alone.
std::vector<BodyBlock> read_html_fragment(const MappedText& html);

}  // namespace annalist
