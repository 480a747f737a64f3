// Filling in what a page says of its article, source by source in the order of trust: of each field the first source that says something
// counts, and later ones change nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/page_metadata.h"

namespace annalist {

void fill_title(std::string_view value, std::string how, PageMetadata& to);

// Values as bylines have them: labels, several names in one, accounts and addresses are seen to.
void fill_authors(const std::vector<std::string>& values, const std::string& how, PageMetadata& to);

void fill_outlet(std::string value, std::string how, PageMetadata& to);

// A date as metadata write it (metadata_values.h).
void fill_date(const std::string& value, std::string how, PageMetadata& to);
void fill_date(Date date, std::string how, PageMetadata& to);

}  // namespace annalist
