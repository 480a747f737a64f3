// Parser of .kb files: text -> records, and every fault with its line and column. Takes UTF-8. The format is described, with examples
// that are tests, in docs/knowledge.md. References between records are checked apart (resolve.h).
#pragma once

#include <string_view>
#include <vector>

#include "annalist/kb/record.h"

namespace annalist {

struct ParsedKb {
  std::vector<Record> records;
  std::vector<Diagnostic> faults;  // empty: the records are whole
};

// `file` names the text in faults.
ParsedKb parse_kb(std::string_view text, std::string_view file);

// "file:line:column".
std::string place_text(std::string_view file, Position at);
// The closest of the known words for a slip of the keys (at most two edits), or empty.
std::string_view closest_word(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace annalist
