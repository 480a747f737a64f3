#include "annalist/ingest/html_article.h"

#include "annalist/ingest/article_body.h"
#include "annalist/ingest/furniture.h"
#include "annalist/ingest/html_page.h"
#include "annalist/ingest/html_strip.h"
#include "annalist/ingest/html_units.h"
#include "annalist/ingest/page_metadata.h"

namespace annalist {
namespace {

// A short paragraph with a picture's credit is its caption, whatever element it stands in.
BlockKind kind_of(const PageUnit& unit) {
  const bool caption = unit.kind == BlockKind::kParagraph && unit.words <= 40 && has_caption_marks(unit.text);
  return caption ? BlockKind::kCaption : unit.kind;
}

}  // namespace

ArticleParts read_html_article(const MappedText& decoded, size_t deepest) {
  const StrippedPage stripped = strip_page(decoded);
  const HtmlPage page(stripped.html.text(), deepest);
  const PageText text = page_text(page);
  PageMetadata about = read_page_metadata(page, text, stripped.json_ld);
  ArticleParts out;
  for (const size_t i : find_body(page, text, {about.title.value, about.article_body})) {
    MappedText block = mapped_text(page, text.units[i]);
    if (!block.empty()) out.blocks.push_back({through(block, stripped.html), kind_of(text.units[i])});
  }
  out.title = std::move(about.title);
  out.authors = std::move(about.authors);
  out.outlet = std::move(about.outlet);
  out.published = about.published;
  out.published_how = std::move(about.published_how);
  out.url = std::move(about.url);
  out.section = std::move(about.section);
  return out;
}

std::vector<BodyBlock> read_html_fragment(const MappedText& html) {
  const StrippedPage stripped = strip_page(html);
  const HtmlPage page(stripped.html.text());
  std::vector<BodyBlock> out;
  for (const PageUnit& unit : page_text(page).units) {
    if (furniture_kind(unit.text) != FurnitureKind::kNone || is_photo_credit(unit.text)) continue;
    if (unit.link_share() > 0.85 && unit.words < 25) continue;
    MappedText block = mapped_text(page, unit);
    if (!block.empty()) out.push_back({through(block, stripped.html), kind_of(unit)});
  }
  return out;
}

}  // namespace annalist
