// LemmaLexicon: words with the lemma that treebanks give them, form + UPOS + inflection -> lemma (models/lemmas.tsv, made by
// training/lemma_lexicon.py). What is known needs no guessing: it goes before the network's edit script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/read/reading.h"

namespace annalist {

class LemmaLexicon {
 public:
  LemmaLexicon() = default;  // knows no word
  // Lines FORM, UPOS, MORPH, LEMMA parted by tabs, in byte order of the line; "#" lines are passed over. Errors: kIo; kBadConfiguration at
  // path:line for a malformed or misplaced line.
  static Result<LemmaLexicon> open(const std::string& path);
  static Result<LemmaLexicon> parse(std::string text, const std::string& path);

  // The lemma for a token's form, UPOS and features; empty where the word is unknown or marked as a slip of the pen.
  std::string_view lemma(const Token& token) const;

  // The first digits of the SHA-256 of its lines; empty where it knows no word.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  struct Line {
    size_t begin = 0, key = 0, end = 0;  // bytes of text_: the line, the end of its first three columns, the line's end
  };
  std::string_view key_of(const Line& line) const { return std::string_view(text_).substr(line.begin, line.key - line.begin); }
  std::string text_, fingerprint_;
  std::vector<Line> lines_;
};

}  // namespace annalist
