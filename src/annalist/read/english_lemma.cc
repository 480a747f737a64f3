#include "annalist/read/english_lemma.h"

#include <algorithm>
#include <iterator>

#include "annalist/base/utf8.h"
#include "annalist/read/english_irregulars.h"

namespace annalist {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Vowel at a place of a word: y behind a consonant counts, the u of qu does not.
bool is_vowel_at(std::string_view word, size_t i) {
  if (word[i] == 'u' && i > 0 && word[i - 1] == 'q') return false;
  return is_vowel(word[i]) || (word[i] == 'y' && i > 0 && !is_vowel(word[i - 1]));
}

size_t vowel_groups(std::string_view word) {
  size_t groups = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    if (is_vowel_at(word, i) && (i == 0 || !is_vowel_at(word, i - 1))) ++groups;
  }
  return groups;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool ends_doubled(std::string_view word) { return word.size() > 2 && word.back() == word[word.size() - 2] && !is_vowel(word.back()); }

// One vowel letter and one consonant at the end ("hop", "decid"), so that a short stem without e would have
// doubled the consonant.
bool ends_vowel_consonant(std::string_view word) {
  const size_t n = word.size();
  if (n < 2 || is_vowel_at(word, n - 1) || !is_vowel_at(word, n - 2)) return false;
  if (word.back() == 'w' || word.back() == 'x' || word.back() == 'y' || word.back() == 'h') return false;
  return n == 2 || !is_vowel_at(word, n - 3);
}

// Stems that never take an e ("form", "consider", "fear").
bool takes_no_e(std::string_view stem) {
  if (ends_with_any(stem, {"ct", "nt", "nd", "st", "rt", "pt", "ft", "lt", "ld", "rd", "rm", "lm", "rn", "gn", "sh", "ch", "ck", "nk",
                           "rk", "lk", "sk", "mp", "rp", "lp", "mb", "ph", "gh", "ss", "ll", "ff", "wn", "xt", "x",  "w",  "y"})) {
    return true;
  }
  if (stem.ends_with("er") && vowel_groups(stem) > 1) return true;
  const size_t n = stem.size();
  const bool digraph = n > 2 && ends_with_any(stem.substr(0, n - 1), {"ai", "ea", "ee", "oa", "oo", "ou", "oi"});
  return digraph && !is_vowel(stem.back()) && !ends_with_any(stem, {"v", "c", "s", "z", "g", "th"});
}

// Stems that always take an e ("announc", "serv", "merg", "nominat", "exclud").
bool takes_e(std::string_view stem) {
  if (ends_with_any(stem, {"v", "c", "u", "dg", "rg", "lg", "rs", "ls", "ps", "eng", "ieg", "iz", "yz"})) return true;
  const size_t n = stem.size();
  const char before = n > 1 ? stem[n - 2] : 'a';
  if (stem.ends_with('l') && !is_vowel(before) && std::string_view("lrwy").find(before) == std::string_view::npos) return true;
  if (vowel_groups(stem) > 1 && n > 2 && stem.ends_with("at")) return stem[n - 3] != 'e' && stem[n - 3] != 'o';
  if (!ends_vowel_consonant(stem)) return false;
  return ends_with_any(stem, {"s", "pon", "id", "ud", "od", "ad", "ok", "ak", "ag", "eg", "ur", "ir", "ib", "ut", "um"});
}

// The base of a stem before -ed, -ing, -er or -est.
std::string restore(const std::string& stem, std::string_view network, const IsWord& is_word) {
  if (stem.size() < 2 || vowel_groups(stem) == 0) return std::string(network);
  const std::string with_e = stem + "e";
  if (ends_doubled(stem)) {
    const std::string single = stem.substr(0, stem.size() - 1);
    if (ends_with_any(stem, {"ll", "ss", "ff", "zz"})) {
      if (is_word(stem)) return stem;
      return is_word(single) || (stem.ends_with("ll") && vowel_groups(stem) > 1) ? single : stem;
    }
    constexpr std::string_view kDoubledThemselves[] = {"add", "butt", "ebb", "egg", "err", "purr"};
    return std::ranges::find(kDoubledThemselves, stem) != std::end(kDoubledThemselves) ? stem : single;
  }
  if (vowel_groups(stem) == 1 && ends_vowel_consonant(stem)) return with_e;  // else it would have been doubled
  const bool plain_known = is_word(stem), e_known = is_word(with_e);
  if (e_known && !plain_known) return with_e;
  if (plain_known && !e_known) return stem;
  if (takes_no_e(stem)) return stem;
  if (takes_e(stem)) return with_e;
  if (network == stem || network == with_e) return std::string(network);
  return stem;
}

// "-ies", "-ied", "-ier": the base of what stands before the i.
std::string restore_y(const std::string& front, const IsWord& is_word) {
  if (front.size() == 1) return front + "ie";  // die, lie, tie, vie
  const std::string with_y = front + "y", with_ie = front + "ie";
  return !is_word(with_y) && is_word(with_ie) ? with_ie : with_y;
}

// The base of a form in -s, of noun or verb.
std::string without_s(const std::string& form, const IsWord& is_word) {
  const std::string shorter = form.substr(0, form.size() - 1);
  if (form.ends_with("ies") && form.size() > 3) return restore_y(form.substr(0, form.size() - 3), is_word);
  if (!ends_with_any(form, {"ses", "xes", "zes", "ches", "shes", "oes"})) return shorter;
  const std::string shortest = form.substr(0, form.size() - 2);
  const bool a = is_word(shorter), b = is_word(shortest);
  if (a != b) return a ? shorter : shortest;
  const bool needs_e = ends_with_any(form, {"sses", "xes", "zzes", "ches", "shes", "oes"});
  return needs_e ? shortest : shorter;
}

std::string verb_lemma(const std::string& form, const Token& token, const std::string& network, const IsWord& is_word) {
  const bool is_past = feature(token, "Tense") == "Past", is_part = feature(token, "VerbForm") == "Part";
  const bool is_ing = form.ends_with("ing") && (is_part || feature(token, "VerbForm") == "Ger");
  if (is_past || is_part || is_ing) {
    if (const std::string_view lemma = irregular_verb(form); !lemma.empty()) return std::string(lemma);
    for (std::string_view prefix : {"re", "over", "under", "out", "mis", "un", "fore", "up", "inter"}) {
      if (!form.starts_with(prefix) || is_word(network)) continue;
      const std::string_view lemma = irregular_verb(std::string_view(form).substr(prefix.size()));
      if (!lemma.empty()) return std::string(prefix) + std::string(lemma);
    }
    if (is_ing) return restore(form.substr(0, form.size() - 3), network, is_word);
    if (form.ends_with("ied") && form.size() > 3) return restore_y(form.substr(0, form.size() - 3), is_word);
    if (form.ends_with("ed") && form.size() > 3) return restore(form.substr(0, form.size() - 2), network, is_word);
    return network;
  }
  if (feature(token, "VerbForm") == "Inf" || feature(token, "Mood") == "Imp") return form;
  if (form == "are") return "be";
  if (feature(token, "Tense") != "Pres") return network;
  const bool is_third = feature(token, "Person") == "3" && feature(token, "Number") == "Sing";
  if (is_third && form.ends_with('s') && form.size() > 3) return without_s(form, is_word);
  return is_third ? network : form;
}

std::string noun_lemma(const std::string& form, const Token& token, const std::string& network, const IsWord& is_word) {
  if (feature(token, "Number") != "Plur") return is_word(network) && !form.ends_with("ing") ? network : form;
  if (const std::string_view lemma = irregular_noun(form); !lemma.empty()) return std::string(lemma);
  if (form.size() > 4 && form.ends_with("men")) return form.substr(0, form.size() - 2) + "an";
  if (network == form) return network;  // "troops", "series": the network knows of plurals that have no singular
  if (!form.ends_with('s') || form.size() < 4 || ends_with_any(form, {"ss", "us", "is"})) return network;
  return without_s(form, is_word);
}

std::string compared_lemma(const std::string& form, const Token& token, const std::string& network, const IsWord& is_word) {
  const std::string_view degree = feature(token, "Degree");
  if (degree == "Pos" && ends_with_any(form, {"ed", "ing"})) return form;
  const size_t ending = degree == "Cmp" && form.ends_with("er") ? 2 : degree == "Sup" && form.ends_with("est") ? 3 : 0;
  if (ending == 0) return is_word(network) || degree == "Cmp" || degree == "Sup" ? network : form;
  constexpr std::string_view kIrregular[] = {"better", "best", "worst", "least", "further", "furthest", "farther", "farthest"};
  if (form.size() < ending + 3 || std::ranges::find(kIrregular, form) != std::end(kIrregular)) return network;
  const std::string stem = form.substr(0, form.size() - ending);
  const std::string base = stem.ends_with('i') ? stem.substr(0, stem.size() - 1) + "y" : restore(stem, network, is_word);
  return is_word(base) || !is_word(network) ? base : network;
}

// "Libraries" -> "Library", in the name's own case.
std::string name_lemma(const std::string& network) {
  const bool upper = network.ends_with("IE");
  return upper || network.ends_with("ie") ? network.substr(0, network.size() - 2) + (upper ? "Y" : "y") : network;
}

bool is_grouped_number(std::string_view form) {
  const size_t point = std::min(form.find('.'), form.size());
  if (point < 5 || form.find(',') > 3 || form.front() == ',') return false;
  for (size_t i = 0; i < form.size(); ++i) {
    const bool comma = i < point && (point - i) % 4 == 0;
    if (i != point && (comma ? form[i] != ',' : form[i] < '0' || form[i] > '9')) return false;
  }
  return true;
}

bool is_lower_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string english_lemma(const Token& token, const std::string& network_lemma, const IsWord& is_word) {
  const std::string form = to_lower(token.form);
  if (token.upos == Upos::kPron && form == "i") return "I";
  if (feature(token, "Typo") == "Yes" || feature(token, "Abbr") == "Yes" || feature(token, "Foreign") == "Yes") return network_lemma;
  if (token.upos == Upos::kNum && is_grouped_number(form)) {
    std::string digits = form;
    std::erase(digits, ',');
    return digits;
  }
  if (token.upos == Upos::kPropn && form.ends_with("ies") && feature(token, "Number") == "Plur") return name_lemma(network_lemma);
  // A run of full stops or hyphens stands for itself, as EWT has it (GUM makes "…" and "-" of them).
  if (token.upos == Upos::kPunct && form.size() > 1 && form.find_first_not_of(form.front() == '.' ? '.' : '-') == form.npos) return form;
  if (form.size() < 3 || !is_lower_ascii(form) || !is_lower_ascii(network_lemma)) return network_lemma;  // names keep their case
  const bool is_open = token.upos == Upos::kVerb || token.upos == Upos::kNoun || token.upos == Upos::kAdj || token.upos == Upos::kAdv;
  if (is_open && network_lemma.size() == 1) return form;  // a script that takes nearly all away fits another word
  switch (token.upos) {
    case Upos::kVerb: return verb_lemma(form, token, network_lemma, is_word);
    case Upos::kNoun: return noun_lemma(form, token, network_lemma, is_word);
    case Upos::kAdj:
    case Upos::kAdv: return compared_lemma(form, token, network_lemma, is_word);
    default: return network_lemma;
  }
}

}  // namespace annalist
