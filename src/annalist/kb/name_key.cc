#include "annalist/kb/name_key.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr std::array<std::string_view, 6> kParticles = {"al", "el", "bin", "ibn", "bint", "the"};
// The article before sun letters and its Persian and Urdu forms: only with a hyphen, since many are English words too.
constexpr std::array<std::string_view, 17> kHyphenParticles = {"as", "ad", "an", "ar", "ash", "at", "az", "adh", "ul",
                                                               "ur", "ud", "us", "uz", "e",   "i",  "il", "es"};

// Letters that do not decompose into a base letter and marks. Empty: nothing of that kind.
std::string_view plain_letter(char32_t letter) {
  switch (letter) {
    case U'ø':
    case U'Ø': return "o";
    case U'ł':
    case U'Ł': return "l";
    case U'đ':
    case U'Đ':
    case U'ð':
    case U'Ð': return "d";
    case U'ı': return "i";
    case U'ħ':
    case U'Ħ': return "h";
    case U'ə':
    case U'Ə': return "e";
    case U'æ':
    case U'Æ': return "ae";
    case U'œ':
    case U'Œ': return "oe";
    case U'þ':
    case U'Þ': return "th";
    case U'ß': return "ss";
    default: return {};
  }
}

bool is_silent_mark(char32_t c) {
  return c == U'\'' || c == U'.' || c == U'`' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'ʻ' || c == U'ʿ' || c == U'ʾ' || c == U'´' ||
         c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F;
}

bool is_hyphen(char32_t c) { return c == U'-' || c == U'‐' || c == U'‑' || c == U'–'; }

// Currency signs and such stand for themselves, so that "$" has a key.
bool parts_words(char32_t c) {
  if (c < 0x80) return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '$' || c == '&' || c == '+');
  return is_space(c) || (is_punctuation(c) && !(c >= 0x20A0 && c <= 0x20CF) && c != U'£' && c != U'¥' && c != U'€' && c != U'¢');
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c));
    return;
  }
  if (std::string_view plain = plain_letter(c); !plain.empty()) {
    out.append(plain);
    return;
  }
  std::string one;
  append_utf8(one, c);
  out.append(fold(one));
}

template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

void append_name_words(std::string_view name, std::vector<NameWord>& words) {
  NameWord word;
  auto finish = [&] {
    if (!word.text.empty()) words.push_back(std::move(word));
    word = NameWord{};
  };
  size_t at = 0;
  while (at < name.size()) {
    char32_t c = static_cast<unsigned char>(name[at]);
    size_t bytes = 1;
    if (c >= 0x80) {
      const CodePoint point = decode_utf8(name, at);
      c = point.value;
      bytes = point.bytes;
    }
    if (is_hyphen(c)) {
      finish();
      if (!words.empty()) words.back().hyphen_after = true;
    } else if (is_silent_mark(c)) {
      // drops out
    } else if (parts_words(c)) {
      finish();
    } else {
      append_folded(word.text, c);
      word.written.append(name.substr(at, bytes));
    }
    at += bytes;
  }
  finish();
}

std::vector<NameWord> name_words(std::string_view name) {
  std::vector<NameWord> words;
  words.reserve(4);
  append_name_words(name, words);
  return words;
}

bool is_passed_over(const NameWord& word, bool first) {
  if (first) return word.text == "the";
  return among(kParticles, word.text) || (word.hyphen_after && among(kHyphenParticles, word.text));
}

std::vector<NameWord> key_words(std::vector<NameWord> words) {
  std::vector<NameWord> kept;
  kept.reserve(words.size());
  for (NameWord& word : words) {
    if (!is_passed_over(word, kept.empty())) kept.push_back(word);
  }
  return kept.empty() ? std::move(words) : kept;
}

uint64_t start_key(KeySpace space) { return 0x9E3779B97F4A7C15ULL * (static_cast<uint64_t>(space) + 1); }

uint64_t extend_key(uint64_t key, std::string_view word) { return XXH3_64bits_withSeed(word.data(), word.size(), key); }

uint64_t key_of(KeySpace space, const std::vector<NameWord>& words) {
  uint64_t key = start_key(space);
  for (const NameWord& word : words) key = extend_key(key, word.text);
  return key;
}

uint64_t key_of_text(KeySpace space, std::string_view text) { return extend_key(start_key(space), text); }

uint32_t written_hash(const std::vector<NameWord>& words) {
  uint64_t hash = 1;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i == 0 && words.size() > 1 && words[0].text == "the") continue;
    hash = XXH3_64bits_withSeed(words[i].written.data(), words[i].written.size(), hash);
  }
  return static_cast<uint32_t>(hash >> 32);
}

bool is_acronym(std::string_view alias) {
  size_t letters = 0;
  for (char c : alias) {
    if (c >= 'A' && c <= 'Z') ++letters;
    else if (!(c == '.' || c == '-' || c == '&' || (c >= '0' && c <= '9'))) return false;
  }
  return letters >= 2 && letters <= 6;
}

}  // namespace annalist
