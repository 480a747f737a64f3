#include "annalist/understand/amounts/currency.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

// Codes of letters that stand before a number though they are not written all in capitals.
constexpr std::array<std::string_view, 9> kMixedCodes = {"rs", "tk", "fr", "dh", "dhs", "ft", "rp", "sh", "ksh"};

std::string_view text_of(const Document& document, const std::vector<Atom>& atoms, size_t begin, size_t end) {
  return words_of(document.text, {atoms[begin].words.begin, atoms[end - 1].words.end});
}

bool all_capitals(std::string_view form) {
  return form.size() >= 2 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Unicode's Sc, as far as money is written with it: "$", "¢" to "¥", and U+20A0..20CF.
bool currency_sign(std::string_view mark) {
  const char32_t value = decode_utf8(mark, 0).value;
  return value == U'$' || (value >= 0xA2 && value <= 0xA5) || (value >= 0x20A0 && value <= 0x20CF) || value == 0x58F || value == 0x9F3 ||
         value == 0xE3F;
}

bool hundredth_word(std::string_view lower) { return lower == "cent" || lower == "cents" || lower == "pence" || lower == "agorot"; }

bool number_at(const std::vector<Atom>& atoms, size_t at) { return at < atoms.size() && atoms[at].kind == AtomKind::kNumber; }

}  // namespace

std::optional<Currency> CurrencyReader::before_number(const std::vector<Atom>& atoms, size_t at) const {
  // "US $", "US$", "A$", "HK$", "$": the longest that a number follows
  for (size_t length = std::min<size_t>(4, atoms.size() - at); length > 0; --length) {
    size_t number = at + length;
    if (number < atoms.size() && atoms[number].lower == "." && length == 1) ++number;  // "Rs. 500"
    if (!number_at(atoms, number)) continue;
    const Atom& last = atoms[at + length - 1];
    const bool sign = last.kind == AtomKind::kMark;
    if (sign && !currency_sign(last.lower)) continue;
    if (!sign) {
      if (length != 1) continue;
      const std::string_view form = words_of(document_.text, last.words);
      const bool mixed = last.capital && std::find(kMixedCodes.begin(), kMixedCodes.end(), last.lower) != kMixedCodes.end();
      if (!all_capitals(form) && !mixed) continue;
    }
    bool joined = true;  // "US$" is one sign, so is "US $"; a comma and a dollar are not
    for (size_t i = at + 1; i < at + length; ++i) {
      const bool code_then_sign = i == at + 1 && length == 2 && all_capitals(words_of(document_.text, atoms[at].words));
      joined = joined && (!atoms[i].space_before || code_then_sign);
    }
    joined = joined && (length == 1 || atoms[at].kind == AtomKind::kWord);
    if (!joined) continue;
    std::string words(text_of(document_, atoms, at, at + length));
    words.erase(std::remove_if(words.begin(), words.end(), [](char c) { return c == ' ' || c == '.'; }), words.end());
    std::string code = code_of(words, atoms[at].token);
    if (code.empty()) continue;
    return Currency{std::move(code), false, number};
  }
  return std::nullopt;
}

std::optional<Currency> CurrencyReader::after_number(const std::vector<Atom>& atoms, size_t at, bool scaled) const {
  if (at >= atoms.size()) return std::nullopt;
  size_t begin = at;
  if (atoms[begin].lower == "-" && !atoms[begin].space_before) ++begin;  // "100-million-dollar"
  if (begin < atoms.size() && atoms[begin].lower == "(") ++begin;        // "$99 (USD)"
  for (size_t length = std::min<size_t>(6, atoms.size() - begin); length > 0; --length) {
    const Atom& last = atoms[begin + length - 1];
    if (last.kind == AtomKind::kMark && !currency_sign(last.lower)) continue;
    if (last.kind == AtomKind::kWord && last.words.size() <= 2 && !last.capital) continue;  // "75 ft", "415 km"
    if (last.kind == AtomKind::kWord && last.words.size() < 2) continue;
    if (last.kind == AtomKind::kMark && number_at(atoms, begin + length)) continue;  // the next amount's sign
    const Token& token = reading_.tokens[static_cast<size_t>(last.token)];
    if (!scaled && (token.upos == Upos::kVerb || token.upos == Upos::kAux)) continue;  // "36 won"
    std::string words(text_of(document_, atoms, begin, begin + length));
    words.erase(std::remove(words.begin(), words.end(), '.'), words.end());  // "U.S. dollars"
    std::string code = code_of(words, last.token);
    if (code.empty()) continue;
    Currency currency{std::move(code), hundredth_word(last.lower), begin + length};
    if (begin > at && atoms[begin - 1].lower == "(" && currency.end < atoms.size() && atoms[currency.end].lower == ")") ++currency.end;
    return currency;
  }
  return std::nullopt;
}

std::string CurrencyReader::code_of(std::string_view words, TokenIndex near) const {
  const std::vector<CurrencyMeaning> meanings = knowledge_.currencies(words);
  if (meanings.empty()) return {};
  const CurrencyMeaning& usual = meanings.front();
  // The dollar of a text is the American one unless it says which.
  const bool dollar = words == "$" || words == "dollar" || words == "dollars" || words == "cent" || words == "cents";
  if (meanings.size() == 1 || dollar) return std::string(usual.code);
  const Sentence& sentence = reading_.sentences[static_cast<size_t>(sentence_of(reading_, near))];
  for (const TokenRange range : {sentence.tokens, TokenRange{0, static_cast<TokenIndex>(reading_.tokens.size())}}) {
    for (const std::string& state : states_in(range)) {
      for (const CurrencyMeaning& meaning : meanings) {
        if (std::find(meaning.countries.begin(), meaning.countries.end(), state) != meaning.countries.end())
          return std::string(meaning.code);
      }
    }
  }
  return std::string(usual.code);
}

std::vector<std::string> CurrencyReader::states_in(TokenRange tokens) const {
  std::vector<std::pair<int, std::string>> counted;
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = reading_.tokens[static_cast<size_t>(t)];
    if (token.upos != Upos::kPropn && token.upos != Upos::kAdj) continue;
    const auto meanings = knowledge_.country_meanings(token.form);
    if (meanings.empty()) continue;
    const std::string country(meanings.front().country);
    const auto hit = std::find_if(counted.begin(), counted.end(), [&](const auto& row) { return row.second == country; });
    if (hit == counted.end()) counted.emplace_back(1, country);
    else ++hit->first;
  }
  std::stable_sort(counted.begin(), counted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> states;
  for (auto& [count, state] : counted) states.push_back(std::move(state));
  return states;
}

}  // namespace annalist
