// What the finders of attributions share: the document's layers with look-ups into its trees, and Attribution, a statement in the making.
// Lives for one call of find_statements; the references must outlive it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/actors/argument.h"
#include "annalist/understand/statements/cue_lexicon.h"
#include "annalist/understand/statements/quoted.h"
#include "annalist/understand/statements/statement.h"
#include "annalist/understand/times/timex.h"

namespace annalist {

struct AttributionContext {
  AttributionContext(const Document& document_, const Reading& reading_, const Actors& actors_, const std::vector<Timex>& times_);

  const Document& document;
  const Reading& reading;
  const Actors& actors;
  const std::vector<Timex>& times;
  Children children;
  Arguments arguments;
  std::vector<QuotedStretch> quoted;

  const Token& token(TokenIndex t) const { return reading.tokens[static_cast<size_t>(t)]; }
  TokenIndex head(TokenIndex t) const { return token(t).head; }
  std::string_view relation(TokenIndex t) const { return base_relation(token(t).deprel); }
  // The token's lemma in lower case, with a verb's particle: "point out".
  std::string lemma(TokenIndex t) const;
  int sentence(TokenIndex t) const { return sentence_of_[static_cast<size_t>(t)]; }
  TokenRange sentence_tokens(TokenIndex t) const { return reading.sentences[static_cast<size_t>(sentence(t))].tokens; }
  // The cue that a verb is, by lemma (with and without its particle), else by form; nullptr for none.
  const Cue* verb_cue(TokenIndex verb) const;
  // Index of the quoted stretch that holds a token, or -1.
  int quote_of(TokenIndex t) const { return quote_of_[static_cast<size_t>(t)]; }
  // The first child with this base relation, or kNoToken.
  TokenIndex child(TokenIndex parent, std::string_view relation) const;
  // The lemma of a nominal's preposition or a clause's marker; empty when none.
  std::string marker(TokenIndex t) const;
  bool is_passive(TokenIndex verb) const;
  bool is_negated(TokenIndex t) const;

 private:
  std::vector<int> sentence_of_;
  std::vector<int> quote_of_;
};

// A statement in the making, by tokens.
struct Attribution {
  const Cue* cue = nullptr;  // nullptr for phrases: "according to"
  TokenIndex cue_token = kNoToken;
  ByteSpan cue_words;
  TokenIndex top = kNoToken;        // the head of what attributes, its source and circumstances: the verb, or the phrase's noun
  std::vector<TokenIndex> sources;  // heads of the noun phrases that name who speaks; empty for nobody named
  std::vector<TokenRange> content;  // empty while a quotation is still to be found
  int quoting = -1;                 // for "citing": the attribution whose content this one shares
  std::vector<int> quotes;          // stretches that are its content
  bool stance = false;              // its content is judged and not told (statement.h)
};

// Tokens of one sentence that make up content, and the ranges that they come to.
class TokenSet {
 public:
  TokenSet(const AttributionContext& context, TokenRange sentence)
      : context_(context), first_(sentence.begin), in_(static_cast<size_t>(sentence.size()), false) {}

  void add_subtree(TokenIndex head) { mark_subtree(head, true); }
  void remove_subtree(TokenIndex head) { mark_subtree(head, false); }
  void add(TokenRange range);
  void remove(TokenRange range);
  // Runs of tokens, those joined that only punctuation parts; punctuation at the edges and a leading "that" taken off.
  std::vector<TokenRange> ranges() const;

 private:
  void mark_subtree(TokenIndex head, bool value);
  const AttributionContext& context_;
  TokenIndex first_;
  std::vector<bool> in_;
};

}  // namespace annalist
