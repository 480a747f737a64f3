// Names to actors and states: the tiers of Knowledge::candidates, and the scan of a token sequence.
#include <algorithm>

#include "annalist/kb/knowledge.h"
#include "annalist/kb/knowledge_state.h"
#include "annalist/kb/titles.h"

namespace annalist {
namespace {

using kb::PostingKind;

class Gatherer {
 public:
  Gatherer(const Knowledge::State& state, std::string_view country) : state_(state), country_(country) {}

  // Takes the actors under a key at the tier; with `written` (of the query), those written alike as kExact.
  void take(uint64_t key, NameTier tier, const uint32_t* written = nullptr) {
    state_.for_each(key, PostingKind::kActor, [&](const kb::IndexView&, const kb::Posting& posting) {
      const bool exact = written != nullptr && posting.written == *written;
      if (posting.exact_only != 0 && !exact) return;
      add(posting.value, exact ? NameTier::kExact : tier);
    });
  }

  bool empty() const { return found_.empty(); }

  std::vector<Candidate> sorted() {
    std::stable_sort(found_.begin(), found_.end(), [&](const Candidate& a, const Candidate& b) {
      if (a.tier != b.tier) return a.tier < b.tier;
      const bool agrees_a = agrees(a), agrees_b = agrees(b);
      if (agrees_a != agrees_b) return agrees_a;
      const uint16_t weight_a = state_.row(a.actor.value).weight, weight_b = state_.row(b.actor.value).weight;
      return weight_a != weight_b ? weight_a > weight_b : a.actor < b.actor;
    });
    return std::move(found_);
  }

 private:
  void add(uint32_t actor, NameTier tier) {
    for (Candidate& known : found_) {
      if (known.actor.value == actor) {
        known.tier = std::min(known.tier, tier);
        return;
      }
    }
    found_.push_back({KnownIndex{actor}, tier});
  }

  bool agrees(const Candidate& one) const {
    return !country_.empty() && state_.layer_of(one.actor.value).text(state_.row(one.actor.value).country) == country_;
  }

  const Knowledge::State& state_;
  std::string_view country_;
  std::vector<Candidate> found_;
};

bool is_title(const NameWord& word) { return std::find(kb::kTitles.begin(), kb::kTitles.end(), word.text) != kb::kTitles.end(); }

// Without titles before it, and single letters ("J.") inside.
std::vector<NameWord> bare_name(const std::vector<NameWord>& words) {
  size_t first = 0;
  while (first + 1 < words.size() && is_title(words[first])) ++first;
  std::vector<NameWord> bare;
  for (size_t i = first; i < words.size(); ++i) {
    const bool initial = i > first && i + 1 < words.size() && words[i].text.size() == 1;
    if (!initial) bare.push_back(words[i]);
  }
  return bare;
}

bool begins_like_a_name(const NameWord& word) {
  const char c = word.written.front();
  return !(c >= 'a' && c <= 'z') || word.hyphen_after;
}

}  // namespace

std::vector<Candidate> Knowledge::candidates(std::string_view name, NameTier last, std::string_view country) const {
  const std::vector<NameWord> words = name_words(name);
  if (words.empty()) return {};
  Gatherer gatherer(*state_, country);
  const uint32_t written = written_hash(words);
  std::vector<NameWord> key = key_words(words);
  gatherer.take(key_of(KeySpace::kName, key), NameTier::kFolded, &written);
  if (last == NameTier::kExact) {
    std::vector<Candidate> exact = gatherer.sorted();
    std::erase_if(exact, [](const Candidate& one) { return one.tier != NameTier::kExact; });
    return exact;
  }
  std::vector<NameWord> bare = key_words(bare_name(words));
  if (bare.size() != key.size()) {
    const uint32_t bare_written = written_hash(bare);  // an acronym after a title: "President JFK"
    if (gatherer.empty()) gatherer.take(key_of(KeySpace::kName, bare), NameTier::kFolded, &bare_written);
    key = std::move(bare);
  }
  // A name of several words that is known as it stands needs no other reading.
  if (!gatherer.empty() && key.size() >= 2) return gatherer.sorted();
  if (last >= NameTier::kSkeleton) {
    if (const std::string bones = skeleton(key); !bones.empty())
      gatherer.take(key_of_text(KeySpace::kSkeleton, bones), NameTier::kSkeleton);
  }
  if (last >= NameTier::kPartial && key.size() >= 2) {
    const std::vector<NameWord> ends = {key.front(), key.back()};
    gatherer.take(key_of(KeySpace::kPartial, ends), NameTier::kPartial);
    if (key.size() >= 3) gatherer.take(key_of(KeySpace::kName, ends), NameTier::kPartial);
  }
  if (last >= NameTier::kSurname) {
    if (key.size() > 1 && is_passed_over(key.front(), false)) key.erase(key.begin());
    gatherer.take(key_of(KeySpace::kSurname, key), NameTier::kSurname);
  }
  return gatherer.sorted();
}

std::vector<CountryMeaning> Knowledge::country_meanings(std::string_view words) const {
  const std::vector<NameWord> parts = name_words(words);
  if (parts.empty()) return {};
  const uint32_t written = written_hash(parts);
  std::vector<std::pair<bool, CountryMeaning>> found;
  state_->for_each(
      key_of(KeySpace::kName, key_words(parts)), PostingKind::kCountryWord, [&](const kb::IndexView& layer, const kb::Posting& posting) {
        const bool exact = posting.written == written;
        if (posting.exact_only != 0 && !exact) return;
        const CountryMeaning meaning{KnownIndex{posting.value}, layer.text(state_->row(posting.value).country),
                                     static_cast<CountryWord>(posting.detail)};
        const bool seen = std::any_of(found.begin(), found.end(),
                                      [&](const auto& one) { return one.second.state == meaning.state && one.second.how == meaning.how; });
        if (!seen) found.push_back({exact, meaning});
      });
  std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    if (a.second.how != b.second.how) return a.second.how < b.second.how;
    if (a.first != b.first) return a.first;
    return state_->row(a.second.state.value).weight > state_->row(b.second.state.value).weight;
  });
  std::vector<CountryMeaning> meanings;
  for (const auto& [exact, meaning] : found) meanings.push_back(meaning);
  return meanings;
}

std::vector<KnownSpan> Knowledge::scan(std::span<const std::string_view> tokens) const {
  std::vector<NameWord> words;
  std::vector<int> token_of;
  for (size_t i = 0; i < tokens.size(); ++i) {
    append_name_words(tokens[i], words);
    token_of.resize(words.size(), static_cast<int>(i));
  }
  std::vector<KnownSpan> spans;
  for (size_t first = 0; first < words.size();) {
    size_t end = first, longest = first;
    bool stop = is_passed_over(words[first], true) || !begins_like_a_name(words[first]);
    uint64_t key = start_key(KeySpace::kName);
    while (!stop && end < words.size()) {
      if (end > first && is_passed_over(words[end], false)) {
        ++end;
        continue;
      }
      key = extend_key(key, words[end++].text);
      bool goes_on = false, here = false;
      for (const kb::IndexView& layer : state_->layers) {
        const kb::IndexView::Found found = layer.find(key);
        goes_on = goes_on || found.continues;
        here = here || !found.postings.empty();
      }
      // A name can't end inside a token.
      if (here && (end == words.size() || token_of[end] != token_of[end - 1])) longest = end;
      stop = !goes_on;
    }
    const bool whole = first == 0 || token_of[first] != token_of[first - 1];
    if (longest == first || !whole) {
      ++first;
      continue;
    }
    KnownSpan span =
        meanings_of({words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(longest)});
    span.begin = token_of[first];
    span.end = token_of[longest - 1] + 1;
    if (!span.actors.empty() || !span.countries.empty() || span.is_place) spans.push_back(std::move(span));
    first = longest;
  }
  return spans;
}

KnownSpan Knowledge::meanings_of(const std::vector<NameWord>& words) const {
  const uint32_t written = written_hash(words);
  const uint64_t key = key_of(KeySpace::kName, key_words(words));
  KnownSpan span;
  Gatherer gatherer(*state_, {});
  gatherer.take(key, NameTier::kFolded, &written);
  span.actors = gatherer.sorted();
  std::string name;
  for (const NameWord& word : words) name += (name.empty() ? "" : " ") + word.written;
  span.countries = country_meanings(name);
  state_->for_each(key, PostingKind::kPlace, [&](const kb::IndexView&, const kb::Posting& posting) {
    span.is_place = span.is_place || posting.exact_only == 0 || posting.written == written;
  });
  return span;
}

}  // namespace annalist
