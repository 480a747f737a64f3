// MappedText: a text together with the offsets in the raw bytes that each of its characters came from. Texts
// are only ever made from one another by taking over, leaving out and rewriting stretches, so that the map of
// the last still leads to the first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "annalist/ingest/document.h"

namespace annalist {

class MappedText {
 public:
  MappedText() = default;
  // The text stands at raw byte `raw` just as it is.
  static MappedText identity(std::string_view text, uint64_t raw = 0);

  const std::string& text() const { return text_; }
  const OffsetMap& map() const { return map_; }
  bool empty() const { return text_.empty(); }
  size_t size() const { return text_.size(); }

  // Adds bytes that stand in the raw bytes one by one from `raw` on; or, when they are a rewriting (an
  // entity, a composed accent), one character whose source begins at `raw`.
  void append(std::string_view bytes, uint64_t raw);
  // Adds [begin, end) of another text. REQUIRES: begin <= end <= from.size()
  void append_slice(const MappedText& from, size_t begin, size_t end);
  // Adds bytes of our own making (a blank between two paragraphs); they lead to the character before them.
  void append_glue(std::string_view bytes);

  std::string take_text() && { return std::move(text_); }
  OffsetMap take_map() && { return std::move(map_); }

 private:
  std::string text_;
  OffsetMap map_;
};

// Where the last character begins. REQUIRES: not empty
size_t last_character(std::string_view text);

// A text whose map leads into an earlier text, made one whose map leads where that one's does. REQUIRES: the map of `text` stays within
// `earlier`.
MappedText through(const MappedText& text, const MappedText& earlier);

// Control and invisible formatting characters left out, line ends made \n, no-break and odd spaces made plain
// ones (`spaces` true), and the whole in NFC (UAX #15). REQUIRES: valid UTF-8
MappedText clean_characters(const MappedText& text, bool spaces);

// Runs of spaces made one, and none at either end. Line ends count as spaces.
MappedText collapse_spaces(const MappedText& text);

}  // namespace annalist
