// Inflected forms of English words, so that a codebook's lemma is found even where the reader gives an odd one ("withdr" for "withdrew").
// Regular rules (Quirk et al. 1985, 3.5-3.8, 5.79-5.83) and a table of irregular verbs and nouns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annalist {

// The forms that a lemma can take as a verb or noun, itself first: "deny" -> deny, denies, denied, denying. More forms than exist may
// come ("traveled", "travelled").
std::vector<std::string> inflections(const std::string& lemma);

}  // namespace annalist
