// The small lines about who wrote and who printed an article that stand at its foot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annalist {

// "Ana Ruiz is a reporter at the Herald's foreign desk."
struct AuthorBox {
  bool is_box = false;
  std::vector<std::string> authors;
};
AuthorBox read_author_box(std::string_view line);

// "More from Ana Ruiz" -> "Ana Ruiz"; empty for a section or anything else.
std::string author_of_more_from(std::string_view line);

// "(c) 2019 The Herald. All rights reserved.", "Subscribe to The Herald via Email" -> "The Herald"; empty
// when a line names none.
std::string outlet_of_footer(std::string_view line);

// "Middle East", "World News": what a site calls its parts, which can look like names.
bool is_section_name(std::string_view line);

}  // namespace annalist
