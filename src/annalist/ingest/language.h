// The language of a text, told roughly: English by its function words, some others by theirs or by their
// script. Not a language identifier: it has to say whether annalist can read the text, which is English
// alone.
#pragma once

#include <string>
#include <string_view>

namespace annalist {

// BCP 47: "en", another language where it is plain ("ru", "ar", "fa", "he", "de", "fr", ...), else "und". A
// text of fewer than ten words in Latin letters passes for English.
std::string guess_language(std::string_view text);

}  // namespace annalist
