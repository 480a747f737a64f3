// The heads in 8-bit integers: tags, arcs and labels from the encoder's rows.
#pragma once

#include <span>
#include <vector>

#include "annalist/nn/fast_encoder.h"
#include "annalist/nn/network.h"
#include "annalist/nn/network_weights.h"

namespace annalist {

// Memory of one thread.
struct HeadsScratch {
  QuantizedWindow deps;
  std::vector<float> tags, mixed, heads, labels;
  std::vector<const float*> label_heads;
};

class FastHeads {
 public:
  FastHeads(const NetworkWeights& weights, const Kernels& kernels);

  // encoded: rows as FastEncoder::encode leaves them for these sentences. Fills out[s] for each sentence.
  void score(std::span<const PieceSentence> sentences, const QuantizedWindow& encoded, size_t rows, HeadsScratch& scratch,
             SentenceScores* out) const;

  // As Network::label.
  std::vector<std::vector<float>> label(std::span<const SentenceScores> sentences, std::span<const std::vector<int32_t>> heads,
                                        HeadsScratch& scratch) const;

 private:
  void split_tags(float* row, bool is_root, size_t r, HeadsScratch& scratch, SentenceScores& scores) const;
  void score_arcs(std::span<const PieceSentence> sentences, size_t rows, HeadsScratch& scratch, SentenceScores* out) const;

  const Kernels* kernels_;
  size_t hidden_, arc_width_, label_width_, deprels_;
  size_t upos_, feats_, lemma_, ner_, fact_width_;
  Int8Linear tags_;  // arc dep, arc head, label dep, label head, upos, feats, lemma, ner, fact hidden side by side
  Int8Linear arcs_;  // dep U + bias
  // [dep;1] U[r] [head;1] falls apart into head . (dep A[r] + h[r]) + dep . d[r] + c[r]. A and h make one
  // linear layer with an output for each r and each place of head; d and c are small and stay floats.
  Int8Linear labels_;
  std::vector<float> label_dep_, label_constant_;  // d: [deprels, width], c: [deprels]
  std::vector<float> fact_out_;                    // [fact width]
  float fact_bias_ = 0;
};

}  // namespace annalist
