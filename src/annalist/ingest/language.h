// The language of a text, by CLD2 (Compact Language Detector 2: scripts, and quadgrams of letters) with guards for English, as annalist
// reads English alone and must not leave an English text unread: a text that is English for a good part is English, so is one with
// English function words, and one of names and too few other words to tell.
#pragma once

#include <string>
#include <string_view>

namespace annalist {

// BCP 47: "en", another language ("ru", "ar", "fa", "zh-Hant", ...), else "und". A text of few words in Latin letters passes for English.
// REQUIRES: valid UTF-8
std::string guess_language(std::string_view text);

// Whether a document of that language is read: "en", and "und", as a text may say too little of its language.
bool is_english(std::string_view language);

}  // namespace annalist
