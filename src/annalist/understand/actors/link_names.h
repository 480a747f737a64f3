// Links the names of a document to the knowledge, in tiers: what stands there exactly or folded is taken, a name under another
// transliteration or a bare surname only when a title or the document's countries agree with it. An ambiguous name stays unlinked.
#pragma once

#include "annalist/understand/actors/discourse.h"

namespace annalist {

// Sets known, country_word, country, place_id and, where the knowledge says better, kind of all name drafts.
void link_names(Discourse& discourse);

}  // namespace annalist
