// What the readers of both office forms share: blocks put together from pieces of text, properties of the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/ingest/article_parts.h"
#include "annalist/ingest/limits.h"
#include "annalist/ingest/xml_element.h"

namespace annalist {

using XmlElements = std::vector<XmlElement>;

inline constexpr size_t kMostOfficeElements = 1'000'000;

// Titles and authors that programs put into a file's properties, not people: "Microsoft Word - draft.doc", "Windows User", nothing at all.
bool is_made_up_title(std::string_view title);
bool is_nobody(std::string_view name);

// Where the subtree of an element ends in the list.
size_t subtree_end(const XmlElements& elements, size_t at);

// A file of the document's ZIP as XML. Errors: kBadArticle, saying that `form` needs it.
Result<XmlElements> read_office_xml(std::string_view zip, std::string_view name, std::string_view form, const IngestLimits& limits);

// Title, authors and date of docProps/core.xml or meta.xml; nothing when there is no such file.
void read_office_properties(std::string_view zip, std::string_view name, std::string_view form, ArticleParts& parts,
                            const IngestLimits& limits);

// Adds a block when the text has words: characters cleaned, spaces collapsed.
void add_block(ArticleParts& parts, const MappedText& text, BlockKind kind);

// Paragraphs of the body in order; the cells of a table's row come together as one block unless one of them holds running text.
class OfficeBlocks {
 public:
  explicit OfficeBlocks(ArticleParts& parts) : parts_(parts) {}
  void paragraph(const MappedText& text, BlockKind kind);
  void begin_row();
  void end_row();

 private:
  struct Paragraph {
    MappedText text;
    BlockKind kind;
  };
  ArticleParts& parts_;
  size_t depth_ = 0;  // rows within one another
  std::vector<Paragraph> row_;
};

}  // namespace annalist
