// When a document was written, as far as it can be known: its publication date, else what its own text tells.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/read/atoms.h"
#include "annalist/understand/times/expression.h"
#include "annalist/understand/times/resolve.h"

namespace annalist {

struct SentenceExpressions {
  std::vector<Atom> atoms;
  std::vector<Expression> expressions;
};

// REQUIRES: sentences are the reading's, in order. In this order:
//   the publication date;
//   a dateline: a whole date that is nearly all of one of the first sentences, or stands at the head of the
//   first; "a year ago" not far before a month of a year that it must mean ("in a December 2017 interview"):
//   written a year after that month; a dated caption: written in the month of the picture, at the day's own
//   precision no more than that.
WritingTime writing_time(const Document& document, const Reading& reading, const std::vector<SentenceExpressions>& sentences);

}  // namespace annalist
