// Reading: a document's words understood grammatically, after Universal Dependencies v2 (universaldependencies.org) with CoNLL-U's
// notions of token, syntactic word and multiword token. All tokens of the document lie in one vector; indices are into it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/span.h"

namespace annalist {

using TokenIndex = int32_t;
inline constexpr TokenIndex kNoToken = -1;

// Half-open range of token indices.
struct TokenRange {
  TokenIndex begin = 0;
  TokenIndex end = 0;
  int size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(TokenIndex token) const { return begin <= token && token < end; }
  friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

enum class Upos : uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX
};

// One syntactic word. `words` is its own stretch of the text ("do" and "n't" of "don't"); parts of a multiword token whose forms do not
// add up to the surface share the surface's span.
struct Token {
  ByteSpan words;
  std::string form;  // as in the text
  std::string lemma;
  Upos upos = Upos::kX;
  std::string feats = "_";     // UD FEATS, sorted: "Mood=Ind|Tense=Past|VerbForm=Fin", or "_"
  TokenIndex head = kNoToken;  // kNoToken at the root
  std::string deprel = "dep";  // with subtype: "nsubj:pass"
  bool space_after = true;
  // Of a predicate: what it tells of did not happen (-3) to happened (3), in hundredths, after UDS (Rudinger et al. 2018). 0 elsewhere.
  float factuality = 0;
  friend bool operator==(const Token&, const Token&) = default;
};

// A surface token that stands for several syntactic words.
struct Multiword {
  TokenRange tokens;
  ByteSpan words;
  friend bool operator==(const Multiword&, const Multiword&) = default;
};

struct Sentence {
  TokenRange tokens;
  ByteSpan words;      // from its first token's begin to its last token's end
  uint32_t block = 0;  // index into Document::blocks
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

enum class EntityKind : uint8_t { kPerson, kOrganization, kPlace, kGroup, kOther };

// A named entity: the name alone, without title or article.
struct Entity {
  TokenRange tokens;
  ByteSpan words;
  EntityKind kind = EntityKind::kOther;
  friend bool operator==(const Entity&, const Entity&) = default;
};

struct Reading {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;  // in order; each token is in exactly one
  std::vector<Multiword> multiwords;
  std::vector<Entity> entities;  // in order, not overlapping
  std::vector<int8_t> senses;    // kSenseWidth for each token (senses.h), or none
  friend bool operator==(const Reading&, const Reading&) = default;
};

// "NOUN" and back (kX for an unknown name).
std::string_view upos_name(Upos upos);
Upos upos_by_name(std::string_view name);
std::string_view entity_kind_name(EntityKind kind);  // "person", "organization", "place", "group", "other"

// The value of one feature, or empty: feature(token, "Tense") == "Past".
std::string_view feature(const Token& token, std::string_view name);
// The relation without its subtype: "nsubj" of "nsubj:pass".
std::string_view base_relation(std::string_view deprel);

// For each token, whether it heads a clause: a verb, the head of a copula, a root, the head of a subordinate clause.
std::vector<bool> predicates(const Reading& reading);

// The index of the sentence that holds a token. REQUIRES: token lies in the reading.
int sentence_of(const Reading& reading, TokenIndex token);

// The tree upside down: children(token) in text order. Built once a document by those who walk trees.
class Children {
 public:
  explicit Children(const Reading& reading);
  struct View {
    const TokenIndex* first;
    const TokenIndex* last;
    const TokenIndex* begin() const { return first; }
    const TokenIndex* end() const { return last; }
    bool empty() const { return first == last; }
  };
  View of(TokenIndex token) const;

 private:
  std::vector<TokenIndex> children_;
  std::vector<uint32_t> first_;  // children of t: children_[first_[t] .. first_[t+1])
};

// The contiguous span of tokens under a head (leftmost to rightmost descendant, punctuation at the edges left out).
TokenRange subtree_range(const Reading& reading, const Children& children, TokenIndex head);
ByteSpan span_of(const Reading& reading, TokenRange tokens);

}  // namespace annalist
