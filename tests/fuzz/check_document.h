// What must hold for every document and reading that comes out of any bytes.
#pragma once

#include "annalist/ingest/articles.h"
#include "annalist/read/reading.h"

namespace annalist::fuzz {

// Text and metadata are UTF-8, the blocks lie in order in the text, the offset map leads into the raw bytes, of which there are so many.
// The text may be longer than they: a character in two bytes of UTF-16 may have three in UTF-8.
void check_document(const Document& document, size_t raw_bytes);
// Spans are stretches of whole characters of the text, ranges and heads lie inside the reading.
void check_reading(const Document& document, const Reading& reading);
void check_span(const Document& document, ByteSpan span, const char* what);

// Any bytes as a clean text of one paragraph a line.
Document document_of(std::string_view bytes);

// An anonymous file with these bytes; path() opens it as often as wanted.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const;

 private:
  int descriptor_ = -1;
};

}  // namespace annalist::fuzz
