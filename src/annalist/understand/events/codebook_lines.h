// The lines of a codebook file: blocks opened at the margin, their keys indented, '#' to the line's end a comment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annalist {

// A piece of a line's value and the column (from 1) where it begins.
struct CodebookWord {
  std::string text;
  int column = 1;
};

struct CodebookLine {
  int number = 0;  // from 1
  bool indented = false;
  CodebookWord key;    // the first word
  CodebookWord value;  // all after it, trimmed; may be empty
};

// The lines that hold something. A line that ends in ',' goes on in the next indented one.
std::vector<CodebookLine> codebook_lines(std::string_view text);

// The pieces of a value between separators, trimmed, empty ones kept (so that a fault can be told of them); none for an empty value.
std::vector<CodebookWord> split_value(const CodebookWord& value, char separator);
// The first word of a value, and what follows it.
std::pair<CodebookWord, CodebookWord> first_word(const CodebookWord& value);

}  // namespace annalist
