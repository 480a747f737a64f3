// Office documents -> the article's parts: Office Open XML text (.docx, ECMA-376) and OpenDocument text (.odt, ODF 1.3). Pure.
//
// Taken are paragraphs, headings, list items, captions, quotations, a table's rows (one block each, cells parted by a space); title,
// authors and date from the head of the text and from the document's properties. Left out are comments, notes, headers and footers, text
// boxes' fallbacks and deleted text that is only marked so. The blocks' maps lead to the bytes of the unpacked word/document.xml or
// content.xml.
#pragma once

#include <string_view>

#include "annalist/base/result.h"
#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/limits.h"

namespace annalist {

// Errors: kBadArticle without a place (another office form, damaged, locked, no text, past the limits).
Result<ArticleParts> read_docx(std::string_view bytes, const IngestLimits& limits);
Result<ArticleParts> read_odt(std::string_view bytes, const IngestLimits& limits);

}  // namespace annalist
