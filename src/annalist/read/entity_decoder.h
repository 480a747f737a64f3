// Named entities from scores of BIO labels (Ramshaw and Marcus 1995): the best sequence in which I-x follows
// only B-x or I-x, by Viterbi. Persons, organizations and places are sought first, against everything else taken together:
// most training texts do not mark groups and other names, so what is none of the three has its probability spread over several
// labels. What is left is then a group, another name, or nothing. Two names of one kind that touch cost something, as they hardly
// ever do.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/read/reading.h"

namespace annalist {

// An entity and how sure the network is of its kind at its first word.
struct ScoredEntity {
  TokenRange tokens;  // counted from 0
  EntityKind kind = EntityKind::kOther;
  float probability = 0;
  friend bool operator==(const ScoredEntity&, const ScoredEntity&) = default;
};

class EntityDecoder {
 public:
  // Labels "O", "B-person", "I-person", ... in the order of the scores' columns. Errors: kBadConfiguration at
  // an unknown label.
  static Result<EntityDecoder> make(const std::vector<std::string>& labels);

  // scores: [tokens, labels].
  std::vector<ScoredEntity> decode(std::span<const float> scores, int tokens) const;

 private:
  struct Label {
    bool is_entity = false;
    bool is_begin = false;
    EntityKind kind = EntityKind::kOther;
    bool is_main() const { return is_entity && kind != EntityKind::kGroup && kind != EntityKind::kOther; }
  };
  std::vector<size_t> best_labels(std::span<const float> scores, size_t tokens) const;
  float step(size_t label, size_t before) const;
  std::vector<Label> labels_;
  std::vector<float> steps_;  // [label, before]: what it costs to go from one to the other, or kNever
};

}  // namespace annalist
