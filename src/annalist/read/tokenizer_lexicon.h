// The tokenizer's closed word lists: abbreviations that keep their full stop, prefixes that keep their hyphen, and others. The choices
// follow what the English Web Treebank and GUM have in common (UD v2).
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

enum class Abbreviation : uint8_t {
  kNone,
  kAlways,         // "etc.", "Inc.", "vs."
  kCapitalized,    // written with a capital: "Gen.", "Sept."
  kBeforeCapital,  // and a capitalised word follows: "Rep. Smith", not "a Rep."
  kBeforeNumber,   // and a number follows: "No. 5", "p. 12"
};

// All take lower-case words.
Abbreviation abbreviation_kind(std::string_view word);
bool keeps_hyphen(std::string_view prefix);          // "anti", "co", "non": "anti-war" is one token
bool is_hyphenated_word(std::string_view word);      // "uh-huh"
bool is_short_word(std::string_view word);           // of two letters: "it", "of"
bool is_slashed_word(std::string_view word);         // "s/he", "w/o"
bool is_unit(std::string_view letters);              // after a number: "m", "bn", "pm", "km"
bool is_top_level_domain(std::string_view letters);  // "com", "org"
bool is_file_ending(std::string_view letters);       // "pdf", "doc"
bool starts_with_apostrophe(std::string_view word);  // without it: "em", "til", "cause", "s"
bool is_sentence_opener(std::string_view word);      // "the", "he": rarely a surname after an initial
bool is_currency_prefix(std::string_view letters);   // before "$": "us", "hk"

}  // namespace annalist
