// Raw bytes -> UTF-8, with the map back. In order: a byte order mark; the character set that is told from outside (the header of a
// response or of a mail) or that markup declares in its first bytes, when the bytes agree with it; valid UTF-8; UTF-8 with a few breaks,
// mended; and last a guess (charset.h), which is told in `note`.
#pragma once

#include <string>
#include <string_view>

#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct Decoded {
  MappedText text;
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "KOI8-R", ... (charset.h)
  std::string note;      // empty when nothing was guessed or replaced
};

// `markup`: HTML or XML, which may name its charset. `told`: the label that came with the bytes, may be empty.
Decoded decode_bytes(std::string_view bytes, bool markup, std::string_view told = {});

// The charset that <meta charset> or <meta http-equiv="Content-Type"> or an XML declaration names in the
// first 4096 bytes; lower case, empty when none.
std::string declared_charset(std::string_view bytes);

// What sort of binary file the bytes are ("a PDF file", "a ZIP archive", "an image", "a binary file"), or
// empty when they look like text.
std::string binary_kind(std::string_view bytes);

}  // namespace annalist
