#include "annalist/read/tokenizer_slips.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

using Words = std::string_view;

// Words that follow "it's" and hardly ever a possessive "its".
constexpr std::array kAfterIts = std::to_array<Words>(
    {"a",        "about",   "all",     "almost", "also",  "always",  "an",   "because", "been",   "between", "but", "called",
     "clear",    "from",    "getting", "going",  "gonna", "he",      "her",  "his",     "how",    "i",       "in",  "just",
     "kinda",    "my",      "n't",     "never",  "not",   "nothing", "on",   "our",     "prolly", "raining", "she", "simply",
     "so",       "still",   "that",    "the",    "their", "these",   "they", "this",    "those",  "time",    "to",  "too",
     "unlikely", "usually", "we",      "what",   "where", "why",     "you",  "your"});
constexpr std::array kAfterYoure =
    std::to_array<Words>({"a", "an", "not", "the", "gonna", "going", "in", "so", "welcome", "being", "getting", "just", "probably"});
constexpr std::array kAfterLets =
    std::to_array<Words>({"all",  "be",   "do",   "face", "find", "get", "go",    "have", "hear", "hope", "just", "keep", "leave",
                          "look", "make", "move", "not",  "say",  "see", "start", "stop", "take", "talk", "try",  "wait", "work"});

template <size_t kSize>
bool holds(const std::array<Words, kSize>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// What stands for "is", "are" or "us" at the token's end: its length, or 0.
uint32_t slip_length(std::string_view word, std::string_view next) {
  if (word == "its") return holds(kAfterIts, next) ? 1 : 0;
  if (word == "your") return holds(kAfterYoure, next) ? 1 : 0;
  if (word == "lets") return holds(kAfterLets, next) ? 1 : 0;
  return 0;
}

}  // namespace

void part_slips(std::string_view text, std::vector<SurfaceToken>& tokens) {
  constexpr uint32_t kLongest = 4;
  for (size_t i = 0; i < tokens.size(); ++i) {
    SurfaceToken& token = tokens[i];
    if (!token.splits.empty() || token.words.end - token.words.begin > kLongest || token.after == Spacing::kNone) continue;
    const std::string word = to_lower(words_of(text, token.words));
    if (word == "alot") {
      SurfaceToken lot = token;
      token.words.end = lot.words.begin = token.words.begin + 1;
      token.after = Spacing::kNone;
      tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(++i), std::move(lot));
      continue;
    }
    if ((word != "its" && word != "your" && word != "lets") || i + 1 == tokens.size()) continue;
    const SurfaceToken& next = tokens[i + 1];
    const bool joined = next.after == Spacing::kNone && i + 2 < tokens.size() && text[next.words.end] == '-';  // "its all-male guard"
    const uint32_t length = joined ? 0 : slip_length(word, to_lower(words_of(text, next.words)));
    if (length > 0) token.splits.push_back(token.words.end - length);
  }
}

}  // namespace annalist
