#include "annalist/nn/fast_heads.h"

#include <algorithm>

namespace annalist {
namespace {

void relu(float* x, size_t size) {
  for (size_t i = 0; i < size; ++i) x[i] = std::max(x[i], 0.0F);
}

std::vector<LinearView> tag_layers(const NetworkWeights& w) {
  std::vector<LinearView> layers = {w.arc_dep, w.arc_head, w.label_dep, w.label_head, w.upos, w.feats, w.lemma, w.ner};
  if (w.config.fact_dim > 0) layers.push_back(w.fact_hidden);
  return layers;
}

Int8Linear arc_mixer(const NetworkWeights& w) {
  const int width = w.config.arc_dim;
  QuantizedRows rows;
  std::vector<float> row(static_cast<size_t>(width));
  for (int b = 0; b < width; ++b) {
    for (int a = 0; a < width; ++a) row[static_cast<size_t>(a)] = w.arc_u.at(a, b);
    append_quantized_row(row.data(), row.size(), rows);
  }
  return {rows, std::vector<float>(w.arc_bias, w.arc_bias + width)};
}

Int8Linear label_mixer(const NetworkWeights& w) {
  const int width = w.config.label_dim, stride = width + 1;
  QuantizedRows rows;
  std::vector<float> row(static_cast<size_t>(width)), bias;
  for (int r = 0; r < w.deprel_classes; ++r) {
    for (int b = 0; b < width; ++b) {
      for (int a = 0; a < width; ++a) row[static_cast<size_t>(a)] = w.label_u.at(r, a * stride + b);
      append_quantized_row(row.data(), row.size(), rows);
      bias.push_back(w.label_u.at(r, width * stride + b));
    }
  }
  return {rows, bias};
}

}  // namespace

FastHeads::FastHeads(const NetworkWeights& w, const Kernels& kernels)
    : kernels_(&kernels),
      hidden_(static_cast<size_t>(w.config.hidden)),
      arc_width_(static_cast<size_t>(w.config.arc_dim)),
      label_width_(static_cast<size_t>(w.config.label_dim)),
      deprels_(static_cast<size_t>(w.deprel_classes)),
      upos_(static_cast<size_t>(w.upos_classes)),
      feats_(static_cast<size_t>(w.feats_classes)),
      lemma_(static_cast<size_t>(w.lemma_classes)),
      ner_(static_cast<size_t>(w.ner_classes)),
      fact_width_(static_cast<size_t>(w.config.fact_dim)),
      tags_(stack(tag_layers(w))),
      arcs_(arc_mixer(w)),
      labels_(label_mixer(w)) {
  const int width = w.config.label_dim, stride = width + 1;
  for (int r = 0; r < w.deprel_classes; ++r) {
    for (int a = 0; a < width; ++a) label_dep_.push_back(w.label_u.at(r, a * stride + width));
    label_constant_.push_back(w.label_u.at(r, width * stride + width));
  }
  for (int i = 0; i < w.config.fact_dim; ++i) fact_out_.push_back(w.fact_out.weight.at(0, i));
  if (w.config.fact_dim > 0) fact_bias_ = *w.fact_out.bias;
}

// Parts row r of the stacked heads: arc vectors into the scratch, the rest into the sentence's scores.
void FastHeads::split_tags(float* row, bool is_root, size_t r, HeadsScratch& scratch, SentenceScores& scores) const {
  relu(row, 2 * (arc_width_ + label_width_));
  std::copy_n(row, arc_width_, scratch.deps.floats.data() + r * arc_width_);
  std::copy_n(row + arc_width_, arc_width_, scratch.heads.data() + r * arc_width_);
  float* at = row + 2 * arc_width_;
  const auto append = [&](std::vector<float>& to, size_t size, bool wanted) {
    if (wanted) to.insert(to.end(), at, at + size);
    at += size;
  };
  append(scores.label_dep, label_width_, !is_root);
  append(scores.label_head, label_width_, true);
  append(scores.upos, upos_, !is_root);
  append(scores.feats, feats_, !is_root);
  append(scores.lemma, lemma_, !is_root);
  append(scores.ner, ner_, !is_root);
  if (fact_width_ == 0 || is_root) return;
  relu(at, fact_width_);
  float fact = 0;
  kernels_->dots(at, fact_out_.data(), 1, fact_width_, &fact);
  scores.facts.push_back(fact + fact_bias_);
}

void FastHeads::score(std::span<const PieceSentence> sentences, const QuantizedWindow& encoded, size_t rows, HeadsScratch& scratch,
                      SentenceScores* out) const {
  scratch.tags.resize(std::max(scratch.tags.size(), rows * tags_.outputs()));
  scratch.heads.resize(std::max(scratch.heads.size(), rows * arc_width_));
  scratch.mixed.resize(std::max(scratch.mixed.size(), rows * arcs_.outputs()));
  scratch.deps.reserve(rows, arc_width_);
  kernels_->linear(tags_.packed(), encoded.rows(0, rows, hidden_), scratch.tags.data());
  size_t r = 0;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const size_t tokens = sentences[s].first.size();
    SentenceScores& scores = out[s];
    scores.tokens = static_cast<int>(tokens);
    scores.upos.reserve(tokens * upos_);
    scores.feats.reserve(tokens * feats_);
    scores.lemma.reserve(tokens * lemma_);
    scores.ner.reserve(tokens * ner_);
    scores.facts.reserve(fact_width_ == 0 ? 0 : tokens);
    scores.label_dep.reserve(tokens * label_width_);
    scores.label_head.reserve((tokens + 1) * label_width_);
    const auto vectors = encoded.floats.begin() + static_cast<std::ptrdiff_t>((r + 1) * hidden_);  // row r is the root's
    scores.vectors.assign(vectors, vectors + static_cast<std::ptrdiff_t>(tokens * hidden_));
    for (size_t i = 0; i <= tokens; ++i, ++r) split_tags(scratch.tags.data() + r * tags_.outputs(), i == 0, r, scratch, scores);
  }
  score_arcs(sentences, rows, scratch, out);
}

void FastHeads::score_arcs(std::span<const PieceSentence> sentences, size_t rows, HeadsScratch& scratch, SentenceScores* out) const {
  kernels_->quantize(scratch.deps.floats.data(), rows, arc_width_, scratch.deps.bytes.data(), scratch.deps.scales.data());
  kernels_->linear(arcs_.packed(), scratch.deps.rows(0, rows, arc_width_), scratch.mixed.data());
  size_t root = 0;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const size_t tokens = sentences[s].first.size();
    out[s].arcs.resize(tokens * (tokens + 1));
    for (size_t i = 0; i < tokens; ++i) {
      kernels_->dots(scratch.mixed.data() + (root + 1 + i) * arcs_.outputs(), scratch.heads.data() + root * arc_width_, tokens + 1,
                     arc_width_, out[s].arcs.data() + i * (tokens + 1));
    }
    root += tokens + 1;
  }
}

std::vector<std::vector<float>> FastHeads::label(std::span<const SentenceScores> sentences, std::span<const std::vector<int32_t>> heads,
                                                 HeadsScratch& scratch) const {
  std::vector<std::vector<float>> all(sentences.size());
  size_t rows = 0;
  for (const SentenceScores& one : sentences) rows += static_cast<size_t>(one.tokens);
  scratch.deps.reserve(rows, label_width_);
  scratch.labels.resize(std::max(scratch.labels.size(), rows * deprels_));
  scratch.label_heads.clear();
  float* scores = scratch.labels.data();
  size_t row = 0;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const auto tokens = static_cast<size_t>(sentences[s].tokens);
    const float* deps = sentences[s].label_dep.data();
    kernels_->quantize(deps, tokens, label_width_, scratch.deps.bytes.data() + row * label_width_, scratch.deps.scales.data() + row);
    for (size_t i = 0; i < tokens; ++i, ++row, scores += deprels_) {
      scratch.label_heads.push_back(sentences[s].label_head.data() + static_cast<size_t>(heads[s][i]) * label_width_);
      kernels_->dots(deps + i * label_width_, label_dep_.data(), deprels_, label_width_, scores);
      for (size_t c = 0; c < deprels_; ++c) scores[c] += label_constant_[c];
    }
  }
  kernels_->bilinear(labels_.packed(), scratch.deps.rows(0, rows, label_width_), scratch.label_heads.data(), label_width_, deprels_,
                     scratch.labels.data());
  scores = scratch.labels.data();
  for (size_t s = 0; s < sentences.size(); ++s) {
    const size_t size = static_cast<size_t>(sentences[s].tokens) * deprels_;
    all[s].assign(scores, scores + size);
    scores += size;
  }
  return all;
}

}  // namespace annalist
