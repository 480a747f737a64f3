#include "annalist/understand/times/cursor.h"

#include <charconv>

namespace annalist {

bool Cursor::take_words(std::string_view words) {
  Cursor ahead = *this;
  while (!words.empty()) {
    const size_t space = words.find(' ');
    if (!ahead.take(words.substr(0, space))) return false;
    words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
  }
  *this = ahead;
  return true;
}

std::optional<int> Cursor::take_integer(int min_digits, int max_digits) {
  const Atom* atom = peek();
  if (atom == nullptr || atom->kind != AtomKind::kNumber) return std::nullopt;
  const std::string& digits = atom->lower;
  if (static_cast<int>(digits.size()) < min_digits || static_cast<int>(digits.size()) > max_digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  ++at_;
  return value;
}

std::optional<Numeral> Cursor::take_numeral() {
  auto numeral = read_numeral(atoms(), at_);
  if (numeral) at_ = numeral->end;
  return numeral;
}

std::optional<int> Cursor::take_ordinal(int most) {
  const auto ordinal = read_ordinal(atoms(), at_);
  if (!ordinal || Decimal(most) < ordinal->value) return std::nullopt;
  at_ = ordinal->end;
  return static_cast<int>(ordinal->value.units());
}

}  // namespace annalist
