#include "annalist/ingest/byline_lines.h"

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/ingest/article_date.h"
#include "annalist/ingest/ascii.h"
#include "annalist/ingest/byline.h"
#include "annalist/ingest/metadata_fields.h"
#include "annalist/ingest/page_marks.h"
#include "annalist/ingest/plain_line.h"

namespace annalist {
namespace {

void fill_from_line(const std::string& text, bool has_heading, bool after_heading, PageMetadata& to) {
  if (count_words(text) > 25) return;
  const Byline byline = read_byline(text);
  if (byline.marked && (after_heading || !has_heading)) fill_authors(byline.authors, "byline", to);
  const bool below_byline = !has_heading && !to.authors.empty() && to.authors.front().how == "byline";
  const auto line = read_date_line(text);
  if (line && !line->update && (line->labelled || after_heading || below_byline)) fill_date(line->date, "date line", to);
  const auto found = find_date(text);
  if (!found) return;
  if (byline.marked) fill_date(found->date, "byline", to);
  // "Ana Ruiz and Tom Berg | 2 March 2021"; one name alone may be a section's.
  if (!after_heading || byline.marked || !to.authors.empty()) return;
  const std::vector<std::string> names = split_names(std::string_view(text).substr(0, found->words.begin));
  if (names.size() < 2 || !std::all_of(names.begin(), names.end(), [](const std::string& name) { return count_words(name) >= 2; })) return;
  fill_authors(names, "byline", to);
  fill_date(found->date, "date line", to);
}

// Near the top of the page's text, after its main heading.
void fill_from_top(const HtmlPage& page, const PageText& text, bool has_heading, PageMetadata& to) {
  size_t seen = 0, good = 0;
  bool after_heading = false;
  for (const PageUnit& unit : text.units) {
    if (++seen > 400 || good > 2) break;
    after_heading = after_heading || (unit.kind == BlockKind::kHeading && page.nodes()[unit.block].tag == GUMBO_TAG_H1);
    good += after_heading && unit.is_good() ? 1U : 0U;
    if (unit.words > 40) continue;
    for (const std::string& line : lines_of(page, unit)) fill_from_line(line, has_heading, after_heading, to);
  }
}

// Elements that the page's classes name, where nothing else has told.
void fill_from_marks(const HtmlPage& page, const PageText& text, PageMetadata& to) {
  if (!to.authors.empty() && to.published) return;
  const PageMarks marks = find_page_marks(page, text);
  std::vector<std::string> names;
  for (const uint32_t node : marks.authors) {
    const std::string line = plain_line(text_in_parts(page, node));
    const Byline byline = read_byline(line);
    for (const std::string& name : byline.authors) {
      if (count_words(name) >= 2) names.push_back(name);
    }
    if (!names.empty() && byline.marked) break;
  }
  if (names.size() <= 4) fill_authors(names, "byline", to);  // more are a list of writers
  for (const uint32_t node : marks.dates) {
    if (!to.published) fill_date(said_date(page, node), "date line", to);
  }
}

// What stands below the text, where nothing above it has told: "(Reporting by Ana Ruiz; Editing by Tom Berg)", "First published on ...".
void fill_from_end(const PageText& text, PageMetadata& to) {
  std::optional<Date> labelled;
  bool several = false;
  for (const PageUnit& unit : text.units) {
    if (unit.words > 40) continue;
    std::string_view line = unit.text;
    if (line.starts_with('(')) line = line.substr(1, line.find(')') - 1);
    for (const std::string_view label : {"reporting by ", "posted by ", "written by "}) {
      if (starts_ignoring_case(line, label)) fill_authors(read_byline(line).authors, "byline", to);
    }
    const auto date = read_date_line(unit.text);
    if (!date || !date->labelled) continue;
    several = several || (labelled && labelled != date->date);
    labelled = date->date;
  }
  if (labelled && !several) fill_date(*labelled, "date line", to);
}

}  // namespace

void fill_from_lines(const HtmlPage& page, const PageText& text, bool has_heading, PageMetadata& to) {
  fill_from_top(page, text, has_heading, to);
  fill_from_marks(page, text, to);
  fill_from_end(text, to);
}

}  // namespace annalist
