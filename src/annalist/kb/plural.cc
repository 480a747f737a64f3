// Plurals of role and agent words, by the rules of English spelling and the few irregular heads that such words have.
#include <array>
#include <utility>

#include "annalist/kb/index_writer.h"

namespace annalist::kb {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kIrregularEnds = {
    {{"man", "men"}, {"child", "children"}, {"person", "people"}, {"wife", "wives"}, {"chief of staff", "chiefs of staff"}}};

std::string plural_word(std::string_view word) {
  for (const auto& [one, many] : kIrregularEnds) {
    const bool german = word == "german" || word == "human" || word == "roman" || word == "shaman";
    if (word.ends_with(one) && !german) return std::string(word.substr(0, word.size() - one.size())) + std::string(many);
  }
  const auto ends = [&](std::string_view end) { return word.ends_with(end); };
  if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh")) return std::string(word) + "es";
  if (ends("y") && word.size() > 1 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos) {
    return std::string(word.substr(0, word.size() - 1)) + "ies";
  }
  return std::string(word) + "s";
}

}  // namespace

std::string plural_of(std::string_view phrase) {
  size_t head_end = phrase.size();
  for (std::string_view link : {" of ", " for ", " to ", " in ", " on ", "-in-", "-at-"}) {
    if (const size_t at = phrase.find(link); at != std::string_view::npos && at < head_end) head_end = at;
  }
  const size_t space = phrase.substr(0, head_end).rfind(' ');
  const size_t head = space == std::string_view::npos ? 0 : space + 1;
  return std::string(phrase.substr(0, head)) + plural_word(phrase.substr(head, head_end - head)) + std::string(phrase.substr(head_end));
}

}  // namespace annalist::kb
