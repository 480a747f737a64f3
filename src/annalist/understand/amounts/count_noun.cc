#include "annalist/understand/amounts/count_noun.h"

#include <algorithm>

#include "annalist/base/date.h"
#include "annalist/base/utf8.h"
#include "annalist/understand/amounts/amount_words.h"

namespace annalist {
namespace {

const Token& at(const Reading& reading, TokenIndex token) { return reading.tokens[static_cast<size_t>(token)]; }

bool inside_noun_phrase(std::string_view relation) {
  return relation == "det" || relation == "amod" || relation == "compound" || relation == "nummod" || relation == "flat" ||
         relation == "nmod" || relation == "advmod";
}

bool noun_like(const Token& token) { return token.upos == Upos::kNoun || token.upos == Upos::kPropn; }

// The head of the noun phrase that goes on at `token`: up the tree while it leads right, through words that
// lie inside one.
TokenIndex phrase_head(const Reading& reading, TokenRange sentence, TokenIndex token) {
  TokenIndex t = token;
  for (int step = 0; step < 8; ++step) {
    const Token& word = at(reading, t);
    if (word.head <= t || !sentence.contains(word.head) || !inside_noun_phrase(base_relation(word.deprel))) break;
    if (word.deprel == "nmod:poss") break;
    // A preposition between parts two phrases.
    for (TokenIndex between = t + 1; between < word.head; ++between) {
      if (at(reading, between).upos == Upos::kAdp || at(reading, between).upos == Upos::kVerb) return t;
    }
    t = word.head;
  }
  return t;
}

bool plural(const Token& token) {
  if (feature(token, "Number") == "Plur") return true;
  const std::string lower = to_lower(token.form);
  return lower == "people" || lower == "personnel" || lower == "aircraft" || lower == "police" || lower == "staff" || lower == "troops" ||
         lower == "children" || lower == "men" || lower == "women" || lower == "percent" || lower == "sheep" || lower == "dead" ||
         lower == "wounded" || lower == "injured";
}

std::string unit_of(const Token& noun, const Knowledge& knowledge) {
  const std::string lemma = to_lower(noun.lemma);
  const std::string form = to_lower(noun.form);
  const std::string_view bare = form.ends_with('s') ? std::string_view(form).substr(0, form.size() - 1) : std::string_view(form);
  if (person_noun(lemma) || person_noun(form) || person_noun(bare) || form == "children") return "persons";
  if (noun.upos == Upos::kPropn || noun.upos == Upos::kAdj || form != noun.form) {  // "20 Palestinians"
    for (const CountryMeaning& meaning : knowledge.country_meanings(noun.form)) {
      if (meaning.how == CountryWord::kPeople || meaning.how == CountryWord::kAdjective) return "persons";
    }
  }
  if (lemma == "ton" || lemma == "tonne") return "tons";
  if (lemma == "kilometre" || lemma == "kilometer" || lemma == "km") return "kilometers";
  if (lemma == "metre" || lemma == "meter") return "meters";
  return feature(noun, "Number") == "Plur" || plural(noun) ? form : plural_of(lemma);
}

size_t atom_after(const std::vector<Atom>& atoms, size_t from, TokenIndex token) {
  size_t end = from;
  while (end < atoms.size() && atoms[end].token <= token) ++end;
  return end;
}

// A year or a day of a month is no count.
bool part_of_date(const std::vector<Atom>& atoms, const Reading& reading, size_t begin, const Figure& figure) {
  if (figure.scaled || !figure.value || atoms[begin].kind != AtomKind::kNumber) return false;
  const auto month = [&](size_t i) { return i < atoms.size() && atoms[i].capital && month_by_name(atoms[i].lower) != 0; };
  if (figure.value->is_whole() && figure.value->units() <= 31 && ((begin > 0 && month(begin - 1)) || month(figure.end))) return true;
  const bool year =
      atoms[begin].lower.size() == 4 && figure.value->is_whole() && figure.value->units() >= 1900 && figure.value->units() <= 2099;
  if (!year) return false;
  if (begin == 0) return false;
  const Upos before = at(reading, atoms[begin - 1].token).upos;
  return before == Upos::kDet || before == Upos::kAdp || before == Upos::kPron || month(begin - 1) || atoms[begin - 1].lower == "s" ||
         atoms[begin - 1].lower == ",";
}

}  // namespace

std::optional<CountNoun> counted_noun(const std::vector<Atom>& atoms, const Reading& reading, const Knowledge& knowledge, size_t begin,
                                      const Figure& figure) {
  size_t next = figure.end;
  if (next >= atoms.size() || part_of_date(atoms, reading, begin, figure)) return std::nullopt;
  // "five-member", "3rd", "36%": the number is part of a longer word
  if (!figure.of && !atoms[next].space_before) return std::nullopt;
  if (figure.of) {
    while (next < atoms.size() &&
           (atoms[next].lower == "the" || atoms[next].lower == "these" || atoms[next].lower == "those" || atoms[next].lower == "its" ||
            atoms[next].lower == "their" || atoms[next].lower == "his" || atoms[next].lower == "other" || atoms[next].lower == "such")) {
      ++next;
    }
    if (next >= atoms.size()) return std::nullopt;
  }
  const TokenRange sentence = reading.sentences[static_cast<size_t>(sentence_of(reading, atoms[begin].token))].tokens;
  const TokenIndex number = atoms[figure.end - 1].token;
  const TokenIndex start = atoms[next].token;
  TokenIndex head = kNoToken;
  const Token& numeral = at(reading, number);
  if (!figure.of && base_relation(numeral.deprel) == "nummod" && numeral.head > number && sentence.contains(numeral.head)) {
    head = phrase_head(reading, sentence, number);
  } else if (at(reading, start).upos == Upos::kAdj || noun_like(at(reading, start)) || at(reading, start).upos == Upos::kVerb) {
    head = phrase_head(reading, sentence, start);
  }
  if (head == kNoToken || head < start) return std::nullopt;
  const Token& noun = at(reading, head);
  const std::string lemma = to_lower(noun.lemma);
  const bool dead = casualty_word(lemma) && noun.upos == Upos::kAdj;  // "three dead", "12 wounded"
  if (!noun_like(noun) && !dead) return std::nullopt;
  if (dead) return CountNoun{"persons", atom_after(atoms, next, head)};
  if (time_noun(lemma) || lemma == "percent" || lemma == "%") return std::nullopt;
  if (head - start > 5) return std::nullopt;
  const bool single = figure.value && *figure.value == Decimal(1);
  if (!single && !plural(noun)) return std::nullopt;
  if (lemma == "other" || lemma == "others") return std::nullopt;  // understood_noun knows what the others are
  if (figure.one && idiom_after_one(lemma)) return std::nullopt;
  if (noun.upos == Upos::kPropn && !plural(noun)) return std::nullopt;
  return CountNoun{unit_of(noun, knowledge), atom_after(atoms, next, head)};
}

std::optional<CountNoun> understood_noun(const std::vector<Atom>& atoms, const Reading& reading, size_t begin, const Figure& figure,
                                         const std::string& last_unit) {
  if (part_of_date(atoms, reading, begin, figure)) return std::nullopt;
  if (figure.end < atoms.size() && !atoms[figure.end].space_before && atoms[figure.end].kind != AtomKind::kMark) return std::nullopt;
  const auto is = [&](size_t i, std::string_view lower) { return i < atoms.size() && atoms[i].lower == lower; };
  const Token& numeral = at(reading, atoms[figure.end - 1].token);
  if (is(figure.end, "dead") || is(figure.end, "wounded") || is(figure.end, "injured") || is(figure.end, "missing")) {
    return CountNoun{"persons", figure.end + 1};
  }
  size_t end = figure.end;
  bool referring = false;
  if (is(end, "more") || is(end, "others")) {
    const bool others = is(end, "others");
    ++end;
    referring = true;
    if (others) return CountNoun{last_unit.empty() ? "persons" : last_unit, end};
  } else if (is(end, "of") && is(end + 1, "them")) {
    end += 2;
    referring = true;
  }
  if (end < atoms.size() && atoms[end].kind == AtomKind::kNumber) return std::nullopt;
  const std::string_view relation = base_relation(numeral.deprel);
  const bool argument = relation == "obj" || relation == "nsubj" || relation == "conj";
  if (argument && numeral.upos == Upos::kNum && numeral.head != kNoToken) {
    const std::string governor = to_lower(at(reading, numeral.head).lemma);
    if (casualty_word(governor) && at(reading, numeral.head).upos == Upos::kVerb && governor != "claim" && governor != "leave") {
      return CountNoun{"persons", end};
    }
  }
  if (referring && !last_unit.empty() && !figure.one) return CountNoun{last_unit, end};
  return std::nullopt;
}

}  // namespace annalist
