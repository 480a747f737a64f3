// A page's visible text as units: the stretches between block boundaries (paragraphs, headings, list items,
// captions, cells of a row), each with the figures that boilerplate detection works on (text and link length,
// sentence-ness; after Kohlschütter et al. 2010, "Boilerplate Detection using Shallow Text Features", and
// Pomikálek 2011, "jusText").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/ingest/html_hints.h"
#include "annalist/ingest/html_page.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct PageUnit {
  std::vector<uint32_t> pieces;  // text nodes, in order; kBreak parts two of them by a space
  uint32_t block = 0;            // the innermost block element
  std::string text;              // white space collapsed
  size_t link_bytes = 0;         // of text, inside links
  size_t words = 0;
  size_t commas = 0;
  bool sentence_end = false;  // ends in . ! ? or the like
  BlockKind kind = BlockKind::kParagraph;

  static constexpr uint32_t kBreak = UINT32_MAX;
  double link_share() const { return text.empty() ? 0.0 : static_cast<double>(link_bytes) / static_cast<double>(text.size()); }
  // Reads like a sentence of running text, in whatever script.
  bool is_good() const;
};

struct PageText {
  std::vector<PageUnit> units;   // in document order
  std::vector<ClassHint> hints;  // of every node of the page; kNone for those not walked
};
PageText page_text(const HtmlPage& page);

// The unit's text with its map to the page's bytes.
MappedText mapped_text(const HtmlPage& page, const PageUnit& unit);

// Whether a text ends a sentence, closing quotes and brackets aside.
bool ends_sentence(std::string_view text);

}  // namespace annalist
