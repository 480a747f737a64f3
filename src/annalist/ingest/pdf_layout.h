// A PDF's text layer with its places on the pages, as `pdftotext -bbox-layout` (poppler) writes it: pages, lines in reading order, column
// by column. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/result.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct PdfLine {
  MappedText text;  // words parted by a space; the map leads to pdftotext's output
  // Points (1/72 inch) from the page's left and top edge.
  double left = 0, right = 0, top = 0, bottom = 0;
  double height = 0;         // of its words, about 1.1 times the font's size
  bool soft_hyphen = false;  // ends in U+00AD, which is not in the text
  size_t block = 0;          // poppler's block, counted through the document: a column's paragraphs
};

struct PdfPage {
  double width = 0, height = 0;
  std::vector<PdfLine> lines;
};

struct PdfLayout {
  std::string title;  // of the file's properties
  std::string author;
  std::optional<Date> created;
  std::vector<PdfPage> pages;
};

// Errors: kBadArticle without a place.
Result<PdfLayout> read_pdf_layout(std::string_view xhtml);

}  // namespace annalist
