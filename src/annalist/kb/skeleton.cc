// The transliteration skeleton of name_key.h: each word is cut down to what its usual English spellings share.
#include <array>
#include <utility>

#include "annalist/kb/name_key.h"

namespace annalist {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Given names whose spellings differ in more than single letters, by the skeleton that they otherwise would get.
constexpr std::array<Pair, 30> kNameClasses = {{
    {"muhamad", "mhmd"},  {"muhamid", "mhmd"},  {"muhamud", "mhmd"},  {"mihmit", "mhmt"},      {"ahmad", "ahmd"},   {"ahmid", "ahmd"},
    {"ahmit", "ahmd"},    {"asmad", "ahmd"},    {"husin", "hsn"},     {"husain", "hsn"},       {"husiin", "hsn"},   {"husini", "hsni"},
    {"ismail", "isml"},   {"ismil", "isml"},    {"isma", "isml"},     {"iusuf", "iusf"},       {"iusif", "iusf"},   {"iuusuf", "iusf"},
    {"hasan", "hasn"},    {"hasin", "hasn"},    {"mahmud", "mahmd"},  {"mahmuud", "mahmd"},    {"mustafa", "mstf"}, {"mustapa", "mstf"},
    {"muustafa", "mstf"}, {"abdala", "abdula"}, {"abdila", "abdula"}, {"sulaiman", "suliman"}, {"muusa", "musa"},   {"umir", "umar"},
}};

// Letter groups, longest first where they share a beginning.
constexpr std::array<Pair, 40> kGroups = {{
    {"tsch", "s"}, {"tch", "s"}, {"sch", "s"}, {"sh", "s"},  {"ch", "s"},  {"kh", "k"}, {"gh", "k"}, {"ck", "k"}, {"ph", "f"}, {"th", "t"},
    {"dh", "d"},   {"zh", "j"},  {"dj", "j"},  {"tz", "ts"}, {"oou", "u"}, {"ou", "u"}, {"oo", "u"}, {"ow", "u"}, {"aw", "u"}, {"au", "u"},
    {"ai", "i"},   {"ay", "i"},  {"ei", "i"},  {"ey", "i"},  {"ee", "i"},  {"ie", "i"}, {"iy", "i"}, {"ij", "i"}, {"yy", "i"}, {"ye", "i"},
    {"o", "u"},    {"e", "i"},   {"y", "i"},   {"q", "k"},   {"g", "k"},   {"c", "k"},  {"w", "v"},  {"x", "ks"}, {"aa", "a"}, {"uu", "u"},
}};

// The groups that begin with each letter, in order; 27th row: none. Ends with kGroups.size().
struct Letter {
  char value;
  constexpr size_t index() const { return value >= 'a' && value <= 'z' ? static_cast<size_t>(value - 'a') : 26; }
};
using GroupRow = std::array<size_t, 8>;
constexpr std::array<GroupRow, 27> group_rows() {
  std::array<GroupRow, 27> rows{};
  for (size_t letter = 0; letter < rows.size(); ++letter) {
    rows[letter].fill(kGroups.size());
    size_t count = 0;
    for (size_t group = 0; group < kGroups.size(); ++group) {
      if (letter < 26 && Letter{kGroups[group].first.front()}.index() == letter) rows[letter][count++] = group;
    }
  }
  return rows;
}
constexpr std::array<GroupRow, 27> kGroupsByLetter = group_rows();

constexpr std::string_view kVowels = "aeiou";

std::string without_doubles(std::string_view word) {
  std::string out;
  for (char c : word) {
    if (out.empty() || out.back() != c) out.push_back(c);
  }
  return out;
}

// -eh, -ah, -a, -e at the end of a word are one ending.
std::string with_common_ending(std::string word) {
  if (word.size() > 3 && word.back() == 'h' && (word[word.size() - 2] == 'a' || word[word.size() - 2] == 'e')) {
    word.pop_back();
    word.back() = 'a';
  }
  return word;
}

std::string word_skeleton(std::string_view text) {
  std::string word = with_common_ending(std::string(text));
  for (std::string_view start : {"abdul", "abdel", "abdal", "abdol"}) {
    if (word.size() >= start.size() && word.starts_with(start) && !word.starts_with("abdulla") && !word.starts_with("abdolla") &&
        !word.starts_with("abdalla") && !word.starts_with("abdella")) {
      word = "abd" + word.substr(start.size());
      break;
    }
  }
  std::string out;
  for (size_t at = 0; at < word.size();) {
    bool replaced = false;
    for (const size_t group : kGroupsByLetter[Letter{word[at]}.index()]) {
      if (group == kGroups.size()) break;
      const auto& [from, to] = kGroups[group];
      // Before a vowel w is a consonant: "Jawad", "Tawfiq".
      const size_t next = at + from.size();
      const bool glide = from.back() == 'w' && from.size() == 2 && next < word.size() && kVowels.find(word[next]) != std::string_view::npos;
      if (!glide && word.compare(at, from.size(), from) == 0) {
        out.append(to);
        at += from.size();
        replaced = true;
        break;
      }
    }
    if (!replaced) out.push_back(word[at++]);
  }
  out = without_doubles(out);
  for (const auto& [from, to] : kNameClasses) {
    if (out == from) return std::string(to);
  }
  return out;
}

}  // namespace

std::string skeleton(const std::vector<NameWord>& words) {
  std::string out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (!is_passed_over(words[i], false)) out.append(word_skeleton(words[i].text));
  }
  out = without_doubles(out);
  return out.size() >= 5 ? out : std::string();
}

}  // namespace annalist
