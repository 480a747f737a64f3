#include "annalist/read/glued_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "annalist/base/utf8.h"
#include "annalist/read/given_names.h"

namespace annalist {
namespace {

// States and countries of one word that follow their places without a comma; none that is often a family name or the end of a longer name.
// clang-format off
constexpr std::array<std::string_view, 109> kRegions = {
    "afghanistan", "alabama", "alaska", "alberta", "algeria", "angola", "argentina", "arizona", "arkansas", "australia", "austria",
    "azerbaijan", "bahrain", "bangladesh", "belarus", "belgium", "bolivia", "brazil", "bulgaria", "california", "cambodia", "cameroon",
    "canada", "chile", "china", "colorado", "connecticut", "croatia", "cuba", "cyprus", "delaware", "denmark", "ecuador", "egypt",
    "england", "estonia", "ethiopia", "finland", "florida", "france", "germany", "ghana", "greece", "hawaii", "honduras", "hungary",
    "idaho", "illinois", "india", "indiana", "indonesia", "iowa", "iran", "iraq", "ireland", "italy", "japan", "kansas", "kazakhstan",
    "kentucky", "kenya", "kuwait", "latvia", "libya", "lithuania", "louisiana", "malaysia", "maryland", "massachusetts", "mexico",
    "michigan", "minnesota", "mississippi", "missouri", "moldova", "montana", "morocco", "nebraska", "nepal", "nevada", "nigeria",
    "norway", "ohio", "oklahoma", "ontario", "oregon", "pakistan", "pennsylvania", "poland", "portugal", "qatar", "quebec", "romania",
    "russia", "scotland", "serbia", "somalia", "spain", "sweden", "switzerland", "syria", "tennessee", "texas", "tunisia", "turkey",
    "uganda", "ukraine", "usa", "yemen"};
// What begins a place's own name: "New Mexico", "Lake Michigan", "Central Ohio".
constexpr std::array<std::string_view, 38> kOpeners = {
    "bay", "british", "camp", "cape", "central", "coastal", "east", "eastern", "fort", "greater", "gulf", "inner", "lake", "little",
    "lower", "mainland", "mid", "mount", "mt", "mt.", "new", "north", "northeast", "northern", "northwest", "old", "outer", "port",
    "rural", "saint", "south", "southeast", "southern", "southwest", "st.", "upper", "west", "western"};
// clang-format on
constexpr std::array<std::string_view, 19> kParticles = {"abu", "al", "ben", "bin", "bint", "da",  "de",  "del",    "den", "der",
                                                         "di",  "el", "ibn", "la",  "le",   "ten", "van", "vander", "von"};
static_assert(std::ranges::is_sorted(kParticles));
static_assert(std::ranges::is_sorted(kRegions) && std::ranges::is_sorted(kOpeners));

bool is_given_name(const std::string& word) { return given_name(word) != GivenName::kNone; }

template <size_t N>
bool holds(const std::array<std::string_view, N>& words, const std::string& form) {
  return std::ranges::binary_search(words, std::string_view(to_lower(form)));
}

// Whether a given name and a family name end before the word, and it begins another two.
bool begins_person(const Reading& reading, TokenRange name, TokenIndex word) {
  const auto form = [&](TokenIndex index) -> const std::string& { return reading.tokens[static_cast<size_t>(index)].form; };
  if (word - name.begin < 2 || name.end - word < 2 || !is_given_name(form(name.begin)) || !is_given_name(form(word))) return false;
  const std::string& before = form(word - 1);
  return !is_given_name(before) && !holds(kParticles, before) && before.size() > 1 && !before.ends_with('.');
}

bool ends_in_region(const Reading& reading, TokenRange name) {
  if (name.size() < 2) return false;
  const Token& before = reading.tokens[static_cast<size_t>(name.end - 2)];
  if (before.upos != Upos::kPropn && before.upos != Upos::kNoun) return false;
  return holds(kRegions, reading.tokens[static_cast<size_t>(name.end - 1)].form) && !holds(kOpeners, before.form);
}

}  // namespace

void part_glued_names(Reading& reading) {
  std::vector<Entity> parted;
  parted.reserve(reading.entities.size());
  for (const Entity& entity : reading.entities) {
    TokenIndex begin = entity.tokens.begin;
    const auto cut_at = [&](TokenIndex end) {
      const TokenRange tokens{begin, end};
      parted.push_back({tokens, span_of(reading, tokens), entity.kind});
      begin = end;
    };
    for (TokenIndex word = begin + 1; entity.kind == EntityKind::kPerson && word < entity.tokens.end; ++word) {
      if (begins_person(reading, {begin, entity.tokens.end}, word)) cut_at(word);
    }
    if (entity.kind == EntityKind::kPlace && ends_in_region(reading, entity.tokens)) cut_at(entity.tokens.end - 1);
    cut_at(entity.tokens.end);
  }
  reading.entities = std::move(parted);
}

}  // namespace annalist
