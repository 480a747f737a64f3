// What an element's tag, class, id, role and style say of its content: unseen, boilerplate, a caption, the
// article's body.
#pragma once

#include <cstdint>

#include "annalist/ingest/html_page.h"

namespace annalist {

// Elements that end the paragraph before them and begin a new one.
bool is_block_tag(GumboTag tag);

// Scripts, styles, forms, navigation, hidden elements: their text is no part of what a reader reads.
bool is_unseen(const HtmlPage& page, uint32_t node);

enum class ClassHint : uint8_t { kNone, kBoilerplate, kCaption, kBody };
// From the words of class and id ("article-body__content" -> article, body, content) and from role and
// itemprop.
ClassHint class_hint(const HtmlPage& page, uint32_t node);

}  // namespace annalist
