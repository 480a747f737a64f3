// What the sentence segmenter looks at: hashed features of the place after a token (Gillick 2009 for the kind of features). The same
// code serves training (training/segmenter/) and use, so the two can't drift apart; kFeatureVersion is raised whenever a feature or the
// tokenizer changes, and weights made for another version are refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "annalist/read/tokenizer.h"

namespace annalist {

inline constexpr uint32_t kFeatureVersion = 1;
inline constexpr uint32_t kFeatureBits = 17;  // features are indices below 2^17

enum class TokenShape : uint8_t {
  kLower,
  kTitle,
  kUpper,
  kInitial,
  kMixed,
  kDigits,
  kDigitMix,
  kAbbreviation,
  kAcronym,
  kStop,
  kAsk,
  kEllipsis,
  kComma,
  kSemicolon,
  kColon,
  kDash,
  kOpenBracket,
  kCloseBracket,
  kOpenQuote,
  kCloseQuote,
  kSingleQuote,
  kBullet,
  kWeb,
  kSymbol,
  kEdge
};

// The kinds of place, each with its own threshold.
enum class BoundaryPlace : uint8_t { kStop, kAbbreviation, kCloser, kColon, kOther, kLineEnd };
inline constexpr size_t kPlaces = 6;

class BoundaryFeatures {
 public:
  // REQUIRES: tokens are one block's, and outlive this.
  BoundaryFeatures(std::string_view text, const std::vector<SurfaceToken>& tokens);

  BoundaryPlace place(size_t token) const;
  // Appends the features of the place after a token. REQUIRES: token + 1 < number of tokens
  void collect(size_t token, std::vector<uint32_t>& out) const;

 private:
  struct Facts {
    uint64_t form = 0;    // of the lower-cased form
    uint64_t suffix = 0;  // of its last three bytes
    TokenShape shape = TokenShape::kEdge;
    uint8_t size = 0;        // bytes, cut at 12
    uint8_t since_stop = 0;  // bucketed tokens since the last . ! ? or the block's begin
    uint8_t until_stop = 0;
    uint8_t line = 0;  // bucketed length of the line that ends with this token, against the block's longest; 0 inside a line
    bool in_quote = false;
    bool in_bracket = false;
  };
  const Facts& at(std::ptrdiff_t token) const;
  void note_distances(size_t begin);
  void note_lines(const std::vector<SurfaceToken>& tokens);

  const std::vector<SurfaceToken>& tokens_;
  std::vector<Facts> facts_;
  uint8_t casing_ = 0;  // 0 no letters, 1 all lower, 2 plain, 3 many capitals, 4 all upper
  uint8_t block_size_ = 0;
};

}  // namespace annalist
