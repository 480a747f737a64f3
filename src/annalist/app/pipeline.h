// The library's front door: one document through all stages. ingest -> read -> understand; fuse, store and show take it from there.
#pragma once

#include "annalist/app/resources.h"
#include "annalist/understand/events/records.h"

namespace annalist {

// All records of a document. Pure: the same document and models give the same records, on any thread. A document that is not in
// English comes back with its text and metadata alone.
Records code_document(Document document, const Models& models);

}  // namespace annalist
