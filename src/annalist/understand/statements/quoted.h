// The quoted stretches of a document. Marks are “ ”, ", ‘ ’, « » and `` ''; a stretch may run over sentences. One that is left open at
// its block's end goes on in the next block when that opens with a mark again (the convention for quotations of several paragraphs).
#pragma once

#include <vector>

#include "annalist/read/reading.h"

namespace annalist {

struct QuotedStretch {
  TokenRange inside;       // without the marks
  bool continued = false;  // goes on from the stretch before
  bool scare = false;      // a few words without a sentence's shape: they quote a term, not a speech
  friend bool operator==(const QuotedStretch&, const QuotedStretch&) = default;
};

// In text order, not overlapping.
std::vector<QuotedStretch> quoted_stretches(const Reading& reading);

}  // namespace annalist
