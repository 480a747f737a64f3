// Comparing texts by their words, whatever the marks, the case and the spacing between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace annalist {

// The words of a text, folded (base/utf8.h), punctuation left out.
std::vector<std::string> folded_words(std::string_view text);

// Whether two texts have the same words in the same order.
bool same_words(std::string_view a, std::string_view b);

// A text's runs of three words (of fewer, where it is shorter), to ask how much of another text it holds.
class Shingles {
 public:
  explicit Shingles(std::string_view text);
  // The share of the other text's runs of three words that this one has: 0..1; 0 for a text without words.
  double share_of(std::string_view other) const;

 private:
  std::unordered_set<uint64_t> hashes_;
};

}  // namespace annalist
