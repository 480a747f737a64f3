#include "annalist/ingest/page_title.h"

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

constexpr std::string_view kTitleMarks[] = {" | ", " \xC2\xBB ", " \xC2\xAB ",     " \xE2\x80\x94 ", " \xE2\x80\x93 ",
                                            " - ", " :: ",       " \xE2\x80\xA2 ", " \xC2\xB7 "};

}  // namespace

SplitTitle split_title(std::string_view title) {
  for (const std::string_view mark : kTitleMarks) {
    const size_t at = title.rfind(mark);
    if (at == std::string_view::npos) continue;
    const std::string_view head = trim(title.substr(0, at)), site = trim(title.substr(at + mark.size()));
    // A site's name is short, and the headline is not.
    if (count_words(site) <= 4 && count_words(head) >= 3 && count_words(head) > count_words(site))
      return {mark == std::string_view(" | ") ? split_title(head).title : std::string(head), std::string(site)};
  }
  return {std::string(title), ""};
}

SplitTitle split_title_by(std::string_view title, std::string_view heading) {
  if (count_words(heading) < 2) return {std::string(title), ""};
  for (const std::string_view mark : kTitleMarks) {
    const size_t at = title.find(mark);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view head = trim(title.substr(0, at)), tail = trim(title.substr(at + mark.size()));
    if (starts_ignoring_case(heading, head) && count_words(head) >= 2 && count_words(tail) <= 5)
      return {std::string(head), std::string(tail)};
    if (same_words(heading, tail) && count_words(head) <= 5) return {std::string(tail), std::string(head)};
  }
  return {std::string(title), ""};
}

}  // namespace annalist
