// The report's style sheet, for the screen and for paper. Every kind of mark has a colour of its own (tints of the palette of Okabe and
// Ito, which the colour-blind tell apart), a line of its own under it, and its label; on paper the lines and the labels remain.
#pragma once

namespace annalist {

extern const char* const kReportStyle;

}  // namespace annalist
