#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "annalist/base/utf8.h"
#include "annalist/read/given_names.h"
#include "annalist/understand/actors/agent_nouns.h"

namespace annalist {
namespace {

// clang-format off
constexpr std::array<std::string_view, 24> kMaleTitles = {
    "ayatollah", "baron", "brother", "chairman", "congressman", "count", "czar", "duke", "emir", "father",
    "imam", "king", "lord", "mr", "mullah", "pope", "prince", "shaikh", "sheik", "sheikh", "sir", "spokesman",
    "sultan", "tsar"};
constexpr std::array<std::string_view, 17> kFemaleTitles = {
    "baroness", "chairwoman", "congresswoman", "countess", "dame", "duchess", "empress", "lady", "madam",
    "miss", "mme", "mrs", "ms", "princess", "queen", "sister", "spokeswoman"};
// clang-format on
static_assert(std::ranges::is_sorted(kMaleTitles) && std::ranges::is_sorted(kFemaleTitles));

std::string plain(std::string_view word) {
  std::string folded = fold(word);
  while (!folded.empty() && folded.back() == '.') folded.pop_back();
  return folded;
}

}  // namespace

Gender gender_of_given_name(std::string_view name) {
  const GivenName known = given_name(name);
  return known == GivenName::kMale ? Gender::kMale : known == GivenName::kFemale ? Gender::kFemale : Gender::kUnknown;
}

Gender gender_of_title(std::string_view lemma) {
  const std::string key = plain(lemma);
  if (std::ranges::binary_search(kMaleTitles, std::string_view(key))) return Gender::kMale;
  return std::ranges::binary_search(kFemaleTitles, std::string_view(key)) ? Gender::kFemale : Gender::kUnknown;
}

}  // namespace annalist
