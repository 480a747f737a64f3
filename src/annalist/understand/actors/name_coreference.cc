#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/kb/name_key.h"
#include "annalist/understand/actors/coreference.h"

namespace annalist {
namespace {

using WordList = std::vector<std::string>;

WordList key_of_name(std::string_view name) {
  WordList words;
  for (NameWord& word : key_words(name_words(name))) words.push_back(std::move(word.text));
  while (words.size() > 1 && (words.front() == "al" || words.front() == "el")) words.erase(words.begin());
  return words;
}

std::string joined(const WordList& words) {
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  return text;
}

// "irgc" of "Islamic Revolutionary Guard Corps"; small words give no letter.
std::string initials(std::string_view name) {
  std::string letters;
  for (const NameWord& word : name_words(name)) {
    if (!word.written.empty() && is_upper(decode_utf8(word.written, 0).value)) letters += word.text.substr(0, 1);
  }
  return letters;
}

bool is_acronym_form(std::string_view name) {
  size_t letters = 0;
  for (size_t i = 0; i < name.size();) {
    const CodePoint point = decode_utf8(name, i);
    i += point.bytes;
    if (point.value == U'.') continue;
    if (!is_upper(point.value)) return false;
    ++letters;
  }
  return letters >= 2 && letters <= 8;
}

std::string sound_of(const std::string& word) {
  std::string sound = skeleton({NameWord{word, word, false}});
  return sound.empty() ? word : sound;
}

// Whether a run of the longer name's words is the shorter: its beginning, or two words and more anywhere.
bool is_part_of(const WordList& part, const WordList& whole) {
  if (part.size() >= whole.size() || part.empty()) return false;
  const auto found = std::search(whole.begin(), whole.end(), part.begin(), part.end());
  if (found == whole.begin()) return whole[part.size()] != "of";  // the "Party of Illinois" is not the Party
  return found != whole.end() && part.size() >= 2;
}

// One name of the document: all drafts with the same key.
struct NameEntry {
  DraftIndex first = kNone;
  WordList words;
  std::string first_sound;  // transliteration skeletons of the first word and the last
  std::string last_sound;
};

class NameSieve {
 public:
  explicit NameSieve(Discourse& discourse) : discourse_(discourse) {}

  void run() {
    for (DraftIndex i = 0; i < static_cast<DraftIndex>(discourse_.drafts.size()); ++i) {
      if (discourse_.draft(i).mention.how == MentionHow::kName) add_exact(i);
    }
    for (const NameEntry& entry : persons_) unite_person(entry);
    for (const NameEntry& entry : others_) unite_other(entry);
  }

 private:
  bool is_linked(const Draft& draft) const { return draft.known.valid() || !draft.place_id.empty(); }

  void add_exact(DraftIndex index) {
    const Draft& draft = discourse_.draft(index);
    const WordList words = key_of_name(discourse_.words(draft));
    if (words.empty()) return;
    std::string link;
    if (draft.known.valid()) link = "known " + std::to_string(draft.known.value);
    else if (!draft.place_id.empty()) link = "place " + draft.place_id;
    if (!link.empty()) {
      const auto [entry, fresh] = by_link_.try_emplace(link, index);
      if (!fresh) discourse_.clusters.unite(entry->second, index);
    }
    if (draft.country_word) return;
    const bool person = draft.mention.kind == EntityKind::kPerson;
    const std::string key = (link.empty() ? "" : link) + (person ? "p " : "o ") + joined(words);
    const auto [entry, fresh] = by_words_.try_emplace(key, index);
    if (!fresh) {
      discourse_.clusters.unite(entry->second, index);
      return;
    }
    (person ? persons_ : others_).push_back({index, words, sound_of(words.front()), sound_of(words.back())});
  }

  // The last fitting entry before the name, else the only one after it.
  template <class Fits>
  DraftIndex choose(const std::vector<NameEntry>& entries, DraftIndex of, Fits fits) const {
    DraftIndex before = kNone;
    DraftIndex after = kNone;
    bool several_after = false;
    for (const NameEntry& entry : entries) {
      if (entry.first == of || !fits(entry)) continue;
      if (entry.first < of) {
        before = entry.first;
      } else {
        several_after |= after != kNone && !discourse_.clusters.same(after, entry.first);
        after = entry.first;
      }
    }
    if (before != kNone) return before;
    return several_after ? kNone : after;
  }

  void unite_with(DraftIndex name, DraftIndex fuller) {
    if (fuller != kNone) discourse_.clusters.unite(name, fuller);
  }

  void unite_person(const NameEntry& entry) {
    const Draft& draft = discourse_.draft(entry.first);
    const auto free = [&](const NameEntry& other) {
      const Draft& fuller = discourse_.draft(other.first);
      if (draft.gender != Gender::kUnknown && fuller.gender != Gender::kUnknown && draft.gender != fuller.gender) return false;
      return !(is_linked(draft) && is_linked(fuller));
    };
    if (entry.words.size() == 1) {
      DraftIndex fuller = choose(persons_, entry.first, [&](const NameEntry& other) {
        return other.words.size() > 1 && other.last_sound == entry.last_sound && free(other);
      });
      if (fuller == kNone) {
        fuller = choose(persons_, entry.first, [&](const NameEntry& other) {
          return other.words.size() > 1 && other.first < entry.first && other.words.front() == entry.words.front() && free(other);
        });
      }
      unite_with(entry.first, fuller);
      return;
    }
    unite_with(entry.first, choose(persons_, entry.first, [&](const NameEntry& other) {
                 return other.words.size() > 1 && other.last_sound == entry.last_sound &&
                        (other.first_sound == entry.first_sound || is_suffix(entry.words, other.words)) && free(other);
               }));
    // "Meir Amit" for the center that bears his name.
    if (is_linked(draft) || discourse_.clusters.find(entry.first) != entry.first) return;
    unite_with(entry.first, choose(others_, entry.first, [&](const NameEntry& other) {
                 return discourse_.draft(other.first).mention.kind == EntityKind::kOrganization && is_part_of(entry.words, other.words) &&
                        std::equal(entry.words.begin(), entry.words.end(), other.words.begin());
               }));
  }

  static bool is_suffix(const WordList& part, const WordList& whole) {
    return part.size() < whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
  }

  void unite_other(const NameEntry& entry) {
    Draft& draft = discourse_.draft(entry.first);
    const std::string_view text = discourse_.words(draft);
    const auto linked_apart = [&](const NameEntry& other) { return is_linked(draft) && is_linked(discourse_.draft(other.first)); };
    if (is_acronym_form(text)) {
      const std::string letters = joined_letters(entry.words);
      const DraftIndex fuller = choose(others_, entry.first, [&](const NameEntry& other) {
        return other.words.size() > 1 && initials(discourse_.words(discourse_.draft(other.first))) == letters && !linked_apart(other);
      });
      unite_with(entry.first, fuller);
      if (fuller != kNone) return;
    }
    if (is_linked(draft)) return;
    if (entry.words.size() == 1) {
      // A surname that the reader took for something else.
      const DraftIndex person = choose(persons_, entry.first, [&](const NameEntry& other) {
        return other.first < entry.first && other.words.size() > 1 && other.words.back() == entry.words.back();
      });
      if (person != kNone) {
        unite_with(entry.first, person);
        return;
      }
    }
    if (is_compass_word(entry.words)) {
      unite_with(entry.first, last_state_of(entry));
      return;
    }
    if (draft.mention.kind == EntityKind::kPlace || draft.mention.kind == EntityKind::kGroup) return;
    unite_with(entry.first, choose(others_, entry.first, [&](const NameEntry& other) {
                 return discourse_.draft(other.first).mention.kind == EntityKind::kOrganization && is_part_of(entry.words, other.words);
               }));
  }

  static bool is_compass_word(const WordList& words) {
    return words.size() == 1 && (words[0] == "north" || words[0] == "south" || words[0] == "east" || words[0] == "west");
  }

  // "The North" after "North Korea".
  DraftIndex last_state_of(const NameEntry& entry) const {
    for (DraftIndex i = entry.first - 1; i >= 0; --i) {
      const Draft& draft = discourse_.draft(i);
      if (!draft.known.valid() || draft.country_word != CountryWord::kName) continue;
      const WordList words = key_of_name(discourse_.words(draft));
      if (words.size() > 1 && words.front() == entry.words.front()) return i;
    }
    return kNone;
  }

  static std::string joined_letters(const WordList& words) {
    std::string text;
    for (const std::string& word : words) text += word;
    return text;
  }

  Discourse& discourse_;
  std::map<std::string, DraftIndex> by_link_;
  std::map<std::string, DraftIndex> by_words_;
  std::vector<NameEntry> persons_;
  std::vector<NameEntry> others_;
};

}  // namespace

void unite_names(Discourse& discourse) { NameSieve(discourse).run(); }

}  // namespace annalist
