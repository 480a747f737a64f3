// Values as pages' metadata have them, made what they mean.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "annalist/base/date.h"

namespace annalist {

// A date as articles write it (article_date.h), or 20180814, or seconds or milliseconds since 1970; none before 1800 or after 2100.
std::optional<Date> read_metadata_date(std::string_view value);

// Whether the name is an account's ("admin", "webmaster"), where a person's is meant.
bool is_account(std::string_view name);

// "By Ana Ruiz", "Analysis by Ana Ruiz", "Ana Ruiz | Valley Wire" -> "Ana Ruiz".
std::string without_label(std::string_view line);

// A site's name out of a value that may be an address or carry marks around it.
std::string outlet_name(std::string_view value);

// "Ruiz, Ana" -> "Ana Ruiz": library metadata have names so.
std::string upright_name(std::string_view name);

}  // namespace annalist
