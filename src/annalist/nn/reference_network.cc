#include "annalist/nn/reference_network.h"

#include <cassert>
#include <cmath>

namespace annalist {
namespace {

using Rows = std::vector<float>;

size_t index(int row, int width, int column = 0) {
  return static_cast<size_t>(row) * static_cast<size_t>(width) + static_cast<size_t>(column);
}

// x [rows, inputs] -> x W^T + b [rows, outputs]
Rows linear(const Rows& x, int rows, const LinearView& layer) {
  const int outputs = layer.weight.rows, inputs = layer.weight.columns;
  Rows turned(index(inputs, outputs));
  for (int o = 0; o < outputs; ++o) {
    for (int i = 0; i < inputs; ++i) turned[index(i, outputs, o)] = layer.weight.at(o, i);
  }
  Rows out(index(rows, outputs));
  for (int r = 0; r < rows; ++r) {
    float* sum = &out[index(r, outputs)];
    for (int o = 0; o < outputs; ++o) sum[o] = layer.bias[o];
    for (int i = 0; i < inputs; ++i) {
      const float value = x[index(r, inputs, i)];
      const float* weight = &turned[index(i, outputs)];
      for (int o = 0; o < outputs; ++o) sum[o] += value * weight[o];
    }
  }
  return out;
}

void layer_norm(Rows& x, int rows, int width, const NormView& norm, float eps) {
  for (int r = 0; r < rows; ++r) {
    double mean = 0, variance = 0;
    for (int i = 0; i < width; ++i) mean += static_cast<double>(x[index(r, width, i)]);
    mean /= width;
    for (int i = 0; i < width; ++i) {
      const double d = static_cast<double>(x[index(r, width, i)]) - mean;
      variance += d * d;
    }
    const double scale = 1.0 / std::sqrt(variance / width + static_cast<double>(eps));
    for (int i = 0; i < width; ++i) {
      float& value = x[index(r, width, i)];
      value = static_cast<float>((static_cast<double>(value) - mean) * scale) * norm.weight[i] + norm.bias[i];
    }
  }
}

// Scaled dot-product attention over one sentence (Vaswani et al. 2017); q, k, v: [rows, heads * width].
Rows attention(const Rows& q, const Rows& k, const Rows& v, int rows, int heads, int width) {
  const int inner = heads * width;
  const float scale = 1.0F / std::sqrt(static_cast<float>(width));
  Rows out(q.size(), 0.0F);
  std::vector<float> weight(static_cast<size_t>(rows));
  for (int h = 0; h < heads; ++h) {
    for (int r = 0; r < rows; ++r) {
      float largest = -INFINITY, total = 0;
      for (int s = 0; s < rows; ++s) {
        float dot = 0;
        for (int i = h * width; i < (h + 1) * width; ++i) dot += q[index(r, inner, i)] * k[index(s, inner, i)];
        weight[static_cast<size_t>(s)] = dot * scale;
        largest = std::max(largest, dot * scale);
      }
      for (float& w : weight) total += (w = std::exp(w - largest));
      for (int s = 0; s < rows; ++s) {
        const float share = weight[static_cast<size_t>(s)] / total;
        for (int i = h * width; i < (h + 1) * width; ++i) out[index(r, inner, i)] += share * v[index(s, inner, i)];
      }
    }
  }
  return out;
}

void add(Rows& x, const Rows& y) {
  for (size_t i = 0; i < x.size(); ++i) x[i] += y[i];
}
void gelu(Rows& x) {
  for (float& value : x) value = 0.5F * value * (1.0F + std::erf(value * 0.70710678F));
}
void relu(Rows& x) {
  for (float& value : x) value = std::max(value, 0.0F);
}

// The rows of x at the given places.
Rows gather(const Rows& x, int width, std::span<const int32_t> places, bool with_root) {
  Rows out;
  if (with_root) out.insert(out.end(), x.begin(), x.begin() + width);
  for (int32_t place : places) {
    auto from = x.begin() + static_cast<std::ptrdiff_t>(index(place, width));
    out.insert(out.end(), from, from + width);
  }
  return out;
}

}  // namespace

std::vector<float> ReferenceNetwork::encode(const PieceSentence& sentence) const {
  const NetworkConfig& c = weights_.config;
  const int rows = static_cast<int>(sentence.pieces.size());
  assert(rows <= c.max_pieces);
  Rows x(index(rows, c.hidden), 0.0F);
  for (int r = 0; r < rows; ++r) {
    const auto piece = static_cast<size_t>(r);
    weights_.word.add_row(sentence.pieces[piece], &x[index(r, c.hidden)]);
    weights_.position.add_row(r, &x[index(r, c.hidden)]);
    weights_.case_class.add_row(sentence.cases[piece], &x[index(r, c.hidden)]);
  }
  layer_norm(x, rows, c.hidden, weights_.embed_norm, c.eps);
  const int width = c.hidden / c.heads;
  for (const LayerView& layer : weights_.layers) {
    const Rows attended =
        attention(linear(x, rows, layer.q), linear(x, rows, layer.k), linear(x, rows, layer.v), rows, layer.q.weight.rows / width, width);
    add(x, linear(attended, rows, layer.o));
    layer_norm(x, rows, c.hidden, layer.norm1, c.eps);
    Rows inner = linear(x, rows, layer.ffn1);
    gelu(inner);
    add(x, linear(inner, rows, layer.ffn2));
    layer_norm(x, rows, c.hidden, layer.norm2, c.eps);
  }
  return x;
}

std::vector<SentenceScores> ReferenceNetwork::score(std::span<const PieceSentence> sentences) const {
  const int hidden = weights_.config.hidden, width = weights_.config.arc_dim;
  std::vector<SentenceScores> all;
  for (const PieceSentence& sentence : sentences) {
    SentenceScores scores;
    const int n = static_cast<int>(sentence.first.size());
    scores.tokens = n;
    const Rows encoded = encode(sentence);
    const Rows tokens = gather(encoded, hidden, sentence.first, false);
    const Rows with_root = gather(encoded, hidden, sentence.first, true);
    scores.upos = linear(tokens, n, weights_.upos);
    scores.feats = linear(tokens, n, weights_.feats);
    scores.lemma = linear(tokens, n, weights_.lemma);
    scores.ner = linear(tokens, n, weights_.ner);
    scores.vectors = tokens;

    if (weights_.config.fact_dim > 0) {
      Rows inner = linear(tokens, n, weights_.fact_hidden);
      relu(inner);
      scores.facts = linear(inner, n, weights_.fact_out);
    }

    Rows dep = linear(tokens, n, weights_.arc_dep), head = linear(with_root, n + 1, weights_.arc_head);
    relu(dep);
    relu(head);
    scores.arcs.assign(index(n, n + 1), 0.0F);
    Rows mixed(static_cast<size_t>(width));
    for (int i = 0; i < n; ++i) {
      for (int b = 0; b < width; ++b) mixed[static_cast<size_t>(b)] = weights_.arc_bias[b];
      for (int a = 0; a < width; ++a) {
        for (int b = 0; b < width; ++b) mixed[static_cast<size_t>(b)] += dep[index(i, width, a)] * weights_.arc_u.at(a, b);
      }
      for (int j = 0; j <= n; ++j) {
        for (int b = 0; b < width; ++b) scores.arcs[index(i, n + 1, j)] += mixed[static_cast<size_t>(b)] * head[index(j, width, b)];
      }
    }
    scores.label_dep = linear(tokens, n, weights_.label_dep);
    scores.label_head = linear(with_root, n + 1, weights_.label_head);
    relu(scores.label_dep);
    relu(scores.label_head);
    all.push_back(std::move(scores));
  }
  return all;
}

std::vector<std::vector<float>> ReferenceNetwork::label(std::span<const SentenceScores> sentences,
                                                        std::span<const std::vector<int32_t>> heads) const {
  std::vector<std::vector<float>> all;
  for (size_t s = 0; s < sentences.size(); ++s) all.push_back(label(sentences[s], heads[s]));
  return all;
}

std::vector<float> ReferenceNetwork::label(const SentenceScores& scores, std::span<const int32_t> heads) const {
  const int width = weights_.config.label_dim, classes = weights_.deprel_classes;
  std::vector<float> out(index(scores.tokens, classes));
  for (int i = 0; i < scores.tokens; ++i) {
    for (int r = 0; r < classes; ++r) {
      float sum = 0;
      for (int a = 0; a <= width; ++a) {
        const float dep = a < width ? scores.label_dep[index(i, width, a)] : 1.0F;
        for (int b = 0; b <= width; ++b) {
          const float head = b < width ? scores.label_head[index(heads[static_cast<size_t>(i)], width, b)] : 1.0F;
          sum += dep * weights_.label_u.at(r, a * (width + 1) + b) * head;
        }
      }
      out[index(i, classes, r)] = sum;
    }
  }
  return out;
}

}  // namespace annalist
