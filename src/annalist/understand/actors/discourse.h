// The discourse model that the passes of this folder work on: every noun phrase that could be referred to, as a draft, and which drafts
// corefer. Private to find_actors.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/ingest/document.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reading.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/actors/agent_nouns.h"
#include "annalist/understand/actors/learned_antecedents.h"

namespace annalist {

using DraftIndex = int32_t;

enum class Determiner : uint8_t { kBare, kDefinite, kDemonstrative, kIndefinite, kPossessive, kQuantity };

// A mention being worked on, or a noun phrase that is none and only competes as an antecedent ("the plan").
struct Draft {
  Mention mention;
  int sentence = 0;
  bool thing = false;      // competes only, is never given out
  bool adjective = false;  // a nationality before a noun: "Iranian officials"
  bool title = false;      // the description before a name: "Iranian Foreign Minister" Zarif
  NounClass noun_class = NounClass::kThing;
  Gender gender = Gender::kUnknown;
  Determiner determiner = Determiner::kBare;
  int person = 3;                   // of a pronoun
  bool reflexive = false;           // "himself"
  bool possessive = false;          // "his"
  std::string lemma;                // the head's, lower case
  std::string sector;               // the head noun's
  int quotation = kNone;            // the quotation that it stands in
  std::vector<DraftIndex> members;  // of "both sides", or a pronoun for several

  KnownIndex known;                         // a name's link
  std::optional<CountryWord> country_word;  // when the name points to a state: how
  std::string country;                      // ISO3, as far as known
  std::string place_id;                     // a place that is no actor
};

// Union-find over drafts. The root is the smallest index, so results do not depend on the order of unions.
class Clusters {
 public:
  void resize(size_t count);
  DraftIndex find(DraftIndex draft) const;
  void unite(DraftIndex a, DraftIndex b);
  bool same(DraftIndex a, DraftIndex b) const { return find(a) == find(b); }

 private:
  mutable std::vector<DraftIndex> parent_;
};

// Who is what to whom, before actors exist.
struct TieDraft {
  DraftIndex who = kNone;
  DraftIndex description = kNone;
  std::string role;
  DraftIndex of = kNone;
  ByteSpan words;
};

struct Quotation {
  TokenRange tokens;  // between the quotation marks
  DraftIndex speaker = kNone;
};

struct Discourse {
  Discourse(const Document& document_in, const Reading& reading_in, const Knowledge& knowledge_in, const CoreferenceModel* model = nullptr);

  const Document& document;
  const Reading& reading;
  const Knowledge& knowledge;
  const Children children;
  std::vector<int> sentence;        // by token
  std::vector<Draft> drafts;        // sorted by words, the wider first
  std::vector<DraftIndex> by_head;  // by token: the draft that it heads, a name before a description; kNone
  std::vector<Quotation> quotations;
  std::vector<TieDraft> ties;
  Clusters clusters;
  std::unique_ptr<LearnedAntecedents> learned;  // none without a coreference model

  const Token& token(TokenIndex index) const { return reading.tokens[static_cast<size_t>(index)]; }
  const Draft& draft(DraftIndex index) const { return drafts[static_cast<size_t>(index)]; }
  Draft& draft(DraftIndex index) { return drafts[static_cast<size_t>(index)]; }
  DraftIndex headed_by(TokenIndex index) const { return index == kNoToken ? kNone : by_head[static_cast<size_t>(index)]; }
  std::string_view words(ByteSpan span) const { return words_of(document.text, span); }
  std::string_view words(const Draft& of) const { return words(of.mention.words); }
  // Sorts the drafts and fills by_head and clusters anew. To be called once all drafts are found.
  void index_drafts();
};

// The lemma in lower case; the form where the reader gives none.
std::string lower_lemma(const Token& token);
bool is_noun(const Token& token);
bool is_plural(const Token& token);
// Whether `up` governs `down`, over any number of steps.
bool dominates(const Reading& reading, TokenIndex up, TokenIndex down);

}  // namespace annalist
