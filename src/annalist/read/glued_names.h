// Names that stand side by side without a mark, as in the heads and signatures of mail and in hurried text, parted: two persons where a
// given name follows a whole name ("Ines Havik Robert Lindqvist"), a place and the state or country that it lies in ("Tampa Florida").
#pragma once

#include "annalist/read/reading.h"

namespace annalist {

// REQUIRES: entities in order, not overlapping; they stay so. The tree is left alone.
void part_glued_names(Reading& reading);

}  // namespace annalist
