// Character references in the source of a page ("&amp;", "&#8217;", "&copy 2024"; HTML Standard 13.2.5.72-80).
#pragma once

#include <string>
#include <string_view>

namespace annalist {

// The page with numeric references that stand for no character (&#x7FFFFFFF0;) made ones that do so in six or seven digits (same length),
// which the parser gives as U+FFFD: it adds up the digits in an int.
std::string limit_references(std::string html);

// The length of the reference, 1 of a mere ampersand, that `source` begins with and the parser gave as the beginning of `text`. A named one
// without its semicolon ends where the text goes on as the source does.
// REQUIRES: source begins with an ampersand; text is not empty
size_t reference_length(std::string_view source, std::string_view text);

}  // namespace annalist
