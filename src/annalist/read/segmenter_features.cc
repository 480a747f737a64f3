#include "annalist/read/segmenter_features.h"

#include <algorithm>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/read/tokenizer_characters.h"

namespace annalist {
namespace {

uint64_t hash_bytes(std::string_view bytes) {  // FNV-1a
  uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return hash;
}

uint64_t mix(uint64_t hash) {  // splitmix64's finaliser
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9u;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebu;
  return hash ^ (hash >> 31);
}

uint8_t bucket(size_t distance) {
  constexpr size_t kEnds[] = {0, 1, 2, 3, 5, 8, 12, 18, 26, 40};
  uint8_t i = 0;
  for (const size_t end : kEnds) {
    if (distance <= end) return i;
    ++i;
  }
  return i;
}

TokenShape mark_shape(char32_t c, bool space_before, bool space_after) {
  switch (c) {
    case '.': return TokenShape::kStop;
    case '!':
    case '?': return TokenShape::kAsk;
    case 0x2026: return TokenShape::kEllipsis;
    case ',': return TokenShape::kComma;
    case ';': return TokenShape::kSemicolon;
    case ':': return TokenShape::kColon;
    case '-':
    case 0x2013:
    case 0x2014: return TokenShape::kDash;
    case '(':
    case '[':
    case '{': return TokenShape::kOpenBracket;
    case ')':
    case ']':
    case '}': return TokenShape::kCloseBracket;
    case 0x201C:
    case 0xAB:
    case 0x201E: return TokenShape::kOpenQuote;
    case 0x201D:
    case 0xBB: return TokenShape::kCloseQuote;
    case '"': return space_before && !space_after ? TokenShape::kOpenQuote : TokenShape::kCloseQuote;
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019: return TokenShape::kSingleQuote;
    case '*':
    case 0x2022:
    case 0xB7:
    case '|':
    case '>':
    case '#':
    case '=':
    case '_': return TokenShape::kBullet;
    default: return TokenShape::kSymbol;
  }
}

TokenShape word_shape(const std::vector<Character>& cs) {
  const size_t size = cs.size() - 1;  // the sentinel left out
  size_t upper = 0, lower = 0, digits = 0, stops = 0, letters = 0, other = 0;
  for (size_t i = 0; i < size; ++i) {
    upper += cs[i].kind == CharacterClass::kUpper;
    lower += cs[i].kind == CharacterClass::kLower;
    digits += cs[i].kind == CharacterClass::kDigit;
    stops += cs[i].value == '.';
    letters += is_alpha(cs[i]);
    other += cs[i].value == '/' || cs[i].value == '@';
  }
  const bool ends_in_stop = size > 1 && cs[size - 1].value == '.';
  if (other > 0 && letters > 3) return TokenShape::kWeb;
  if (digits > 0) return letters == 0 ? TokenShape::kDigits : TokenShape::kDigitMix;
  if (ends_in_stop) return stops > 1 || letters == 1 ? TokenShape::kAcronym : TokenShape::kAbbreviation;
  if (stops > 0) return TokenShape::kWeb;
  if (upper == 1 && letters == 1) return TokenShape::kInitial;
  if (upper == letters && letters > 0) return TokenShape::kUpper;
  if (upper == 1 && cs[0].kind == CharacterClass::kUpper) return TokenShape::kTitle;
  return upper == 0 ? TokenShape::kLower : TokenShape::kMixed;
}

TokenShape shape_of(std::string_view form, bool space_before, bool space_after) {
  const std::vector<Character> cs = characters_of(form, {0, static_cast<uint32_t>(form.size())});
  for (size_t i = 0; i + 1 < cs.size(); ++i) {
    if (is_word(cs[i])) return word_shape(cs);
  }
  if (form == "''" || form == "’’") return TokenShape::kCloseQuote;
  if (form == "``" || form == "‘‘") return TokenShape::kOpenQuote;
  if (form.size() > 1 && form.find_first_not_of('.') == form.npos) return TokenShape::kEllipsis;
  return mark_shape(cs[0].value, space_before, space_after);
}

bool is_stop(TokenShape shape) { return shape == TokenShape::kStop || shape == TokenShape::kAsk || shape == TokenShape::kEllipsis; }
bool is_closer(TokenShape shape) {
  return shape == TokenShape::kCloseQuote || shape == TokenShape::kCloseBracket || shape == TokenShape::kSingleQuote;
}

}  // namespace

BoundaryFeatures::BoundaryFeatures(std::string_view text, const std::vector<SurfaceToken>& tokens) : tokens_(tokens) {
  facts_.reserve(tokens.size());
  size_t lower = 0, title = 0, upper = 0;
  bool space_before = true;
  bool quote = false;
  int bracket = 0;
  for (const SurfaceToken& token : tokens) {
    const std::string_view form = words_of(text, token.words);
    Facts facts;
    facts.shape = shape_of(form, space_before, token.after != Spacing::kNone);
    const std::string folded = to_lower(form.substr(0, 64));
    facts.form = hash_bytes(facts.shape == TokenShape::kDigits ? "0" : std::string_view(folded));
    facts.suffix = hash_bytes(std::string_view(folded).substr(folded.size() > 3 ? folded.size() - 3 : 0));
    facts.size = static_cast<uint8_t>(std::min<size_t>(form.size(), 12));
    if (facts.shape == TokenShape::kOpenQuote) quote = true;
    if (facts.shape == TokenShape::kCloseQuote) quote = false;
    if (facts.shape == TokenShape::kOpenBracket) bracket = std::min(bracket + 1, 8);
    if (facts.shape == TokenShape::kCloseBracket) bracket = std::max(bracket - 1, 0);
    facts.in_quote = quote;
    facts.in_bracket = bracket > 0;
    lower += facts.shape == TokenShape::kLower;
    title += facts.shape == TokenShape::kTitle;
    upper += facts.shape == TokenShape::kUpper;
    space_before = token.after != Spacing::kNone;
    facts_.push_back(facts);
  }
  const size_t words = lower + title + upper;
  casing_ = words == 0 ? 0 : lower == words ? 1 : upper * 10 > words * 8 ? 4 : (title + upper) * 2 > words ? 3 : 2;
  block_size_ = bucket(tokens.size());
  note_distances(0);
  note_lines(tokens);
}

void BoundaryFeatures::note_distances(size_t begin) {
  size_t distance = 0;
  for (size_t i = begin; i < facts_.size(); ++i) {
    facts_[i].since_stop = bucket(distance);
    distance = is_stop(facts_[i].shape) ? 0 : distance + 1;
  }
  distance = 0;
  for (size_t i = facts_.size(); i-- > begin;) {
    facts_[i].until_stop = bucket(distance);
    distance = is_stop(facts_[i].shape) ? 0 : distance + 1;
  }
}

void BoundaryFeatures::note_lines(const std::vector<SurfaceToken>& tokens) {
  if (tokens.empty()) return;
  uint32_t longest = 1;
  uint32_t begin = tokens[0].words.begin;
  std::vector<std::pair<size_t, uint32_t>> lines;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].after != Spacing::kLineEnd && i + 1 < tokens.size()) continue;
    const uint32_t length = tokens[i].words.end - begin;
    longest = std::max(longest, length);
    lines.emplace_back(i, length);
    if (i + 1 < tokens.size()) begin = tokens[i + 1].words.begin;
  }
  for (const auto& [token, length] : lines) { facts_[token].line = static_cast<uint8_t>(1 + uint64_t{length} * 5 / longest); }
}

const BoundaryFeatures::Facts& BoundaryFeatures::at(std::ptrdiff_t token) const {
  static const Facts kEdge{};
  return token < 0 || token >= static_cast<std::ptrdiff_t>(facts_.size()) ? kEdge : facts_[static_cast<size_t>(token)];
}

BoundaryPlace BoundaryFeatures::place(size_t token) const {
  if (tokens_[token].after == Spacing::kLineEnd) return BoundaryPlace::kLineEnd;
  const TokenShape shape = facts_[token].shape;
  if (is_stop(shape)) return BoundaryPlace::kStop;
  if (shape == TokenShape::kAbbreviation || shape == TokenShape::kAcronym) return BoundaryPlace::kAbbreviation;
  if (is_closer(shape) && token > 0 && is_stop(facts_[token - 1].shape)) return BoundaryPlace::kCloser;
  if (shape == TokenShape::kColon || shape == TokenShape::kSemicolon || shape == TokenShape::kDash) return BoundaryPlace::kColon;
  return BoundaryPlace::kOther;
}

void BoundaryFeatures::collect(size_t token, std::vector<uint32_t>& out) const {
  const auto here = static_cast<std::ptrdiff_t>(token);
  const Facts& left2 = at(here - 1);
  const Facts& left = at(here);
  const Facts& right = at(here + 1);
  const Facts& right2 = at(here + 2);
  const auto shape = [](const Facts& facts) { return static_cast<uint64_t>(facts.shape); };
  const uint64_t place_id = static_cast<uint64_t>(place(token)) * 4 + static_cast<uint64_t>(tokens_[token].after);
  uint64_t number = 0;  // of the template
  const auto add = [&](uint64_t a, uint64_t b = 0) {
    const uint64_t hash = mix(mix(mix(++number * 64 + place_id) ^ a) + b);
    out.push_back(static_cast<uint32_t>(hash >> (64 - kFeatureBits)));
  };
  const uint64_t pair = shape(left) * 32 + shape(right);
  add(0);
  add(left.form);
  add(right.form);
  add(left.form, right.form);
  add(pair);
  add(left2.form, shape(left));
  add(right2.form, shape(right));
  add(left2.form, left.form);
  add(right.form, right2.form);
  add((shape(left2) * 32 + shape(left)) * 1024 + shape(right) * 32 + shape(right2));
  add(left.form, shape(right));
  add(right.form, shape(right));
  add(right.form, shape(left));
  add(left.suffix, shape(right));
  add(left.size, shape(left) * 32 + shape(right));
  add(left.since_stop, shape(right));
  add(right.until_stop, shape(right));
  add(left.since_stop, right.until_stop);
  add((left.in_quote ? 1u : 0u) + (left.in_bracket ? 2u : 0u), shape(right));
  add(casing_, pair);
  add(casing_, right.form);
  add(block_size_, shape(right) * 16 + left.since_stop);
  add(shape(left2) * 1024 + pair, shape(at(here - 2)));
  add(token < 3 ? token : 3, pair);
  add(shape(right2) * 32 + shape(at(here + 3)), shape(right));
  add(left.shape == TokenShape::kStop && left2.shape != TokenShape::kEdge ? left2.size : 20u, left2.suffix);
  if (left.line != 0) add(left.line, pair);
  if (left.line != 0) add(left.line, shape(right) * 64 + 1);
}

}  // namespace annalist
