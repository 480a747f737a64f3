// Partitives: words that only measure the noun that follows "of": "a number of officials", "dozens of Palestinians", "some of them".
#pragma once

#include "annalist/read/reading.h"

namespace annalist {

// Whether the token measures its "of" phrase: a quantity noun, a numeral or an indefinite pronoun with an nmod child under "of".
bool is_partitive(const Reading& reading, const Children& children, TokenIndex token);

// The head of the "of" phrase under a token, or kNoToken.
TokenIndex of_phrase(const Reading& reading, const Children& children, TokenIndex token);

}  // namespace annalist
