// Character sets: their names (WHATWG Encoding Standard: a label such as "latin1" means the set that people mean by it), conversion to
// UTF-8 by the C library's iconv with a map back to the bytes, and a guess by uchardet where nobody says which set it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "annalist/ingest/mapped_text.h"

namespace annalist {

// The set that a label stands for, under one name: "latin1" -> "windows-1252", "sjis" -> "Shift_JIS", "koi8r" -> "KOI8-R". Any case, with
// spaces around. nullopt when it is known neither here nor to the C library.
std::optional<std::string> charset_by_label(std::string_view label);

struct Converted {
  MappedText text;
  size_t broken = 0;  // bytes that mean nothing in that set, each replaced by U+FFFD
  size_t first_broken = 0;
};
// REQUIRES: a name that charset_by_label gave; a byte order mark is not sought. The map leads to `bytes`.
Converted convert_to_utf8(std::string_view bytes, const std::string& charset);

// The likeliest set of bytes that are no UTF-8; of English text with a few marks from word processors, windows-1252.
std::string guess_charset(std::string_view bytes);

}  // namespace annalist
