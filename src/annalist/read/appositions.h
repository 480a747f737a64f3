// Mends one error that parsers of news make often: in "the head of the bureau of Hamas, Ismail Haniyeh, has" the person's name is hung as
// an apposition on the nearest noun ("bureau"), though a person can be the apposition of a person alone.
#pragma once

#include "annalist/read/reading.h"

namespace annalist {

// Moves a person's name that is the apposition of a body (an organization's, place's or group's name, or a noun such as "bureau") up to
// the common noun whose complement that body is ("head"). Trees stay trees; all else is left as it is.
void mend_appositions(Reading& reading);

}  // namespace annalist
