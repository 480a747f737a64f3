// Atoms: a sentence cut finer than its tokens, at every border of letters, digits and marks: "mid-2019" ->
// mid - 2019, "$1.5bn" -> $ 1.5 bn, "19th" -> 19 th. Patterns over dates and amounts read atoms, so that they
// do not hang on how a tokenizer cut them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/span.h"
#include "annalist/read/reading.h"

namespace annalist {

enum class AtomKind : uint8_t {
  kWord,    // letters
  kNumber,  // digits, with commas between groups of three and one decimal point: "1,234.5"
  kMark,    // one character of anything else
};

struct Atom {
  AtomKind kind = AtomKind::kMark;
  ByteSpan words;
  TokenIndex token = kNoToken;  // the first token whose words hold it
  bool space_before = false;    // also true of a sentence's first atom
  bool capital = false;         // begins with an upper-case letter
  std::string lower;            // its text in lower case; typographic quotes and dashes made plain: ' " - (an em dash is "--")
};

// The atoms of one sentence, in order; together they cover its tokens' words. text is the document's.
std::vector<Atom> atoms_of(std::string_view text, const Reading& reading, const Sentence& sentence);

// The tokens that the atoms [begin, end) touch. REQUIRES: begin < end <= atoms.size()
TokenRange tokens_of(const std::vector<Atom>& atoms, const Reading& reading, size_t begin, size_t end);

}  // namespace annalist
