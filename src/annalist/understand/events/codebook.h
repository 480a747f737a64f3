// Codebook: event types and the patterns that find them, read from *.codebook text files (docs/codebook.md gives the format). Compiled
// once into an index by trigger lemma, so that a thousand patterns cost a sentence what ten do. Constant after open().
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "annalist/base/result.h"

namespace annalist {

// Where something stands in a codebook file.
struct CodebookPlace {
  int file = 0;    // index into Codebook::files()
  int line = 0;    // from 1
  int column = 0;  // from 1
  friend bool operator==(const CodebookPlace&, const CodebookPlace&) = default;
};

// A relation of the trigger, in terms that hold for verbs, nouns and adjectives alike: passives are turned to actives and nominal
// frames mapped to clausal ones before a pattern sees them (frame.h).
enum class TermKind : uint8_t {
  kSubject,
  kObject,
  kIndirect,
  kPreposition,
  kPossessive,
  kModifier,
  kComplement,
  kComplementSubject,
  kPlace,
  kSpeaker,
  kPurpose
};
struct Term {
  TermKind kind = TermKind::kSubject;
  std::string preposition;  // of kPreposition: "with", "to" ...
  friend bool operator==(const Term&, const Term&) = default;
};

// What a condition asks of the words in a relation.
enum class FillerKind : uint8_t {
  kClass,  // its head or a modifier of it is in a lemma class
  kLemma,  // ... or is this lemma
  kType,   // it is an event of this type
  kCooperation,
  kConflict,  // it is an event of quad class 1-2, or 3-4
  kEvent,     // it is an event of any type
  kMoney,
  kPeople,
  kActor,
  kState,
  kPerson,
  kOrganization,
  kGroup,
  kArmed,
  kPlace,
  kInfinitive,  // it is a clause with "to"
  kPresent,     // it is there
  kAbsent       // it is not there
};
struct Filler {
  FillerKind kind = FillerKind::kPresent;
  std::string name;  // the class, lemma or type
  int index = -1;    // of the class or type
  friend bool operator==(const Filler&, const Filler&) = default;
};

// "when object is @aid, money", "when from, out of is @agreement" or, negated, "unless object is @sport".
struct Condition {
  bool negated = false;
  std::vector<Term> terms;      // what stands in any of them
  std::vector<Filler> fillers;  // any of them
  CodebookPlace at;
};

enum class TriggerKind : uint8_t { kVerb, kNoun, kAdjective };
struct Trigger {
  TriggerKind kind = TriggerKind::kVerb;
  std::string head;                 // the lemma it is found by
  std::vector<std::string> others;  // further lemmas that must hang on it: "out" of "carry out", "hunger" of "hunger strike"
  friend bool operator==(const Trigger&, const Trigger&) = default;
};

// A sentence with what must come of it, or a sentence on which the pattern must keep silent.
struct CodebookExample {
  std::string sentence;
  bool must_fire = true;
  std::vector<std::string> actors;
  std::vector<std::string> recipients;
  std::string type;    // empty: the pattern's own
  std::string status;  // empty: not checked
  CodebookPlace at;
};

// What an act of a type becomes when its doer only announces it, or refuses it: "announced AGREE 033".
struct Retyping {
  std::string type;  // empty: it keeps its type
  std::string cameo;
  int index = -1;
};

struct EventType {
  std::string name;
  int quad = 0;  // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  std::string cameo;
  std::string gloss;
  std::vector<std::string> modes;
  Retyping announced;
  Retyping refused;
  CodebookPlace at;
};

struct LemmaClass {
  std::string name;
  std::vector<std::string> members;        // lemmas, "@class" names as written
  std::unordered_set<std::string> lemmas;  // all, nested classes flattened; multiwords joined by a space
  CodebookPlace at;
};

struct Pattern {
  std::string name;
  int type = -1;
  std::string cameo;
  std::string mode;
  CodebookPlace mode_at;
  std::vector<std::string> contexts;
  std::vector<Trigger> triggers;
  std::vector<Term> actor;      // alternatives, in order
  std::vector<Term> recipient;  // alternatives, in order
  std::vector<Condition> conditions;
  bool mutual = false;     // both sides do it: coded once, with both as actors
  bool is_public = false;  // an act of public life by itself: no political actor is asked for ("a bombing killed 12 people")
  bool needs_actor = false;
  bool needs_recipient = false;
  Retyping announced;  // overrides the type's
  Retyping refused;
  std::vector<CodebookExample> examples;
  CodebookPlace at;
};

// A pattern under one of its triggers.
struct TriggerEntry {
  int pattern = 0;
  int trigger = 0;
};

class Codebook {
 public:
  // Reads files, and folders' *.codebook files in the order of their names; of files with the same text one. The first fault is the error,
  // with file, line and column.
  static Result<Codebook> open(const std::vector<std::string>& paths);
  // The same with all faults; the codebook is then whole only when there is none.
  static Codebook open(const std::vector<std::string>& paths, std::vector<Error>& faults);
  // The same from texts; names stand for paths in faults. All faults are added to `faults`; what was sound is in the codebook.
  struct Text {
    std::string name;
    std::string text;
  };
  static Codebook parse(const std::vector<Text>& texts, std::vector<Error>& faults);

  const std::vector<std::string>& files() const { return files_; }
  const std::vector<EventType>& types() const { return types_; }
  const std::vector<Pattern>& patterns() const { return patterns_; }
  const std::vector<LemmaClass>& classes() const { return classes_; }

  // The patterns that a lemma can set off; empty when none.
  const std::vector<TriggerEntry>& by_lemma(TriggerKind kind, const std::string& lemma) const;
  // The index of a class or type, or -1.
  int class_index(std::string_view name) const;
  int type_index(std::string_view name) const;
  // Whether a lemma is in the class. False for class -1.
  bool in_class(int lemma_class, const std::string& lemma) const;
  // The codebook's own lemma for a word: the reader's where the codebook uses it, else the lemma whose inflected form the word is, else the
  // reader's. Both in lower case.
  // For a verb, verb triggers come first ("shot" is "shoot" though a class may hold the noun).
  const std::string& known_lemma(const std::string& lemma, const std::string& form, bool verb) const;
  std::string where(CodebookPlace at) const;  // "file:line:column"

 private:
  friend class CodebookBuilder;
  std::vector<std::string> files_;
  std::vector<EventType> types_;
  std::vector<LemmaClass> classes_;
  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, std::vector<TriggerEntry>> index_[3];
  std::unordered_set<std::string> vocabulary_;               // every lemma that triggers and classes use
  std::unordered_map<std::string, std::string> forms_;       // inflected form -> lemma of the vocabulary
  std::unordered_map<std::string, std::string> verb_forms_;  // the same of verb triggers alone
};

}  // namespace annalist
