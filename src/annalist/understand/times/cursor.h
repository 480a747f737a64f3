// Cursor: a place in a sentence's atoms, from which the grammar's rules take what they know. Cheap to copy: a
// rule that fails leaves the caller's cursor where it was.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "annalist/read/atoms.h"
#include "annalist/read/numerals.h"
#include "annalist/read/reading.h"

namespace annalist {

struct SentenceAtoms {
  const std::vector<Atom>& atoms;
  const Reading& reading;
  bool day_first = false;  // 5/3/2024 is 5 March
};

class Cursor {
 public:
  Cursor(const SentenceAtoms& sentence, size_t at) : sentence_(&sentence), at_(at) {}

  size_t at() const { return at_; }
  void move_to(size_t at) { at_ = at; }
  const SentenceAtoms& sentence() const { return *sentence_; }
  const std::vector<Atom>& atoms() const { return sentence_->atoms; }

  // The atom `ahead` places on (negative: back), or nullptr past either end.
  const Atom* peek(int ahead = 0) const {
    const auto index = static_cast<std::ptrdiff_t>(at_) + ahead;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(atoms().size())) return nullptr;
    return &atoms()[static_cast<size_t>(index)];
  }
  const Token* token(int ahead = 0) const {
    const Atom* atom = peek(ahead);
    return atom == nullptr ? nullptr : &sentence_->reading.tokens[static_cast<size_t>(atom->token)];
  }
  Upos upos(int ahead = 0) const {
    const Token* word = token(ahead);
    return word == nullptr ? Upos::kX : word->upos;
  }
  bool is(std::string_view lower, int ahead = 0) const {
    const Atom* atom = peek(ahead);
    return atom != nullptr && atom->lower == lower;
  }
  bool is_any(std::initializer_list<std::string_view> lowers, int ahead = 0) const {
    for (std::string_view lower : lowers) {
      if (is(lower, ahead)) return true;
    }
    return false;
  }
  // Whether the atom touches the one before it.
  bool is_glued(int ahead = 0) const {
    const Atom* atom = peek(ahead);
    return atom != nullptr && !atom->space_before;
  }

  void skip(size_t count = 1) { at_ += count; }
  bool take(std::string_view lower) {
    if (!is(lower)) return false;
    ++at_;
    return true;
  }
  bool take_any(std::initializer_list<std::string_view> lowers) {
    if (!is_any(lowers)) return false;
    ++at_;
    return true;
  }
  bool take_glued(std::string_view mark) { return is_glued() && take(mark); }
  // All words in a row, separated by one space in `words`.
  bool take_words(std::string_view words);

  // A whole number in digits without commas, of min_digits..max_digits digits.
  std::optional<int> take_integer(int min_digits, int max_digits);
  std::optional<Numeral> take_numeral();
  // An ordinal no greater than `most`.
  std::optional<int> take_ordinal(int most);

 private:
  const SentenceAtoms* sentence_;
  size_t at_;
};

}  // namespace annalist
