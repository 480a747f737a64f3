// What each form's reader (plain text, HTML, JSONL) takes out of an article; make_document puts a Document
// together from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/ingest/document.h"
#include "annalist/ingest/mapped_text.h"

namespace annalist {

struct BodyBlock {
  MappedText text;
  BlockKind kind = BlockKind::kParagraph;
};

struct ArticleParts {
  std::vector<BodyBlock> blocks;
  Metadatum title;
  std::vector<Metadatum> authors;
  Metadatum outlet;
  std::optional<Date> published;
  std::string published_how;
  std::string url;
  std::string section;  // whatever names a section or type: "Opinion", "OpinionNewsArticle"
  std::string note;
  std::vector<std::string> around;  // short lines outside the body, which may name the outlet
};

}  // namespace annalist
