// The report's fixed words, as HTML.
#pragma once

namespace annalist::report_words {

extern const char* const kHead;        // up to the title
extern const char* const kContents;    // the list of sections
extern const char* const kTimeline;
extern const char* const kUndated;
extern const char* const kNoneDated;   // a question for dates, which leaves out what has none
extern const char* const kSums;
extern const char* const kStatements;
extern const char* const kArticles;    // the head of their table
extern const char* const kReading;     // what an item is
extern const char* const kLabels;      // what labels and statuses mean

}  // namespace annalist::report_words
