// The time expressions of a document, with values after ISO-TimeML's TIMEX3 (ISO 24617-1; Pustejovsky et al.
// 2010).
//
// Takes a document and its reading, gives Timexes in text order. Relative ones are counted from the
// publication date; in a document without one from a date that the text gives for itself (a dateline, a dated
// caption, "a year ago, in December 2017"), else they keep a value such as "XXXX-WXX-2" and no range. Every
// value that fixes days has its range; so has a duration that ends or begins at the time of writing ("the
// past three years"). An interval ("from 24 to 27 March", value "2024-03-24/2024-03-27") is followed by its
// two ends, as TIMEX3 marks them.
#pragma once

#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/read/reading.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

std::vector<Timex> find_times(const Document& document, const Reading& reading);

}  // namespace annalist
