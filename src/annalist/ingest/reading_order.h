// The order in which a page's lines are read: down a column, then the next column; what spans columns (headlines, pictures' captions)
// before or after those that it stands above or below. By cuts of the page along its white gaps (after Nagy and Seth 1984, "XY-cut"), where
// the longest run of rows that one gutter parts is cut into columns first.
#pragma once

#include "annalist/ingest/pdf_layout.h"

namespace annalist {

// `body_height`: of the running text's lines, in points; gutters narrower than most of it are none.
void put_in_reading_order(PdfPage& page, double body_height);

}  // namespace annalist
