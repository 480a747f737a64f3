// A page's <title>, which most sites write as the headline and the site's name.
#pragma once

#include <string>
#include <string_view>

namespace annalist {

// The site's part cut off a <title>: "Talks resume | The Herald" -> "Talks resume" and "The Herald".
struct SplitTitle {
  std::string title;
  std::string site;
};
SplitTitle split_title(std::string_view title);

// The same by a heading of the page, which is the headline or begins with it; no site when the title has no such part.
SplitTitle split_title_by(std::string_view title, std::string_view heading);

}  // namespace annalist
