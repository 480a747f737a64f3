// Makes Actors of a finished Discourse: one actor a cluster, with its canonical name, country and code; the mentions that are given out;
// the ties.
#pragma once

#include "annalist/understand/actors/discourse.h"

namespace annalist {

Actors build_actors(const Discourse& discourse);

}  // namespace annalist
