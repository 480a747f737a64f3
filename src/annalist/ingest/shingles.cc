#include "annalist/ingest/shingles.h"

#include <functional>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr size_t kLength = 3;

std::vector<uint64_t> hashes_of(std::string_view text) {
  const std::vector<std::string> words = folded_words(text);
  std::vector<uint64_t> out;
  const size_t length = words.size() < kLength ? words.size() : kLength;
  for (size_t i = 0; length > 0 && i + length <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < length; ++k) hash = hash * 1000003 + std::hash<std::string>()(words[i + k]);
    out.push_back(hash);
  }
  return out;
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.valid && (is_letter(c.value) || is_digit(c.value))) {
      word += text.substr(at, c.bytes);
    } else if (!word.empty()) {
      out.push_back(fold(word));
      word.clear();
    }
    at += c.bytes;
  }
  if (!word.empty()) out.push_back(fold(word));
  return out;
}

bool same_words(std::string_view a, std::string_view b) { return folded_words(a) == folded_words(b); }

Shingles::Shingles(std::string_view text) {
  for (const uint64_t hash : hashes_of(text)) hashes_.insert(hash);
}

double Shingles::share_of(std::string_view other) const {
  const std::vector<uint64_t> hashes = hashes_of(other);
  if (hashes.empty()) return 0;
  size_t held = 0;
  for (const uint64_t hash : hashes) held += hashes_.count(hash);
  return static_cast<double>(held) / static_cast<double>(hashes.size());
}

}  // namespace annalist
