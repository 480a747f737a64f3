// A PDF's lines -> paragraphs: lines of a column joined, hyphens at line ends undone, paragraphs that run on over a column or a page put
// together, headings told by their size.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/ingest/pdf_layout.h"

namespace annalist {

struct PdfParagraph {
  MappedText text;
  BlockKind kind = BlockKind::kParagraph;
  double height = 0;  // of its lines
  size_t page = 0;    // from 0
  bool note = false;  // small print at a page's foot
};

// The height of most of the text's lines; 0 for none.
double body_height(const PdfLayout& layout);

// REQUIRES: without furniture, in reading order
std::vector<PdfParagraph> find_paragraphs(const PdfLayout& layout);

}  // namespace annalist
