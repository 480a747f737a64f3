#include "annalist/ingest/metadata_fields.h"

#include <algorithm>

#include "annalist/ingest/byline.h"
#include "annalist/ingest/metadata_values.h"
#include "annalist/ingest/plain_line.h"
#include "annalist/ingest/shingles.h"

namespace annalist {

void fill_title(std::string_view value, std::string how, PageMetadata& to) {
  std::string line = plain_line(value);
  if (to.title.value.empty() && !line.empty()) to.title = {std::move(line), std::move(how)};
}

void fill_authors(const std::vector<std::string>& values, const std::string& how, PageMetadata& to) {
  if (!to.authors.empty()) return;
  for (const std::string& value : values) {
    std::string line = plain_line(value);
    if (line.empty() || line.find("http") != std::string::npos || line.find('@') != std::string::npos) continue;
    line = without_label(line);
    std::vector<std::string> names = split_names(line);
    if (names.empty() && line.size() < 60) names = {line};
    std::erase_if(names, is_account);
    for (std::string& name : names) {
      const bool known =
          std::any_of(to.authors.begin(), to.authors.end(), [&](const Metadatum& author) { return same_words(author.value, name); });
      if (!known) to.authors.push_back({std::move(name), how});
    }
  }
}

void fill_outlet(std::string value, std::string how, PageMetadata& to) {
  if (to.outlet.value.empty() && !value.empty()) to.outlet = {std::move(value), std::move(how)};
}

void fill_date(const std::string& value, std::string how, PageMetadata& to) {
  if (to.published) return;
  if (const auto date = read_metadata_date(value)) fill_date(*date, std::move(how), to);
}

void fill_date(Date date, std::string how, PageMetadata& to) {
  if (to.published) return;
  to.published = date;
  to.published_how = std::move(how);
}

}  // namespace annalist
