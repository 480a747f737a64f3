// Through whose mouths a piece of text came: the statements that hold it in their content, innermost first. Pure functions for the
// stages that code what is said (events) and for showing.
#pragma once

#include <vector>

#include "annalist/base/span.h"
#include "annalist/understand/statements/statement.h"

namespace annalist {

// The index of the innermost statement whose content holds the words; kNone when the article itself says them. A statement whose cue
// overlaps the words does not hold them: who accuses is not reported by himself. A stance holds none: who condemns a raid does not report
// it.
int innermost_statement(const Statements& statements, ByteSpan words);

// The speaker of a statement, then its further chain outward. {} for kNone. REQUIRES: index is kNone or in range
std::vector<Source> chain_of(const Statements& statements, int index);
// The same for a piece of text: chain_of(statements, innermost_statement(statements, words)).
std::vector<Source> chain_of(const Statements& statements, ByteSpan words);

// Whether two sources are the same speaker: the same actor, or without one the same words.
bool same_speaker(const Source& a, const Source& b);

}  // namespace annalist
