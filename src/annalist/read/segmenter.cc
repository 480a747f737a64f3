#include "annalist/read/segmenter.h"

#include <utility>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/read/dateline.h"
#include "annalist/read/segmenter_features.h"
#include "annalist/read/tokenizer.h"

namespace annalist {
namespace {

// A surface token's syntactic words, added to the reading.
void add_token(std::string_view text, const SurfaceToken& surface, Reading& reading) {
  const auto first = static_cast<TokenIndex>(reading.tokens.size());
  uint32_t begin = surface.words.begin;
  for (size_t part = 0; part <= surface.splits.size(); ++part) {
    const bool last = part == surface.splits.size();
    Token token;
    token.words = {begin, last ? surface.words.end : surface.splits[part]};
    token.form = std::string(words_of(text, token.words));
    token.space_after = last && surface.after != Spacing::kNone;
    begin = token.words.end;
    reading.tokens.push_back(std::move(token));
  }
  if (!surface.splits.empty()) { reading.multiwords.push_back({{first, static_cast<TokenIndex>(reading.tokens.size())}, surface.words}); }
}

void close_sentence(uint32_t block, TokenIndex first, Reading& reading) {
  const auto end = static_cast<TokenIndex>(reading.tokens.size());
  const auto words = [&](TokenIndex token) { return reading.tokens[static_cast<size_t>(token)].words; };
  reading.sentences.push_back({{first, end}, cover(words(first), words(end - 1)), block});
}

// Whether an aside ends here inside a sentence that goes on in small letters: "Sen. Havik (R-Fla.) said", "(D-N.Y.), who". `first`: of the
// sentence.
bool ends_aside(std::string_view text, const std::vector<SurfaceToken>& tokens, size_t first, size_t i) {
  constexpr size_t kLongest = 12;  // tokens of an aside
  const auto form = [&](size_t token) { return words_of(text, tokens[token].words); };
  if (form(i) != ")" || i + 1 == tokens.size()) return false;
  const std::string_view next = form(i + 1);
  if (next != "," && !is_lower(decode_utf8(next, 0).value)) return false;
  for (size_t open = i; open-- > first + 1 && i - open <= kLongest;) {
    if (form(open) == "(") return true;
  }
  return false;
}

void segment_block(std::string_view text, ByteSpan words, uint32_t block, const SegmenterModel& model, Reading& reading) {
  std::vector<SurfaceToken> tokens = tokenize(text, words);
  if (tokens.empty()) return;
  const BoundaryFeatures features(text, tokens);
  std::vector<uint32_t> found;
  const size_t dateline = dateline_length(text, tokens);  // a sentence of its own
  auto first = static_cast<TokenIndex>(reading.tokens.size());
  size_t begin = 0;  // of the sentence, in surface tokens
  for (size_t i = 0; i < tokens.size(); ++i) {
    add_token(text, tokens[i], reading);
    bool ends = i + 1 == tokens.size();
    if (i < dateline) {
      ends = i + 1 == dateline;
    } else if (!ends) {
      found.clear();
      features.collect(i, found);
      ends = model.score(features.place(i), found) > 0 && !ends_aside(text, tokens, begin, i);
    }
    if (!ends) continue;
    close_sentence(block, first, reading);
    first = static_cast<TokenIndex>(reading.tokens.size());
    begin = i + 1;
  }
  reading.tokens.back().space_after = true;  // a blank line parts the blocks
}

}  // namespace

Result<Segmenter> Segmenter::open(const std::string& model_path) {
  Result<SegmenterModel> model = SegmenterModel::open(model_path);
  if (!model) return model.error();
  Segmenter segmenter;
  segmenter.model_ = std::move(model).value();
  return segmenter;
}

Reading Segmenter::segment(const Document& document) const {
  Reading reading;
  reading.tokens.reserve(document.text.size() / 5 + 1);
  for (size_t block = 0; block < document.blocks.size(); ++block) {
    segment_block(document.text, document.blocks[block].words, static_cast<uint32_t>(block), model_, reading);
  }
  return reading;
}

}  // namespace annalist
