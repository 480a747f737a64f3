// Short texts out of metadata, which may hold what they should not: line ends, markup, entities written twice.
#pragma once

#include <string>
#include <string_view>

namespace annalist {

// One line of plain text in NFC: spaces made single, the commonest entities resolved that were escaped once too often.
std::string plain_line(std::string_view value);

// Markup taken out of a text that should have had none, also markup that was escaped once too often. REQUIRES: valid UTF-8
std::string without_markup(std::string text);

}  // namespace annalist
