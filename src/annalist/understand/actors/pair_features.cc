#include "annalist/understand/actors/pair_features.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/feature_hash.h"

namespace annalist {
namespace {

constexpr PhraseIndex kNearest = 40;  // phrases before an anaphor that are always candidates
constexpr size_t kByWord = 8;         // and for each of its words that many more

template <class Enum>
constexpr int number(Enum value) {
  return static_cast<int>(value);
}
constexpr int kTypes = number(PhraseType::kCount);
constexpr int kGroups = number(PhraseGroup::kCount);
constexpr int kRoles = number(PhraseRole::kCount);
constexpr int kArticles = number(Article::kCount);
constexpr int kEntities = 6;
constexpr int kGenders = 3;
constexpr int kNumbers = number(PhraseNumber::kCount);
constexpr int kAnimacies = number(Animacy::kCount);
constexpr int kSteps = 10;  // values of `step`
constexpr int kPaths = 2048;
constexpr int kClauseKinds = 12;      // what heads of clauses hang by
constexpr int kClauseStandings = 12;  // values of `standing_in_clauses`

// How many values each template has.
constexpr std::array<int, kPhraseTemplates> kPhraseValues = {
    kTypes * kRoles,                // 0 type and role
    kEntities* kNumbers* kGenders,  // 1
    8 * kGroups,                    // 2 length
    2048,                           // 3 head
    512,                            // 4 first word
    1024,                           // 5 governor
    512,                            // 6 word before
    512,                            // 7 word after
    4 * kGroups,                    // 8 same words before
    4 * kArticles * 2,              // 9 same head before, with article and whether a name
    4 * kGroups,                    // 10 same head after
    2 * kGroups,                    // 11 in a quotation
    kSteps* kGroups,                // 12 sentence
    16 * kGroups,                   // 13 complements
    kClauseKinds* kGroups,          // 14 clause that it stands in
    kSteps* kGroups,                // 15 sentences since the same head
};
constexpr std::array<int, kPairTemplates> kPairValues = {
    kTypes * kTypes,                             // 0
    kGroups* kSteps,                             // 1 sentences between
    kGroups* kSteps,                             // 2 phrases between
    kGroups* kGroups * 2,                        // 3 same words
    kGroups* kGroups * 2,                        // 4 same head
    8 * 3,                                       // 5 names in common
    6 * kGroups,                                 // 6 modifiers
    kNumbers* kNumbers* kGroups,                 // 7
    kGenders* kGenders* kAnimacies* kAnimacies,  // 8
    kEntities* kEntities,                        // 9
    kRoles* kRoles * 3,                          // 10 roles, near or far
    5 * kGroups,                                 // 11 nesting
    8 * kGroups,                                 // 12 syntax
    5 * kGroups* kGroups,                        // 13 quotations
    7,                                           // 14 speech
    7 * kGroups,                                 // 15 rank among those that agree
    3 * kGroups,                                 // 16 governors
    4 * kGroups,                                 // 17 blocks between
    5 * kGroups,                                 // 18 how often the candidate's head came before
    4 * kGroups,                                 // 19 candidate first in its sentence
    4 * kGroups,                                 // 20 candidate in the first sentences
    kArticles* kArticles * 2,                    // 21 articles, same head
    kSteps* kGroups,                             // 22 tokens between
    kSteps * 4,                                  // 23 the same pronoun, sentences between
    2 * 1024 + 1,                                // 24 he or she, given name
    1024,                                        // 25 heads of a nominal and its candidate
    kPaths,                                      // 26 of a third person, path of relations in one sentence
    4 * kRoles* kGroups,                         // 27 nearer subjects that agree, role
    7 * 2 * kGroups,                             // 28 mentions so far
    2 * 2 * 4 * 4 * 3,                           // 29 main clauses, roles, sentences between
    kClauseStandings * 4 * kGroups,              // 30 part in the clauses around the anaphor, its role
    kClauseStandings * 4 * kClauseKinds + 1,     // 31 the same of a third person, its clause
};

template <size_t N>
constexpr std::array<int, N + 1> offsets_of(const std::array<int, N>& values) {
  std::array<int, N + 1> offsets{};
  for (size_t i = 0; i < N; ++i) offsets[i + 1] = offsets[i] + values[i];
  return offsets;
}
constexpr auto kPhraseOffsets = offsets_of(kPhraseValues);
constexpr auto kPairOffsets = offsets_of(kPairValues);
static_assert(kPhraseOffsets.back() < 65536 && kPairOffsets.back() < 65536);

int hashed(std::string_view text, int values) { return static_cast<int>(feature_hash(text) % static_cast<uint32_t>(values)); }

// 0, 1, 2, 3, 4, 5-6, 7-10, 11-20, 21-40, more.
int step(int distance) {
  constexpr std::array<int, 9> kLast = {0, 1, 2, 3, 4, 6, 10, 20, 40};
  return static_cast<int>(std::ranges::lower_bound(kLast, std::max(0, distance)) - kLast.begin());
}
static_assert(kSteps == 10);

int at_most(int value, int most) { return std::clamp(value, 0, most); }

bool is_third_pronoun(const Phrase& phrase) {
  return phrase.group == PhraseGroup::kPerson || phrase.group == PhraseGroup::kIt || phrase.group == PhraseGroup::kThey;
}
bool is_pronoun(const Phrase& phrase) { return phrase.type <= PhraseType::kOtherPronoun; }
bool is_nominal(const Phrase& phrase) { return phrase.group == PhraseGroup::kGiven || phrase.group == PhraseGroup::kOther; }

// 0 subject, 1 object or oblique, 2 possessor, 3 another.
int coarse_role(const Phrase& phrase) {
  if (is_subject(phrase)) return 0;
  if (phrase.role == PhraseRole::kObject || phrase.role == PhraseRole::kOblique) return 1;
  return phrase.role == PhraseRole::kPossessor ? 2 : 3;
}

std::string initials(const std::vector<std::string>& name) {
  std::string letters;
  for (const std::string& word : name) {
    if (word == "of" || word == "and" || word == "for" || word == "de" || word.empty()) continue;
    letters += word.front();
  }
  return letters;
}

bool shares_one(const std::vector<int>& a, const std::vector<int>& b) {
  return std::ranges::any_of(a, [&](int word) { return std::ranges::find(b, word) != b.end(); });
}

}  // namespace

size_t phrase_feature_count() { return static_cast<size_t>(kPhraseOffsets.back()); }
size_t pair_feature_count() { return static_cast<size_t>(kPairOffsets.back()); }

PairFeatures::PairFeatures(const Reading& reading, const Children& children, const Phrases& phrases)
    : reading_(reading), children_(children), phrases_(phrases), clauses_(reading, children) {
  index_words();
  make_rows();
}

int PairFeatures::number_of(const std::string& word) {
  const auto [found, fresh] = numbers_.try_emplace(word, static_cast<int>(by_word_.size()));
  if (fresh) by_word_.emplace_back();
  return found->second;
}

void PairFeatures::index_words() {
  words_.resize(phrases_.phrases.size());
  for (size_t i = 0; i < words_.size(); ++i) {
    const Phrase& phrase = phrases_.phrases[i];
    Words& words = words_[i];
    words.lemma = number_of(phrase.lemma);
    words.key = number_of("=" + phrase.key);
    if (!phrase.first_name.empty()) words.first_name = number_of(phrase.first_name);
    for (const std::string& word : phrase.name) words.name.push_back(number_of(word));
    for (const std::string& word : phrase.modifiers) words.modifiers.push_back(number_of(word));
    std::ranges::sort(words.modifiers);
    words.lookups = words.name;
    words.lookups.push_back(words.lemma);
    if (phrase.name.size() > 1) words.lookups.push_back(number_of(initials(phrase.name)));
    std::ranges::sort(words.lookups);
    words.lookups.erase(std::unique(words.lookups.begin(), words.lookups.end()), words.lookups.end());
    for (const int word : words.lookups) by_word_[static_cast<size_t>(word)].push_back(static_cast<PhraseIndex>(i));
    const std::string& form = token(phrase.head).form;
    words.acronym = phrase.name.size() == 1 && form.size() > 1 && std::ranges::all_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (phrase.quotation != kNone) {
      const TokenIndex speaker = phrases_.quotations[static_cast<size_t>(phrase.quotation)].speaker;
      const PhraseIndex heads = speaker == kNoToken ? kNone : phrases_.by_head[static_cast<size_t>(speaker)];
      if (heads != kNone) words.speaker_lemma = number_of(phrases_.phrases[static_cast<size_t>(heads)].lemma);
    }
  }
}

void PairFeatures::make_rows() {
  rows_.resize(words_.size() * kPhraseTemplates);
  earlier_lemmas_.resize(words_.size());
  std::vector<int> keys(by_word_.size(), 0), lemmas(by_word_.size(), 0), total(by_word_.size(), 0), last(by_word_.size(), -1);
  for (const Words& words : words_) ++total[static_cast<size_t>(words.lemma)];
  const auto form = [&](TokenIndex index) {
    return index < 0 || index >= static_cast<TokenIndex>(reading_.tokens.size()) ? std::string("|") : to_lower(token(index).form);
  };
  for (size_t i = 0; i < words_.size(); ++i) {
    const Phrase& phrase = phrases_.phrases[i];
    const auto lemma = static_cast<size_t>(words_[i].lemma);
    const auto key = static_cast<size_t>(words_[i].key);
    const int group = number(phrase.group);
    FeatureId* row = &rows_[i * kPhraseTemplates];
    const auto put = [&](size_t which, int value) {
      assert(value >= 0 && value < kPhraseValues[which]);
      row[which] = static_cast<FeatureId>(kPhraseOffsets[which] + value);
    };
    put(0, number(phrase.type) * kRoles + number(phrase.role));
    put(1, (phrase.entity * kNumbers + number(phrase.number)) * kGenders + number(phrase.gender));
    put(2, at_most(phrase.tokens.size() - 1, 7) * kGroups + group);
    put(3, hashed(phrase.lemma, 2048));
    put(4, hashed(form(phrase.tokens.begin), 512));
    put(5, phrase.governor == kNoToken ? 0 : hashed(token(phrase.governor).lemma, 1024));
    put(6, hashed(form(phrase.tokens.begin - 1), 512));
    put(7, hashed(form(phrase.tokens.end), 512));
    put(8, at_most(keys[key], 3) * kGroups + group);
    put(9, (at_most(lemmas[lemma], 3) * kArticles + number(phrase.article)) * 2 + (phrase.group == PhraseGroup::kName ? 1 : 0));
    put(10, at_most(total[lemma] - lemmas[lemma] - 1, 3) * kGroups + group);
    put(11, (phrase.quotation == kNone ? 0 : 1) * kGroups + group);
    put(12, step(phrase.sentence) * kGroups + group);
    int complements = 0;
    for (TokenIndex child : children_.of(phrase.head)) {
      const std::string_view relation = base_relation(token(child).deprel);
      if (relation == "acl") complements |= 1;
      if (relation == "nmod" && child > phrase.head) complements |= 2;
      if (relation == "appos") complements |= 4;
      if (relation == "cop" || relation == "nsubj") complements |= 8;
    }
    put(13, complements * kGroups + group);
    put(14, clause_kind(phrase.governor) * kGroups + group);
    put(15, (last[lemma] < 0 ? kSteps - 1 : std::min(kSteps - 2, step(phrase.sentence - last[lemma]))) * kGroups + group);
    earlier_lemmas_[i] = lemmas[lemma];
    ++keys[key];
    ++lemmas[lemma];
    last[lemma] = phrase.sentence;
  }
}

// What the head of a clause hangs by: 0 there is none, 11 something else.
int PairFeatures::clause_kind(TokenIndex head) const {
  constexpr std::array<std::string_view, kClauseKinds - 2> kClauses = {"root",  "conj",  "acl",       "advcl", "ccomp",
                                                                       "xcomp", "csubj", "parataxis", "nsubj", "obl"};
  if (head == kNoToken) return 0;
  return 1 + static_cast<int>(std::ranges::find(kClauses, base_relation(token(head).deprel)) - kClauses.begin());
}

void PairFeatures::candidates_of(PhraseIndex anaphor, Candidates& out) const {
  out.phrases.clear();
  const PhraseIndex first = std::max(0, anaphor - kNearest);
  for (PhraseIndex i = anaphor - 1; i >= first; --i) out.phrases.push_back(i);
  for (const int word : words(anaphor).lookups) {
    const std::vector<PhraseIndex>& found = by_word_[static_cast<size_t>(word)];
    auto before = std::ranges::lower_bound(found, first);
    for (size_t taken = 0; taken < kByWord && before != found.begin(); ++taken) out.phrases.push_back(*--before);
  }
  std::ranges::sort(out.phrases, std::greater<>());
  out.phrases.erase(std::unique(out.phrases.begin(), out.phrases.end()), out.phrases.end());
  out.rows.resize(out.phrases.size() * kPairTemplates);
  int most = 0;
  for (const PhraseIndex candidate : out.phrases) {
    if (agree(anaphor, candidate)) most = std::max(most, mentions_before(anaphor, candidate));
  }
  Standing standing;
  for (size_t i = 0; i < out.phrases.size(); ++i) {
    const PhraseIndex candidate = out.phrases[i];
    standing.mentions = mentions_before(anaphor, candidate);
    standing.prominent = standing.mentions >= most;
    of_pair(anaphor, candidate, standing, &out.rows[i * kPairTemplates]);
    if (!agree(anaphor, candidate)) continue;
    ++standing.rank;
    standing.subjects += is_subject(phrase(candidate)) ? 1 : 0;
  }
}

int PairFeatures::mentions_before(PhraseIndex anaphor, PhraseIndex candidate) const {
  const std::vector<PhraseIndex>& found = by_word_[static_cast<size_t>(words(candidate).lemma)];
  return static_cast<int>(std::ranges::lower_bound(found, anaphor) - found.begin());
}

bool PairFeatures::agree(PhraseIndex anaphor, PhraseIndex candidate) const {
  const Phrase& a = phrase(anaphor);
  const Phrase& c = phrase(candidate);
  if (a.number != c.number && a.number != PhraseNumber::kUnknown && c.number != PhraseNumber::kUnknown) return false;
  if (a.gender != c.gender && a.gender != Gender::kUnknown && c.gender != Gender::kUnknown) return false;
  if (a.animacy == c.animacy || a.animacy == Animacy::kUnknown || c.animacy == Animacy::kUnknown) return true;
  return a.animacy != Animacy::kPerson && c.animacy != Animacy::kPerson;
}

// 0 no two names, 1 nothing, 2 all, 3 the last word, 4 the first word, 5 another word, 6 an acronym, 7 a first name and another surname.
int PairFeatures::name_overlap(const Words& anaphor, const Words& candidate) const {
  if (anaphor.name.empty() || candidate.name.empty()) return 0;
  if (anaphor.key == candidate.key) return 2;
  if (anaphor.name.back() == candidate.name.back()) {
    const bool clash = anaphor.name.size() > 1 && candidate.name.size() > 1 && anaphor.name.front() != candidate.name.front();
    return clash ? 7 : 3;
  }
  if (anaphor.name.front() == candidate.name.front()) return 4;
  if (shares_one(anaphor.name, candidate.name)) return 5;
  if ((anaphor.acronym || candidate.acronym) && shares_one(anaphor.lookups, candidate.lookups)) return 6;
  return 1;
}

// 0 nothing; the speaker of the anaphor's quotation is the candidate: 1 for "I", 2 for another; both are in quotations 3 of one speaker,
// 4 of two; 5 the candidate is in a quotation whose speaker is the anaphor's, outside; 6 the candidate alone is in one.
int PairFeatures::speech(PhraseIndex anaphor, PhraseIndex candidate) const {
  const Phrase& a = phrase(anaphor);
  const Phrase& c = phrase(candidate);
  if (a.quotation == kNone && c.quotation == kNone) return 0;
  const int mine = words(anaphor).speaker_lemma;
  const int theirs = words(candidate).speaker_lemma;
  if (a.quotation != kNone && c.quotation == kNone) {
    if (mine < 0 || mine != words(candidate).lemma) return 0;
    return a.type == PhraseType::kFirstSingular ? 1 : 2;
  }
  if (a.quotation == kNone) return theirs >= 0 && theirs == words(anaphor).lemma ? 5 : 6;
  return mine == theirs ? 3 : 4;
}

void PairFeatures::of_pair(PhraseIndex anaphor, PhraseIndex candidate, const Standing& standing, FeatureId* row) const {
  const Phrase& a = phrase(anaphor);
  const Phrase& c = phrase(candidate);
  const Words& mine = words(anaphor);
  const Words& theirs = words(candidate);
  const int group = number(a.group);
  const int other = number(c.group);
  const int sentences = a.sentence - c.sentence;
  const auto put = [&](size_t which, int value) {
    assert(value >= 0 && value < kPairValues[which]);
    row[which] = static_cast<FeatureId>(kPairOffsets[which] + value);
  };
  const bool same_head = mine.lemma == theirs.lemma;
  const bool agrees = agree(anaphor, candidate);
  put(0, number(a.type) * kTypes + number(c.type));
  put(1, group * kSteps + step(sentences));
  put(2, group * kSteps + step(anaphor - candidate - 1));
  put(3, (group * kGroups + other) * 2 + (mine.key == theirs.key ? 1 : 0));
  put(4, (group * kGroups + other) * 2 + (same_head ? 1 : 0));
  const int kinds = a.entity == 0 || c.entity == 0 ? 0 : a.entity == c.entity ? 1 : 2;
  put(5, name_overlap(mine, theirs) * 3 + kinds);
  int modifiers = 0;
  if (same_head && is_nominal(a) && is_nominal(c)) {
    const bool within = std::ranges::includes(theirs.modifiers, mine.modifiers);
    const bool around = std::ranges::includes(mine.modifiers, theirs.modifiers);
    modifiers = within && around ? 1 : within ? 2 : around ? 3 : shares_one(mine.modifiers, theirs.modifiers) ? 4 : 5;
  }
  put(6, modifiers * kGroups + group);
  put(7, (number(a.number) * kNumbers + number(c.number)) * kGroups + group);
  put(8, ((number(a.gender) * kGenders + number(c.gender)) * kAnimacies + number(a.animacy)) * kAnimacies + number(c.animacy));
  put(9, a.entity * kEntities + c.entity);
  put(10, (number(a.role) * kRoles + number(c.role)) * 3 + at_most(sentences, 2));
  put(11, nesting(a, c) * kGroups + group);
  put(12, syntax(a, c) * kGroups + group);
  const int quotes = a.quotation == kNone ? (c.quotation == kNone ? 0 : 1) : c.quotation == kNone ? 2 : a.quotation == c.quotation ? 3 : 4;
  put(13, (quotes * kGroups + group) * kGroups + other);
  put(14, speech(anaphor, candidate));
  const int rank = standing.rank;
  put(15, (agrees ? 1 + (rank < 4 ? rank : rank < 8 ? 4 : 5) : 0) * kGroups + group);
  int governors = 0;
  if (a.governor != kNoToken && c.governor != kNoToken && a.governor != c.governor && token(a.governor).lemma == token(c.governor).lemma) {
    governors = a.role == c.role ? 2 : 1;
  }
  put(16, governors * kGroups + group);
  const auto block = [&](const Phrase& one) { return static_cast<int>(reading_.sentences[static_cast<size_t>(one.sentence)].block); };
  put(17, at_most(block(a) - block(c), 3) * kGroups + group);
  put(18, at_most(earlier_lemmas_[static_cast<size_t>(candidate)], 4) * kGroups + group);
  const bool first = c.tokens.begin == reading_.sentences[static_cast<size_t>(c.sentence)].tokens.begin;
  put(19, ((first ? 2 : 0) + (sentences == 0 ? 1 : 0)) * kGroups + group);
  put(20, at_most(c.sentence, 3) * kGroups + group);
  put(21, (number(a.article) * kArticles + number(c.article)) * 2 + (same_head ? 1 : 0));
  put(22, step((a.head - c.head) / 2) * kGroups + group);
  put(23, is_pronoun(a) && same_head ? step(sentences) * 4 + 1 +
                                           (is_third_pronoun(a)                    ? 1
                                            : a.type == PhraseType::kFirstSingular ? 2
                                                                                   : 0)
                                     : 0);
  int named = 0;
  if (a.group == PhraseGroup::kPerson && !c.first_name.empty()) {
    named = 1 + (a.type == PhraseType::kHe ? 0 : 1024) + hashed(c.first_name, 1024);
  }
  put(24, named);
  const bool heads = !same_head && is_nominal(a) && (is_nominal(c) || c.group == PhraseGroup::kName);
  put(25, heads ? 1 + static_cast<int>(feature_hash(c.lemma, feature_hash(a.lemma)) % 1023) : 0);
  const bool person = is_third_pronoun(a);
  put(26, person && sentences == 0 ? 1 + static_cast<int>(path(a, c) % (kPaths - 1)) : 0);
  put(27, (at_most(standing.subjects, 3) * kRoles + number(c.role)) * kGroups + group);
  put(28, (at_most(standing.mentions, 6) * 2 + (agrees && standing.prominent ? 1 : 0)) * kGroups + group);
  const int clauses = (in_main_clause(a) ? 2 : 0) + (in_main_clause(c) ? 1 : 0);
  const int part = standing_in_clauses(a, c) * 4 + coarse_role(a);
  put(30, part * kGroups + group);
  put(31, person ? 1 + part * kClauseKinds + clause_kind(clauses_.around(a.head)) : 0);
  put(29, ((clauses * 4 + coarse_role(a)) * 4 + coarse_role(c)) * 3 + at_most(sentences, 2));
}

}  // namespace annalist
