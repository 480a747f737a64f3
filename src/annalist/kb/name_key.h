// Keys under which names are found: a name's words, folded, and 64-bit hashes over them, so that a scan can extend a key word by word.
// Takes UTF-8 names as written in texts or .kb files; gives words without case, accents, apostrophes and full stops; hyphens and other
// punctuation part words. The transliteration skeleton follows the usual variants of Arabic, Persian, Turkish and Russian names in
// English-language news (Gaddafi/Qadhafi, Haniyeh/Haniya, Zelensky/Zelenskyy); it is our own table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace annalist {

// What a key is looked up as; part of the hash, so that all kinds share one table.
enum class KeySpace : uint8_t {
  kName,
  kSkeleton,
  kPartial,
  kSurname,
  kId,
  kDomain,
  kRoleWords,
  kRoleId,
  kHolder,
  kCurrency,
  kAgent,
  kIso2
};

struct NameWord {
  std::string text;     // folded; never empty
  std::string written;  // as written, without apostrophes and full stops
  bool hyphen_after = false;
};

// The words of a name or token. Appends, so that a token sequence can be read piece by piece.
void append_name_words(std::string_view name, std::vector<NameWord>& words);
std::vector<NameWord> name_words(std::string_view name);

// Whether the word is passed over inside a name: "al" of "Bashar al-Assad", "bin", "the" at the start. `first`: it begins the name.
bool is_passed_over(const NameWord& word, bool first);
// The words that make the key: without those passed over, unless none would be left.
std::vector<NameWord> key_words(std::vector<NameWord> words);

// Hashes. A key of several words is extended one by one: h = extend_key(h, "abu"); h = extend_key(h, "zuhri").
uint64_t start_key(KeySpace space);
uint64_t extend_key(uint64_t key, std::string_view word);
uint64_t key_of(KeySpace space, const std::vector<NameWord>& words);
uint64_t key_of_text(KeySpace space, std::string_view text);  // the text as one word, unchanged
// Of the words as written, for telling the exact tier from the folded.
uint32_t written_hash(const std::vector<NameWord>& words);

// The words under the skeleton, run together: {"ismail","haniyeh"} -> "ismailhania". Empty when too short to say anything.
std::string skeleton(const std::vector<NameWord>& words);

// Whether an alias is an acronym, which is never found without its capitals ("US", "WHO", "PIJ").
bool is_acronym(std::string_view alias);

}  // namespace annalist
