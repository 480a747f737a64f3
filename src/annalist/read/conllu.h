// CoNLL-U in and out (universaldependencies.org/format.html), so that a document and its reading travel as the field's own text.
//
// Takes and gives, beside the ten columns (XPOS and DEPS are passed over and written as "_"):
//   # newdoc id = ID       a new document
//   # newpar               a new block; its kind follows as GUM writes it:
//   # newpar_block = head  or p, caption, quote, list (p when missing)
//   # global.Entity = F    the fields of Entity's brackets (conllu_entities.h)
//   # meta::title, # meta::dateCreated   read only: title and publication date
//   n-m lines              multiword tokens; empty nodes (n.m) are passed over
//   MISC SpaceAfter=No     no white space follows the token
//   MISC SpacesAfter=X     the white space that follows, where it is neither one space nor the blank line between blocks
//   MISC SpacesBefore=X    that before a document's first token; X in the escapes of UDPipe
//   MISC Entity=...        mentions of entities and chains in CorefUD's brackets; brackets with other fields (GUM's own) are passed over
//   MISC Entity=B-KIND     read only: a name begins at this word; Entity=I-KIND: it goes on
// From these the document's text is rebuilt to the byte; reading what was written gives the same text and reading (chains are not read).
#pragma once

#include <cstdint>
#include <span>
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

inline constexpr int32_t kNoChain = -1;

// A mention of something that a chain of mentions shares, as coreference finds them.
struct LinkedMention {
  TokenRange tokens;  // of one sentence
  TokenIndex head = kNoToken;
  EntityKind kind = EntityKind::kOther;
  int32_t chain = kNoChain;
};

// How far a document has been written, for one that is written in parts as it is read.
struct ConlluPlace {
  size_t sentences = 0;
  size_t entities = 0;
};

// One document with its trailing blank line. Each sentence has "# sent_id = ID-N" and "# text", in which white space is one space.
std::string write_conllu(const Document& document, const Reading& reading, std::span<const LinkedMention> mentions = {});
// A part of a document: "# newdoc" comes with the first. `place` is moved on.
std::string write_conllu(const Document& document, const Reading& reading, std::span<const LinkedMention> mentions, ConlluPlace& place);

}  // namespace annalist
