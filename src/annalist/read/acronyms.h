// Acronyms that a text explains: "Housing Authority of Norland (HAN)" or "HAN (Housing Authority of Norland)". The long form says what kind
// of thing the letters stand for, wherever they stand in the document; the pairing is that of Schwartz and Hearst (2003), over initials.
#pragma once

#include "annalist/read/reading.h"

namespace annalist {

// Gives the names that are explained acronyms the kind of their long forms, and makes names of those that were none. Only a long form of
// two words and more, which is no person, explains. REQUIRES: entities in order, not overlapping; they stay so.
void settle_acronyms(Reading& reading);

}  // namespace annalist
