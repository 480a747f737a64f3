// Named entities from scores of BIO labels (Ramshaw and Marcus 1995): the best sequence in which I-x follows
// only B-x or I-x, by Viterbi.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/read/reading.h"

namespace annalist {

class EntityDecoder {
 public:
  // Labels "O", "B-person", "I-person", ... in the order of the scores' columns. Errors: kBadConfiguration at
  // an unknown label.
  static Result<EntityDecoder> make(const std::vector<std::string>& labels);

  // scores: [tokens, labels]. Gives the entities' token ranges counted from 0, without spans of words.
  std::vector<Entity> decode(std::span<const float> scores, int tokens) const;

 private:
  struct Label {
    bool is_entity = false;
    bool is_begin = false;
    EntityKind kind = EntityKind::kOther;
  };
  std::vector<size_t> best_labels(std::span<const float> scores, size_t tokens) const;
  bool may_follow(size_t label, size_t before) const;
  std::vector<Label> labels_;
};

}  // namespace annalist
