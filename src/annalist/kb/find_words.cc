// Words to what they mean: roles, places, outlets, currencies, common nouns.
#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/kb/knowledge.h"
#include "annalist/kb/knowledge_state.h"

namespace annalist {

using kb::PostingKind;

std::vector<RoleMeaning> Knowledge::role_meanings(std::string_view words) const {
  std::vector<RoleMeaning> meanings;
  state_->for_each(key_of(KeySpace::kRoleWords, name_words(words)), PostingKind::kRoleKind,
                   [&](const kb::IndexView& layer, const kb::Posting& posting) {
                     const kb::RoleKindRow& row = layer.role_kinds()[posting.value];
                     const RoleMeaning meaning{layer.text(row.id), layer.text(row.sector), layer.text(posting.only_in), row.single != 0};
                     const bool seen = std::any_of(meanings.begin(), meanings.end(), [&](const RoleMeaning& known) {
                       return known.role == meaning.role && known.only_in == meaning.only_in;
                     });
                     if (!seen) meanings.push_back(meaning);
                   });
  return meanings;
}

std::string_view Knowledge::country_by_iso2(std::string_view iso2) const {
  std::string_view found;
  state_->for_each(key_of_text(KeySpace::kIso2, iso2), PostingKind::kActor, [&](const kb::IndexView& layer, const kb::Posting& posting) {
    if (found.empty()) found = layer.text(state_->row(posting.value).country);
  });
  return found;
}

std::vector<Place> Knowledge::places(std::string_view name, std::string_view country) const {
  const std::vector<NameWord> words = name_words(name);
  const uint32_t written = written_hash(words);
  std::vector<Place> places;
  state_->for_each(key_of(KeySpace::kName, key_words(words)), PostingKind::kPlace,
                   [&](const kb::IndexView& layer, const kb::Posting& posting) {
                     if (posting.exact_only != 0 && posting.written != written) return;
                     const kb::PlaceRow& row = layer.places()[posting.value];
                     const Place place{layer.text(row.id),  layer.text(row.name), layer.text(row.country),       row.latitude / 1e5,
                                       row.longitude / 1e5, row.population,       static_cast<char>(row.feature)};
                     const bool seen = std::any_of(places.begin(), places.end(), [&](const Place& known) { return known.id == place.id; });
                     if (!seen) places.push_back(place);
                   });
  std::stable_sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    const bool here_a = !country.empty() && a.country == country, here_b = !country.empty() && b.country == country;
    if (here_a != here_b) return here_a;
    const bool capital_a = a.feature == 'C', capital_b = b.feature == 'C';
    if (capital_a != capital_b) return capital_a;
    return a.population > b.population;
  });
  return places;
}

KnownIndex Knowledge::outlet_by_domain(std::string_view host) const {
  std::string domain = to_lower(host);
  std::string_view rest = domain;
  while (rest.find('.') != std::string_view::npos) {
    KnownIndex found;
    state_->for_each(key_of_text(KeySpace::kDomain, rest), PostingKind::kActor, [&](const kb::IndexView&, const kb::Posting& posting) {
      if (!found.valid()) found.value = posting.value;
    });
    if (found.valid()) return found;
    rest.remove_prefix(rest.find('.') + 1);
  }
  return {};
}

KnownIndex Knowledge::outlet_by_name(std::string_view name) const {
  for (const Candidate& one : candidates(name, NameTier::kFolded)) {
    if (actor(one.actor).is_media()) return one.actor;
  }
  return {};
}

std::vector<CurrencyMeaning> Knowledge::currencies(std::string_view words, std::string_view country) const {
  const std::vector<NameWord> parts = name_words(words);
  const uint32_t written = written_hash(parts);
  std::vector<CurrencyMeaning> meanings;
  state_->for_each(key_of(KeySpace::kCurrency, parts), PostingKind::kCurrency, [&](const kb::IndexView& layer, const kb::Posting& posting) {
    if (posting.exact_only != 0 && posting.written != written) return;
    const kb::CurrencyRow& row = layer.currencies()[posting.value];
    CurrencyMeaning meaning{layer.text(row.code), posting.detail != 0, {}};
    for (const kb::ItemRow& item : layer.items(row.items_first, row.items_count)) meaning.countries.push_back(layer.text(item.text));
    for (CurrencyMeaning& known : meanings) {
      if (known.code != meaning.code) continue;
      known.usual = known.usual || meaning.usual;
      return;
    }
    meanings.push_back(std::move(meaning));
  });
  const auto own = [&](const CurrencyMeaning& one) {
    return !country.empty() && std::find(one.countries.begin(), one.countries.end(), country) != one.countries.end();
  };
  std::stable_sort(meanings.begin(), meanings.end(), [&](const CurrencyMeaning& a, const CurrencyMeaning& b) {
    if (own(a) != own(b)) return own(a);
    return a.usual && !b.usual;
  });
  return meanings;
}

std::optional<AgentMeaning> Knowledge::agent(std::string_view words) const {
  const std::vector<NameWord> parts = name_words(words);
  // The longest end of the words that is known: "masked riot police" -> "riot police".
  for (size_t first = 0; first < parts.size(); ++first) {
    uint64_t key = start_key(KeySpace::kAgent);
    for (size_t i = first; i < parts.size(); ++i) key = extend_key(key, parts[i].text);
    std::optional<AgentMeaning> found;
    state_->for_each(key, PostingKind::kSector, [&](const kb::IndexView& layer, const kb::Posting& posting) {
      if (!found) found = AgentMeaning{layer.text(posting.value)};
    });
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace annalist
