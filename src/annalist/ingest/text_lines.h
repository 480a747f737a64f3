// The lines of a plain text with the figures that the cleaner judges them by. A text that is wrapped at a
// fixed width comes out with each paragraph as one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/furniture.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct TextLine {
  MappedText words;           // spaces collapsed, none at the ends
  bool blank_before = false;  // a blank line (or the beginning) parts it from the line before
  size_t count = 0;           // of words
  bool sentence_end = false;
  bool url = false;  // an address and nothing else
  FurnitureKind furniture = FurnitureKind::kNone;
  const std::string& text() const { return words.text(); }
  // Reads like running text.
  bool is_good() const { return furniture == FurnitureKind::kNone && !url && (sentence_end ? count >= 8 : count >= 20); }
};

// REQUIRES: characters cleaned (clean_characters)
std::vector<TextLine> text_lines(const MappedText& text);

}  // namespace annalist
