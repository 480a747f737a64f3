// Words broken at a line's end put together again: whether the hyphen was the line's or the word's own is told by the rest of the text.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "annalist/ingest/mapped_text.h"

namespace annalist {

class Hyphenation {
 public:
  // Learns the words of a line; its first and last may be halves of words and count for nothing.
  void learn(std::string_view line);

  // Adds the next line to a paragraph, with a space between, or without one and the hyphen kept or left out: "min-" + "isters" makes
  // "ministers", "Iran-" + "backed" stays as it is. `soft`: the paragraph's last line ended in a soft hyphen, which is gone already.
  void join(MappedText& paragraph, const MappedText& line, bool soft) const;

 private:
  bool keeps_hyphen(std::string_view before, std::string_view after) const;
  std::unordered_set<std::string> words_;  // folded, with their inner hyphens
};

}  // namespace annalist
