// Quotations between double quotation marks, and the subject of the verb of saying that each stands by.
#pragma once

#include <functional>
#include <vector>

#include "annalist/read/reading.h"

namespace annalist {

struct Quoted {
  TokenRange tokens;              // between the quotation marks
  TokenIndex speaker = kNoToken;  // the subject's head
  friend bool operator==(const Quoted&, const Quoted&) = default;
};

// In text order. `can_speak` says of a subject's head whether it may be taken for the speaker.
std::vector<Quoted> find_quoted(const Reading& reading, const Children& children, const std::function<bool(TokenIndex)>& can_speak);

}  // namespace annalist
