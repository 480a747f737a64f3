#include "annalist/understand/actors/discourse.h"

#include <algorithm>
#include <numeric>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

std::vector<int> sentences_by_token(const Reading& reading) {
  std::vector<int> by_token(reading.tokens.size(), 0);
  for (size_t i = 0; i < reading.sentences.size(); ++i) {
    const TokenRange range = reading.sentences[i].tokens;
    std::fill(by_token.begin() + range.begin, by_token.begin() + range.end, static_cast<int>(i));
  }
  return by_token;
}

}  // namespace

void Clusters::resize(size_t count) {
  parent_.resize(count);
  std::iota(parent_.begin(), parent_.end(), 0);
}

DraftIndex Clusters::find(DraftIndex draft) const {
  while (parent_[static_cast<size_t>(draft)] != draft) {
    DraftIndex& parent = parent_[static_cast<size_t>(draft)];
    parent = parent_[static_cast<size_t>(parent)];
    draft = parent;
  }
  return draft;
}

void Clusters::unite(DraftIndex a, DraftIndex b) {
  const DraftIndex first = find(a);
  const DraftIndex second = find(b);
  parent_[static_cast<size_t>(std::max(first, second))] = std::min(first, second);
}

Discourse::Discourse(const Document& document_in, const Reading& reading_in, const Knowledge& knowledge_in, const CoreferenceModel* model)
    : document(document_in), reading(reading_in), knowledge(knowledge_in), children(reading_in), sentence(sentences_by_token(reading_in)) {
  if (model != nullptr) learned = std::make_unique<LearnedAntecedents>(reading, children, *model);
}

void Discourse::index_drafts() {
  std::ranges::stable_sort(drafts, [](const Draft& a, const Draft& b) {
    const ByteSpan left = a.mention.words;
    const ByteSpan right = b.mention.words;
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
  });
  by_head.assign(reading.tokens.size(), kNone);
  for (size_t i = 0; i < drafts.size(); ++i) {
    DraftIndex& held = by_head[static_cast<size_t>(drafts[i].mention.head)];
    const auto rank = [](const Draft& draft) { return draft.thing ? 3 : static_cast<int>(draft.mention.how); };
    if (held == kNone || rank(drafts[i]) < rank(draft(held))) held = static_cast<DraftIndex>(i);
  }
  clusters.resize(drafts.size());
}

std::string lower_lemma(const Token& token) { return to_lower(token.lemma.empty() || token.lemma == "_" ? token.form : token.lemma); }

bool is_noun(const Token& token) { return token.upos == Upos::kNoun || token.upos == Upos::kPropn; }

bool is_plural(const Token& token) {
  const std::string_view number = feature(token, "Number");
  return number == "Plur" || number == "Ptan";
}

bool dominates(const Reading& reading, TokenIndex up, TokenIndex down) {
  for (int steps = 0; down != kNoToken && steps < 100; ++steps) {
    if (down == up) return true;
    down = reading.tokens[static_cast<size_t>(down)].head;
  }
  return false;
}

}  // namespace annalist
