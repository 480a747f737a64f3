// English verbs and nouns whose inflected forms follow no rule: form -> lemma.
#pragma once

#include <string_view>

namespace annalist {

// The verb of an irregular past tense, participle or -ing form ("stolen" -> "steal"). Empty when there is
// none.
std::string_view irregular_verb(std::string_view form);

// The noun of an irregular plural ("wives" -> "wife"). Empty when there is none.
std::string_view irregular_noun(std::string_view form);

}  // namespace annalist
