// Raw bytes -> UTF-8, with the map back. In order: a byte order mark (UTF-8, UTF-16), the charset that an
// HTML page declares in its first bytes (WHATWG's names; only UTF-8, UTF-16 and the single-byte Latin ones
// are read), valid UTF-8, and last windows-1252 as a guess that is told in `note`.
#pragma once

#include <string>
#include <string_view>

#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct Decoded {
  MappedText text;
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15", ...
  std::string note;      // empty when nothing was guessed or replaced
};

Decoded decode_bytes(std::string_view bytes, bool html);

// The charset that <meta charset> or <meta http-equiv="Content-Type"> or an XML declaration names in the
// first 4096 bytes; lower case, empty when none.
std::string declared_charset(std::string_view bytes);

// What sort of binary file the bytes are ("a PDF file", "a ZIP archive", "an image", "a binary file"), or
// empty when they look like text.
std::string binary_kind(std::string_view bytes);

}  // namespace annalist
