// WordPiece (Schuster and Nakajima 2012) with BERT's uncased basic tokenizer (Devlin et al. 2019), for words
// that are tokens already; and the class of a token's letter case, which the uncased pieces lose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace annalist {

enum class CaseClass : uint8_t { kOther, kLower, kTitle, kUpper, kMixed, kDigit };

// Letters alone count, except that any ASCII digit makes kDigit; a single upper-case letter is kTitle.
CaseClass case_class(std::string_view token);

// Lower-cased, decomposed (NFD) without combining marks and control characters, parted at white space,
// punctuation and CJK.
std::vector<std::string> basic_tokens(std::string_view token);

class WordPiece {
 public:
  // The vocabulary's pieces, one a line; views of it are kept, so the text must outlive the object.
  // REQUIRES: is_usable(vocabulary)
  explicit WordPiece(std::string_view vocabulary);
  static bool is_usable(std::string_view vocabulary, int expected_size);

  // Appends the token's pieces, longest match first; [UNK] for a part that can't be spelled or is longer than
  // 100 characters, and for a token with no part. Gives how many (>= 1).
  int append_pieces(std::string_view token, std::vector<int32_t>& out) const;

  // Whether the text is one piece that can begin a word: for lower-case letters, that it is a common word.
  bool has_word(std::string_view text) const { return initial_.contains(text); }

  int32_t cls() const { return cls_; }
  int32_t sep() const { return sep_; }
  int32_t unk() const { return unk_; }

 private:
  void append_part(std::string_view part, std::vector<int32_t>& out) const;
  int32_t find(const std::unordered_map<std::string_view, int32_t>& pieces, std::string_view text) const;

  std::unordered_map<std::string_view, int32_t> initial_;  // pieces that begin a part
  std::unordered_map<std::string_view, int32_t> inner_;    // "##" pieces, without it
  int32_t cls_ = 0, sep_ = 0, unk_ = 0;
};

}  // namespace annalist
