#include "annalist/read/tokenizer_contractions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

struct Whole {
  std::string_view word;
  uint32_t split;
};
// Contractions written without an apostrophe, and other words that part at a fixed place. Left out: forms that are words of their own
// ("its", "were", "ill", "well", "wed", "shed", "hell", "lets").
constexpr std::array kWholes = std::to_array<Whole>(
    {{"aint", 2},   {"arent", 3},    {"arnt", 2},     {"cannot", 3}, {"cant", 2},   {"couldnt", 5}, {"couldve", 5}, {"didnt", 3},
     {"doesnt", 4}, {"dont", 2},     {"gimme", 3},    {"gonna", 3},  {"gotta", 3},  {"hadnt", 3},   {"hasnt", 3},   {"havent", 4},
     {"heres", 4},  {"hes", 2},      {"im", 1},       {"isnt", 2},   {"itll", 2},   {"ive", 1},     {"lemme", 3},   {"outta", 3},
     {"shes", 3},   {"shouldnt", 6}, {"shouldve", 6}, {"thats", 4},  {"theres", 5}, {"theyll", 4},  {"theyre", 4},  {"theyve", 4},
     {"wanna", 3},  {"wasnt", 3},    {"werent", 4},   {"whats", 4},  {"wont", 2},   {"wouldnt", 5}, {"wouldve", 5}, {"youll", 3},
     {"youre", 3},  {"youve", 3},    {"y'all", 2},    {"d'you", 2},  {"c'mon", 3},  {"'tis", 2},    {"'twas", 2}});
constexpr std::array kClitics = std::to_array<std::string_view>({"'s", "'m", "'d", "'re", "'ve", "'ll", "n't"});

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Lower case with one kind of apostrophe, and for each of its bytes the byte of the form that it came from.
struct Plain {
  std::string text;
  std::vector<uint32_t> from;
};
Plain plain_of(std::string_view form) {
  Plain out;
  for (uint32_t at = 0; at < form.size();) {
    const CodePoint point = decode_utf8(form, at);
    const size_t size = out.text.size();
    if (point.value == 0x2019 || point.value == '`') {
      out.text += '\'';
    } else {
      out.text += to_lower(form.substr(at, point.bytes));
    }
    out.from.insert(out.from.end(), out.text.size() - size, at);
    at += point.bytes;
  }
  return out;
}

// "1980's" and "90's" are plural decades, one word.
bool is_decade(std::string_view stem) {
  if (stem.size() != 2 && stem.size() != 4) return false;
  return stem.back() == '0' && std::all_of(stem.begin(), stem.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The length of the stem before the last clitic, or none.
std::optional<size_t> stem_size(std::string_view word) {
  if (word.size() > 2 && word.back() == '\'') return word.size() - 1;
  for (const std::string_view clitic : kClitics) {
    if (word.size() <= clitic.size() || !ends_with(word, clitic)) continue;
    const std::string_view stem = word.substr(0, word.size() - clitic.size());
    if (clitic == "'s" && is_decade(stem)) return std::nullopt;
    return stem.size();
  }
  return std::nullopt;
}

}  // namespace

std::vector<uint32_t> contraction_splits(std::string_view form) {
  if (form.size() < 2 || form.size() > 80) return {};
  const bool has_apostrophe = form.find('\'') != form.npos || form.find('`') != form.npos || form.find("’") != form.npos;
  if (!has_apostrophe && form.size() > 8) return {};
  const Plain plain = plain_of(form);
  for (const Whole& whole : kWholes) {
    if (whole.word == plain.text) return {plain.from[whole.split]};
  }
  std::vector<uint32_t> splits;
  if (!has_apostrophe) return splits;
  std::string_view rest = plain.text;
  while (const auto stem = stem_size(rest)) {  // from the right: should|n't|'ve
    splits.insert(splits.begin(), plain.from[*stem]);
    rest = rest.substr(0, *stem);
  }
  return splits;
}

}  // namespace annalist
