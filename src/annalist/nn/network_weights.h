// The network's parameters by their place in it, as views into a weights file: found, and their shapes
// checked, once at the start. A BERT encoder (Devlin et al. 2019, post layer norm) with an embedding for
// letter case, linear heads, biaffine heads for arcs and labels (Dozat and Manning 2017), and a head of one
// hidden layer for factuality (Rudinger et al. 2018). Matrices are row-major [outputs, inputs].
#pragma once

#include <vector>

#include "annalist/base/result.h"
#include "annalist/nn/weights_file.h"

namespace annalist {

// int8 values with a scale a row, or plain floats; the other pointers are null.
struct MatrixView {
  int rows = 0;
  int columns = 0;
  const int8_t* values = nullptr;
  const float* scales = nullptr;
  const float* floats = nullptr;

  float at(int row, int column) const {
    const auto index = static_cast<size_t>(row) * static_cast<size_t>(columns) + static_cast<size_t>(column);
    return floats != nullptr ? floats[index] : static_cast<float>(values[index]) * scales[row];
  }
  // out[i] += at(row, i) for all columns
  void add_row(int row, float* out) const;
};

struct LinearView {
  MatrixView weight;
  const float* bias = nullptr;
};
struct NormView {
  const float* weight = nullptr;
  const float* bias = nullptr;
};
// q, k, v: [inner, hidden], inner being the layer's heads side by side; o: [hidden, inner].
struct LayerView {
  LinearView q, k, v, o, ffn1, ffn2;
  NormView norm1, norm2;
};

struct NetworkWeights {
  NetworkConfig config;
  int upos_classes = 0, feats_classes = 0, lemma_classes = 0, ner_classes = 0, deprel_classes = 0;
  MatrixView word, position, case_class;
  NormView embed_norm;
  std::vector<LayerView> layers;
  LinearView upos, feats, lemma, ner;
  LinearView arc_dep, arc_head;
  MatrixView arc_u;                 // [arc_dim, arc_dim]
  const float* arc_bias = nullptr;  // [arc_dim]
  LinearView label_dep, label_head;
  MatrixView label_u;                // [deprels, (label_dim + 1)^2]
  LinearView fact_hidden, fact_out;  // empty where config.fact_dim is 0
};

// Views that live as long as the file. Errors: kBadConfiguration where a tensor is missing or has another
// shape.
Result<NetworkWeights> network_weights(const WeightsFile& file);

}  // namespace annalist
