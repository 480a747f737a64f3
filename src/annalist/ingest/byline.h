// Bylines: whether a line names those who wrote the article, and the names. Takes "By Ana Ruiz and Tom Berg,
// Reuters", "BY ANA RUIZ", "Written by ...", "Author: ...", "Ana Ruiz | The Herald", "More from Ana Ruiz",
// also with a date after the names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annalist {

struct Byline {
  std::vector<std::string> authors;
  bool marked = false;  // a word says that it is a byline ("By", "Author:"); otherwise it only looks like a name
};

// No authors when the line is no byline.
Byline read_byline(std::string_view line);

// One to five capitalised words, with name particles between them ("Mohammad van der Berg"); no sentence, no
// month.
bool looks_like_name(std::string_view text);

// Splits a list of names at commas, "and", "&", ";", and leaves out what is no name: agencies' roles,
// addresses, dates.
std::vector<std::string> split_names(std::string_view text);

}  // namespace annalist
