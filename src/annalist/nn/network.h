// Network: scores for sentences of word pieces. Two of them take the same weights and give the same
// decisions: ReferenceNetwork (fp32, plain loops, the oracle of the tests) and FastNetwork (int8, what the
// program runs).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace annalist {

// One sentence as the network takes it: [CLS], the pieces of its tokens, [SEP]. REQUIRES: size <= max_pieces.
struct PieceSentence {
  std::vector<int32_t> pieces;
  std::vector<uint8_t> cases;  // the case class of the token that each piece belongs to
  std::vector<int32_t> first;  // for each token the index of its first piece
};

// Scores (logits) of one sentence of n tokens, row-major.
struct SentenceScores {
  int tokens = 0;
  std::vector<float> upos, feats, lemma, ner;  // [n, classes]
  std::vector<float> arcs;                     // [n, 1 + n]: token i's head is the root (column 0) or token j (column 1 + j)
  std::vector<float> label_dep, label_head;    // [n, label_dim], [1 + n, label_dim]: what label() needs
  std::vector<float> vectors;                  // [n, hidden]: the encoder's last layer at each token's first piece
  std::vector<float> facts;                    // [n], or empty without that head: -3 did not happen .. 3 happened, for predicates
};

class Network {
 public:
  virtual ~Network() = default;
  // Scores for each sentence, in order. A sentence's scores do not depend on the others. Thread safe.
  virtual std::vector<SentenceScores> score(std::span<const PieceSentence> sentences) const = 0;
  // For each sentence, scores [n, deprels] of the labels of chosen arcs: heads[s][i] is a column of sentence
  // s's arcs.
  virtual std::vector<std::vector<float>> label(std::span<const SentenceScores> sentences,
                                                std::span<const std::vector<int32_t>> heads) const = 0;
};

}  // namespace annalist
