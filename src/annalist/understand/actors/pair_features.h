// The features by which coreference is scored, of phrases and of pairs of them, in the manner of Durrett and Klein (2013): categorical all,
// one value for each template, so that a phrase or a pair is a row of as many feature numbers as there are templates. Both the training
// examples (training/coref) and the running program are made by this code.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "annalist/read/senses.h"
#include "annalist/understand/actors/clauses.h"
#include "annalist/understand/actors/phrase.h"

namespace annalist {

using FeatureId = uint16_t;
inline constexpr uint32_t kPairFeatureVersion = 3;  // to be raised with any change that makes trained weights wrong
inline constexpr size_t kPhraseTemplates = 16;
inline constexpr size_t kPairTemplates = 32;

// How many feature numbers there are: of phrases, and of pairs.
size_t phrase_feature_count();
size_t pair_feature_count();

// An anaphor's candidate antecedents, the nearest first, with a row of kPairTemplates feature numbers each.
struct Candidates {
  std::vector<PhraseIndex> phrases;
  std::vector<FeatureId> rows;
};

inline bool is_subject(const Phrase& phrase) { return phrase.role == PhraseRole::kSubject || phrase.role == PhraseRole::kPassiveSubject; }

class PairFeatures {
 public:
  // All arguments must outlive the object.
  PairFeatures(const Reading& reading, const Children& children, const Phrases& phrases);

  // kPhraseTemplates feature numbers for each phrase.
  const FeatureId* of_phrase(PhraseIndex phrase) const { return &rows_[static_cast<size_t>(phrase) * kPhraseTemplates]; }

  // The senses of its head, kSenseWidth of them; nullptr where the reading has none.
  const int8_t* senses_of(PhraseIndex index) const {
    return reading_.senses.empty() ? nullptr : &reading_.senses[static_cast<size_t>(phrase(index).head) * kSenseWidth];
  }

  // The nearest phrases before the anaphor, and those farther back that share a word of its name or its head; a bounded number. `out` is
  // overwritten; its memory is used again.
  void candidates_of(PhraseIndex anaphor, Candidates& out) const;

  // What is known of a candidate among the others.
  struct Standing {
    int rank = 0;            // agreeing candidates that stand nearer to the anaphor
    int subjects = 0;        // of these, subjects
    int mentions = 0;        // phrases before the anaphor with the candidate's head
    bool prominent = false;  // no agreeing candidate has more of them
  };
  // The row of one pair.
  void of_pair(PhraseIndex anaphor, PhraseIndex candidate, const Standing& standing, FeatureId* row) const;
  // Whether number, gender and animacy do not clash.
  bool agree(PhraseIndex anaphor, PhraseIndex candidate) const;

 private:
  struct Words {  // what of a phrase is compared often, as numbers
    int lemma = 0;
    int key = 0;
    int first_name = -1;
    int speaker_lemma = -1;  // of the one who speaks the quotation that it stands in
    bool acronym = false;
    std::vector<int> name;
    std::vector<int> modifiers;
    std::vector<int> lookups;  // keys of the index by_word_
  };
  void index_words();
  void make_rows();
  int number_of(const std::string& word);
  const Phrase& phrase(PhraseIndex index) const { return phrases_.phrases[static_cast<size_t>(index)]; }
  const Words& words(PhraseIndex index) const { return words_[static_cast<size_t>(index)]; }
  const Token& token(TokenIndex index) const { return reading_.tokens[static_cast<size_t>(index)]; }
  int name_overlap(const Words& anaphor, const Words& candidate) const;
  int nesting(const Phrase& anaphor, const Phrase& candidate) const;
  int syntax(const Phrase& anaphor, const Phrase& candidate) const;
  uint32_t path(const Phrase& anaphor, const Phrase& candidate) const;
  int standing_in_clauses(const Phrase& anaphor, const Phrase& candidate) const;
  int clause_kind(TokenIndex head) const;
  bool in_main_clause(const Phrase& phrase) const;
  int mentions_before(PhraseIndex anaphor, PhraseIndex candidate) const;
  int speech(PhraseIndex anaphor, PhraseIndex candidate) const;

  const Reading& reading_;
  const Children& children_;
  const Phrases& phrases_;
  Clauses clauses_;
  std::vector<Words> words_;
  std::vector<FeatureId> rows_;
  std::vector<int> earlier_lemmas_;  // by phrase: earlier phrases with the same head
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::vector<PhraseIndex>> by_word_;  // by number of a word: the phrases that it can find, in order
};

}  // namespace annalist
