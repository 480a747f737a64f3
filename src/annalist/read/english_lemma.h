// English inflection as a check on the network's lemmas. The network picks an edit script for each word, and
// on rare verbs it may pick the wrong ending ("announc", "stopp"). The forms of regular English inflection
// allow few lemmas; of these a word that is known wins, and the network decides between those that are
// equally good. Rules after Quirk et al., A Comprehensive Grammar of the English Language, 3.5-3.20
// (verbs), 5.79-5.103 (plurals), 7.79 (comparison).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "annalist/read/reading.h"

namespace annalist {

// Whether a lower-case word is known to exist.
using IsWord = std::function<bool(std::string_view)>;

// The token's lemma, from its form, UPOS, features and the network's lemma. Leaves what it has no rule for as
// the network has it.
std::string english_lemma(const Token& token, const std::string& network_lemma, const IsWord& is_word);

}  // namespace annalist
