// Small helpers on ASCII letters and white space, for names of tags, attributes, hosts and furniture phrases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annalist {

char ascii_lower(char c);
std::string ascii_lower(std::string_view text);
bool is_ascii_alpha(char c);
bool is_ascii_digit(char c);
bool is_ascii_upper(char c);

// Whether the two are equal but for the case of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool starts_ignoring_case(std::string_view text, std::string_view prefix);
bool ends_ignoring_case(std::string_view text, std::string_view suffix);

// The words of a text: stretches between white space.
std::vector<std::string_view> split_words(std::string_view text);
size_t count_words(std::string_view text);

}  // namespace annalist
