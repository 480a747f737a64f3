#include "annalist/read/reading.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace annalist {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                         "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 5> kEntityKindNames = {"person", "organization", "place", "group", "other"};

}  // namespace

std::string_view upos_name(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

Upos upos_by_name(std::string_view name) {
  auto found = std::find(kUposNames.begin(), kUposNames.end(), name);
  return found == kUposNames.end() ? Upos::kX : static_cast<Upos>(found - kUposNames.begin());
}

std::string_view entity_kind_name(EntityKind kind) { return kEntityKindNames[static_cast<size_t>(kind)]; }

std::string_view feature(const Token& token, std::string_view name) {
  std::string_view rest = token.feats;
  while (!rest.empty()) {
    std::string_view item = rest.substr(0, rest.find('|'));
    rest.remove_prefix(std::min(rest.size(), item.size() + 1));
    if (item.size() > name.size() && item[name.size()] == '=' && item.starts_with(name)) { return item.substr(name.size() + 1); }
  }
  return {};
}

std::string_view base_relation(std::string_view deprel) { return deprel.substr(0, deprel.find(':')); }

int sentence_of(const Reading& reading, TokenIndex token) {
  auto after = std::upper_bound(reading.sentences.begin(), reading.sentences.end(), token,
                                [](TokenIndex wanted, const Sentence& sentence) { return wanted < sentence.tokens.end; });
  assert(after != reading.sentences.end() && after->tokens.contains(token));
  return static_cast<int>(after - reading.sentences.begin());
}

Children::Children(const Reading& reading) : first_(reading.tokens.size() + 1, 0) {
  for (const Token& token : reading.tokens) {
    if (token.head != kNoToken) ++first_[static_cast<size_t>(token.head) + 1];
  }
  for (size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  children_.resize(first_.back());
  std::vector<uint32_t> next(first_.begin(), first_.end() - 1);
  for (size_t i = 0; i < reading.tokens.size(); ++i) {
    TokenIndex head = reading.tokens[i].head;
    if (head != kNoToken) children_[next[static_cast<size_t>(head)]++] = static_cast<TokenIndex>(i);
  }
}

Children::View Children::of(TokenIndex token) const {
  const TokenIndex* data = children_.data();
  auto index = static_cast<size_t>(token);
  return {data + first_[index], data + first_[index + 1]};
}

TokenRange subtree_range(const Reading& reading, const Children& children, TokenIndex head) {
  TokenRange range{head, head + 1};
  std::vector<TokenIndex> open{head};
  while (!open.empty()) {
    TokenIndex token = open.back();
    open.pop_back();
    range.begin = std::min(range.begin, token);
    range.end = std::max(range.end, token + 1);
    for (TokenIndex child : children.of(token)) open.push_back(child);
  }
  auto is_punctuation = [&](TokenIndex token) { return reading.tokens[static_cast<size_t>(token)].upos == Upos::kPunct; };
  while (range.begin < head && is_punctuation(range.begin)) ++range.begin;
  while (range.end > head + 1 && is_punctuation(range.end - 1)) --range.end;
  return range;
}

ByteSpan span_of(const Reading& reading, TokenRange tokens) {
  if (tokens.empty()) return {};
  return cover(reading.tokens[static_cast<size_t>(tokens.begin)].words, reading.tokens[static_cast<size_t>(tokens.end) - 1].words);
}

std::vector<bool> predicates(const Reading& reading) {
  std::vector<bool> found(reading.tokens.size());
  for (size_t t = 0; t < reading.tokens.size(); ++t) {
    const Token& token = reading.tokens[t];
    const std::string_view relation = base_relation(token.deprel);
    if (relation == "cop" && token.head != kNoToken) found[static_cast<size_t>(token.head)] = true;
    const bool is_clause = relation == "root" || relation == "ccomp" || relation == "xcomp" || relation == "advcl" || relation == "acl" ||
                           relation == "csubj" || relation == "parataxis";
    if (token.upos == Upos::kVerb || (is_clause && token.upos != Upos::kPunct)) found[t] = true;
  }
  return found;
}

}  // namespace annalist
