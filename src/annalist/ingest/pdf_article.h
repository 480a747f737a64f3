// A PDF -> the article's parts, by way of its text layer, which poppler's pdftotext reads out as a child process with limits.
//
// Title is the largest line of the first page, or the file's own title when the page has it; byline and date are taken from the head of the
// text, else author and date of creation from the file. The blocks' maps lead to the bytes of `pdftotext -bbox-layout`'s output.
#pragma once

#include <string>
#include <string_view>

#include "annalist/base/result.h"
#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/limits.h"
#include "annalist/ingest/pdf_layout.h"

namespace annalist {

// Errors: kBadArticle without a place: no text layer (a scan), locked, damaged, past the limits; pdftotext not installed.
Result<ArticleParts> read_pdf(std::string_view bytes, const IngestLimits& limits);

// The part after pdftotext; pure.
Result<ArticleParts> article_of_layout(PdfLayout layout);

}  // namespace annalist
