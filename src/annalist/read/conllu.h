// CoNLL-U in and out (universaldependencies.org/format.html), so that a document and its reading travel as
// the field's own text.
//
// Takes and gives, beside the ten columns (XPOS and DEPS are passed over and written as "_"):
//   # newdoc id = ID      a new document            # newpar            a new block; its kind follows as GUM
//   writes it: # newpar_block = head | p | caption | quote | list                  (p when missing) #
//   meta::title, # meta::dateCreated (read only)  title and publication date n-m lines             multiword
//   tokens; empty nodes (n.m) are passed over MISC SpaceAfter=No    no white space follows the token MISC
//   SpacesAfter=X    the white space that follows, where it is neither one space nor the blank line between
//   blocks, and MISC SpacesBefore=X   that before a document's first token; X in UDPipe's escapes: \s \t \r
//   \n \p (a pipe) \\ . MISC Entity=B-KIND    a named entity begins at this word, Entity=I-KIND: it goes on;
//   KIND is one of entity_kind_name's. Other values
//                         of Entity (GUM's own) are passed over.
// From these the document's text is rebuilt to the byte; reading what was written gives the same text and
// reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/ingest/document.h"
#include "annalist/read/reading.h"

namespace annalist {

struct ConlluDocument {
  Document document;
  Reading reading;
};

// The documents of a CoNLL-U text; one without "# newdoc" is one document. Errors: kBadArticle at path:line.
Result<std::vector<ConlluDocument>> read_conllu(std::string_view text, std::string_view path);

// One document with its trailing blank line. Each sentence has "# sent_id = ID-N" and "# text".
std::string write_conllu(const Document& document, const Reading& reading);

}  // namespace annalist
