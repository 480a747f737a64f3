// Actors of a document: mentions, coreference within the document, links to what is known, and ties. Takes the document (its publication
// date tells who held an office), its reading, and the knowledge; gives Actors as actor.h describes them.
//
// Coreference goes by deterministic sieves, most precise first, in the manner of Lee et al. (2013): names, apposition and titles, role
// descriptions, then pronouns by agreement and what the coreference model says of their antecedents (by salience alone without one).
#pragma once

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/actors/coreference_model.h"

namespace annalist {

Actors find_actors(const Document& document, const Reading& reading, const Knowledge& knowledge,
                   const CoreferenceModel* coreference = nullptr);

}  // namespace annalist
