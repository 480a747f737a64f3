// Builds a Codebook from lines: reads blocks, then resolves names across files (classes, types), then fills the trigger index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/understand/events/codebook.h"
#include "annalist/understand/events/codebook_lines.h"

namespace annalist {

class CodebookBuilder {
 public:
  CodebookBuilder(Codebook& codebook, std::vector<Error>& faults) : codebook_(codebook), faults_(faults) {}

  // Reads one file's blocks. A `type` stands for the patterns after it in the same file.
  void add(const std::string& name, std::string_view text);
  // After the last file: names, classes, index, and checks that need them all.
  void finish();

 private:
  enum class Block { kNone, kType, kClass, kPattern, kUnknown };

  // codebook_builder.cc: blocks and keys
  void open_block(const CodebookLine& line);
  void type_key(const CodebookLine& line);
  void pattern_key(const CodebookLine& line);
  void class_members(const CodebookWord& value, int line);
  // codebook_values.cc: the values of keys
  void add_triggers(TriggerKind kind, const CodebookLine& line);
  std::vector<Term> terms(const CodebookLine& line);
  void add_condition(const CodebookLine& line, bool negated);
  Retyping retyping(const CodebookLine& line);
  void add_example(const CodebookLine& line, bool must_fire);
  void add_needs(const CodebookLine& line);
  void check_cameo(const CodebookWord& value, int line);
  // codebook_resolve.cc: what needs all files
  void resolve_types();
  void resolve_classes();
  bool flatten(int lemma_class, std::vector<int>& state);
  void resolve_conditions(Pattern& pattern);
  void resolve_retyping(Retyping& retyping, CodebookPlace at);
  void check_pattern(Pattern& pattern);
  void build_index();
  void build_vocabulary();
  void check_duplicates();
  std::vector<Trigger> expanded(const Trigger& trigger, CodebookPlace at);
  std::vector<std::string_view> class_names() const;
  std::vector<std::string_view> type_names() const;

  void fault(int line, int column, std::string message);
  void fault(CodebookPlace at, std::string message);
  CodebookPlace place(int line, int column) const { return {file_, line, column}; }

  Codebook& codebook_;
  std::vector<Error>& faults_;
  int file_ = -1;
  Block block_ = Block::kNone;
  int type_ = -1;  // of the patterns that follow
  int class_ = -1;
  std::vector<std::pair<int, std::string>> pattern_types_;  // patterns whose `type` line waits for all files
};

}  // namespace annalist
