#include "annalist/understand/actors/argument.h"

#include <algorithm>
#include <string_view>

#include "annalist/understand/actors/partitives.h"

namespace annalist {
namespace {

constexpr int kDepth = 6;  // conjunctions and partitives nest no deeper in sane trees; guards against odd parses

size_t at(TokenIndex token) { return static_cast<size_t>(token); }

int rank(MentionHow how) { return how == MentionHow::kName ? 0 : how == MentionHow::kDescription ? 1 : 2; }

bool has_case(const Reading& reading, const Children& children, TokenIndex token, std::string_view preposition) {
  for (TokenIndex child : children.of(token)) {
    const Token& word = reading.tokens[at(child)];
    if (word.deprel == "case" && word.lemma == preposition) return true;
  }
  return false;
}

// Relations under which a noun's owner stands before or after it.
bool is_owner(const Reading& reading, const Children& children, TokenIndex child, TokenIndex noun) {
  const std::string_view relation = reading.tokens[at(child)].deprel;
  if (relation == "nmod:poss") return true;
  if (child < noun) return relation == "amod" || relation == "compound" || relation == "nmod:desc" || relation == "nmod";
  return relation == "nmod" && (has_case(reading, children, child, "of") || has_case(reading, children, child, "by"));
}

void sort_once(const Actors& actors, std::vector<MentionIndex>& mentions) {
  std::ranges::sort(mentions, [&](MentionIndex a, MentionIndex b) { return actors.mentions[at(a)].words < actors.mentions[at(b)].words; });
  const auto repeated = std::ranges::unique(mentions);
  mentions.erase(repeated.begin(), repeated.end());
}

}  // namespace

Arguments::Arguments(const Reading& reading, const Children& children, const Actors& actors)
    : reading_(reading), children_(children), actors_(actors), best_(reading.tokens.size(), kNone) {
  const auto better = [&](const Mention& mention, const Mention& held) {
    if (rank(mention.how) != rank(held.how)) return rank(mention.how) < rank(held.how);
    return mention.words.size() > held.words.size();
  };
  for (size_t i = 0; i < actors.mentions.size(); ++i) {
    const Mention& mention = actors.mentions[i];
    if (mention.head == kNoToken) continue;
    MentionIndex& held = best_[at(mention.head)];
    if (held == kNone || better(mention, actors.mentions[at(held)])) held = static_cast<MentionIndex>(i);
  }
  for (size_t i = 0; i < actors.mentions.size(); ++i) {
    const Mention& mention = actors.mentions[i];
    if (mention.how != MentionHow::kName) continue;
    for (TokenIndex token = mention.tokens.begin; token < mention.tokens.end; ++token) {
      if (best_[at(token)] == kNone) best_[at(token)] = static_cast<MentionIndex>(i);
    }
  }
}

MentionIndex Arguments::mention_at(TokenIndex token) const { return token == kNoToken ? kNone : best_[at(token)]; }

std::vector<TokenIndex> Arguments::conjuncts(TokenIndex token) const {
  std::vector<TokenIndex> heads = {token};
  for (size_t i = 0; i < heads.size() && heads.size() < 64; ++i) {
    for (TokenIndex child : children_.of(heads[i])) {
      if (child > heads[i] && base_relation(reading_.tokens[at(child)].deprel) == "conj") heads.push_back(child);
    }
  }
  return heads;
}

TokenIndex Arguments::antecedent_of_relative(TokenIndex token) const {
  const Token& word = reading_.tokens[at(token)];
  const bool relative = feature(word, "PronType") == "Rel" ||
                        ((word.upos == Upos::kPron || word.upos == Upos::kSconj || word.upos == Upos::kDet) &&
                         (word.lemma == "who" || word.lemma == "which" || word.lemma == "that" || word.lemma == "whose"));
  if (!relative) return token;
  TokenIndex up = token;
  for (int depth = 0; depth < kDepth && up != kNoToken; ++depth) {
    const Token& node = reading_.tokens[at(up)];
    if (node.deprel == "acl:relcl" || node.deprel == "acl") return node.head == kNoToken ? token : node.head;
    up = node.head;
  }
  return token;
}

void Arguments::add_mentions(TokenIndex head, bool with_owners, int depth, std::vector<MentionIndex>& out) const {
  if (depth > kDepth) return;
  for (TokenIndex conjunct : conjuncts(head)) {
    const TokenIndex noun = antecedent_of_relative(conjunct);
    if (noun != conjunct) {
      // A relative clause on the last of several conjuncts is about that one; one on the first may be about the head alone too.
      const MentionIndex mention = mention_at(noun);
      if (mention != kNone) out.push_back(mention);
      continue;
    }
    if (is_partitive(reading_, children_, noun)) {
      add_mentions(of_phrase(reading_, children_, noun), with_owners, depth + 1, out);
      continue;
    }
    MentionIndex mention = mention_at(noun);
    if (mention != kNone && actors_.mentions[at(mention)].how == MentionHow::kDescription) {
      for (TokenIndex child : children_.of(noun)) {
        const std::string_view relation = base_relation(reading_.tokens[at(child)].deprel);
        const MentionIndex name = relation == "appos" || relation == "flat" ? mention_at(child) : kNone;
        if (name == kNone || actors_.mentions[at(name)].how != MentionHow::kName) continue;
        if (actors_.mentions[at(name)].actor == actors_.mentions[at(mention)].actor) {
          mention = name;
          break;
        }
      }
    }
    if (mention != kNone) {
      out.push_back(mention);
    } else if (with_owners) {
      const std::vector<MentionIndex> owners = owners_of(noun);
      out.insert(out.end(), owners.begin(), owners.end());
    }
  }
}

std::vector<MentionIndex> Arguments::mentions_of(TokenIndex token) const {
  std::vector<MentionIndex> out;
  if (token == kNoToken) return out;
  add_mentions(token, true, 0, out);
  sort_once(actors_, out);
  return out;
}

std::vector<MentionIndex> Arguments::own_mentions_of(TokenIndex token) const {
  std::vector<MentionIndex> out;
  if (token == kNoToken) return out;
  add_mentions(token, false, 0, out);
  sort_once(actors_, out);
  return out;
}

std::vector<MentionIndex> Arguments::owners_of(TokenIndex token) const {
  std::vector<MentionIndex> out;
  if (token == kNoToken) return out;
  for (TokenIndex child : children_.of(token)) {
    if (is_owner(reading_, children_, child, token)) add_mentions(child, false, 1, out);
  }
  // Of "KPA civil police posts" the name owns, not the kind.
  const auto is_name = [&](MentionIndex mention) { return actors_.mentions[at(mention)].how == MentionHow::kName; };
  const auto is_kind = [&](MentionIndex mention) {
    return actors_.mentions[at(mention)].how == MentionHow::kDescription && actors_.mentions[at(mention)].head < token;
  };
  if (std::ranges::any_of(out, is_name)) std::erase_if(out, is_kind);
  sort_once(actors_, out);
  return out;
}

std::vector<MentionIndex> mentions_of_argument(const Reading& reading, const Children& children, const Actors& actors, TokenIndex token) {
  return Arguments(reading, children, actors).mentions_of(token);
}

}  // namespace annalist
