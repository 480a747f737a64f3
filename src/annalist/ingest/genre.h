// The genre of an article, by simple signs: its section or type, label words at the head of its title, the
// address, whether it speaks in the first person, weighs what it tells, and tells a day at its head. News unless something says otherwise.
#pragma once

#include <string_view>

#include "annalist/ingest/document.h"

namespace annalist {

struct GenreSigns {
  std::string_view section;
  std::string_view title;
  std::string_view url;
  std::string_view outlet;
  std::string_view text;
};

Genre guess_genre(const GenreSigns& signs);

}  // namespace annalist
