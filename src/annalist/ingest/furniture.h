// Furniture: the lines of a saved page that belong to the site and not to the article: menus, sharing,
// newsletters, cookie notices, links to other articles, comment forms, copyright lines. The phrases are a
// table (furniture.cc) that a person can read and extend.
#pragma once

#include <cstdint>
#include <string_view>

namespace annalist {

enum class FurnitureKind : uint8_t {
  kNone,
  kSite,     // menus, sharing, cookies, captions of buttons: may stand anywhere
  kPrompt,   // asks the reader to subscribe, to donate, to follow, to read another article
  kTrailer,  // begins what follows an article: comments, related articles, about the author, tags
};

// What a whole line or short block is. Looks at phrases alone, never at the position; a line of more than 40
// words is never furniture, and one that only mentions such a phrase amid a sentence is none.
FurnitureKind furniture_kind(std::string_view line);

// A credit for a picture and nothing else: "(Photo: AFP)", "Getty Images", "Image credit: ...".
bool is_photo_credit(std::string_view line);
// Whether a line ends in, or opens with, such a credit, or places people in a picture ("(left)", "2nd R"): a
// caption.
bool has_caption_marks(std::string_view line);

}  // namespace annalist
