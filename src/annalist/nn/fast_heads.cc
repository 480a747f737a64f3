#include "annalist/nn/fast_heads.h"

#include <algorithm>

#include "annalist/nn/simd.h"

namespace annalist {
namespace {

using simd::F8;
using simd::kLanes;

constexpr size_t kLabelBlock = 32;  // rows of label sums that stay in the cache together

float dot(const float* a, const float* b, size_t size) {
  F8 total = simd::zero();
  for (size_t i = 0; i < size; i += kLanes) total = simd::multiply_add(simd::load(a + i), simd::load(b + i), total);
  return simd::sum(total);
}

void relu(const float* from, size_t size, float* to) {
  for (size_t i = 0; i < size; i += kLanes) simd::store(to + i, simd::max(simd::load(from + i), simd::zero()));
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
  return {rows, std::move(bias)};
}

}  // namespace

FastHeads::FastHeads(const NetworkWeights& w)
    : hidden_(static_cast<size_t>(w.config.hidden)),
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

float FastHeads::fact(const float* hidden) const {
  F8 total = simd::zero();
  for (size_t i = 0; i < fact_width_; i += kLanes) {
    total = simd::multiply_add(simd::max(simd::load(hidden + i), simd::zero()), simd::load(fact_out_.data() + i), total);
  }
  return simd::sum(total) + fact_bias_;
}

// Parts row r of the stacked heads: arc vectors into the scratch, the rest into the sentence's scores.
void FastHeads::split_tags(const float* row, bool is_root, size_t r, HeadsScratch& scratch, SentenceScores& scores) const {
  relu(row, arc_width_, scratch.deps.floats.data() + r * arc_width_);
  scratch.deps.quantize(r, arc_width_);
  relu(row + arc_width_, arc_width_, scratch.heads.data() + r * arc_width_);
  const float* at = row + 2 * arc_width_;
  auto append = [&](std::vector<float>& to, size_t size, bool wanted) {
    if (wanted) to.insert(to.end(), at, at + size);
    at += size;
  };
  auto append_relu = [&](std::vector<float>& to, bool wanted) {
    append(to, label_width_, wanted);
    if (wanted) relu(&to[to.size() - label_width_], label_width_, &to[to.size() - label_width_]);
  };
  append_relu(scores.label_dep, !is_root);
  append_relu(scores.label_head, true);
  append(scores.upos, upos_, !is_root);
  append(scores.feats, feats_, !is_root);
  append(scores.lemma, lemma_, !is_root);
  append(scores.ner, ner_, !is_root);
  if (fact_width_ > 0 && !is_root) scores.facts.push_back(fact(at));
}

void FastHeads::score(std::span<const PieceSentence> sentences, const QuantizedWindow& encoded, size_t rows, HeadsScratch& scratch,
                      SentenceScores* out) const {
  scratch.row.resize(std::max(scratch.row.size(), std::max(tags_.outputs(), arcs_.outputs())));
  scratch.heads.resize(std::max(scratch.heads.size(), rows * arc_width_));
  scratch.mixed.resize(std::max(scratch.mixed.size(), rows * arc_width_));
  scratch.deps.reserve(rows, arc_width_);
  const int32_t* sums = nullptr;
  size_t r = 0;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const size_t tokens = sentences[s].first.size();
    SentenceScores& scores = out[s];
    scores.tokens = static_cast<int>(tokens);
    scores.upos.reserve(tokens * upos_);
    scores.feats.reserve(tokens * feats_);
    scores.lemma.reserve(tokens * lemma_);
    scores.ner.reserve(tokens * ner_);
    scores.label_dep.reserve(tokens * label_width_);
    scores.label_head.reserve((tokens + 1) * label_width_);
    for (size_t i = 0; i <= tokens; ++i, ++r) {
      const size_t in_block = r % Int8Linear::kBlock;
      if (in_block == 0) {
        sums = tags_.multiply(encoded.bytes.data() + r * hidden_, std::min(rows - r, Int8Linear::kBlock), scratch.linear);
      }
      tags_.to_floats(sums + in_block * tags_.outputs(), encoded.scales[r], scratch.row.data());
      split_tags(scratch.row.data(), i == 0, r, scratch, scores);
    }
  }
  score_arcs(sentences, rows, scratch, out);
}

void FastHeads::score_arcs(std::span<const PieceSentence> sentences, size_t rows, HeadsScratch& scratch, SentenceScores* out) const {
  for (size_t begin = 0; begin < rows; begin += Int8Linear::kBlock) {
    const size_t count = std::min(rows - begin, Int8Linear::kBlock);
    const int32_t* sums = arcs_.multiply(scratch.deps.bytes.data() + begin * arc_width_, count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      arcs_.to_floats(sums + r * arc_width_, scratch.deps.scales[begin + r], scratch.mixed.data() + (begin + r) * arc_width_);
    }
  }
  size_t root = 0;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const size_t tokens = sentences[s].first.size();
    out[s].arcs.resize(tokens * (tokens + 1));
    float* score = out[s].arcs.data();
    for (size_t i = 1; i <= tokens; ++i) {
      const float* mixed = scratch.mixed.data() + (root + i) * arc_width_;
      for (size_t j = 0; j <= tokens; ++j) *score++ = dot(mixed, scratch.heads.data() + (root + j) * arc_width_, arc_width_);
    }
    root += tokens + 1;
  }
}

// Scores of all labels of one arc.
void FastHeads::label_row(const int32_t* sums, RowScale scale, const float* dep, const float* head, float* out) const {
  const Int8Linear::Values mixed = labels_.values(sums, scale);
  for (size_t r = 0; r < deprels_; ++r) {
    F8 total = simd::zero();
    for (size_t b = 0; b < label_width_; b += kLanes) {
      const size_t i = r * label_width_ + b;
      total = simd::multiply_add(mixed(i), simd::load(head + b), total);
      total = simd::multiply_add(simd::load(dep + b), simd::load(label_dep_.data() + i), total);
    }
    out[r] = simd::sum(total) + label_constant_[r];
  }
}

std::vector<std::vector<float>> FastHeads::label(std::span<const SentenceScores> sentences, std::span<const std::vector<int32_t>> heads,
                                                 HeadsScratch& scratch) const {
  std::vector<std::vector<float>> all(sentences.size());
  struct Arc {
    size_t sentence, token;
  };
  std::vector<Arc> arcs;
  for (size_t s = 0; s < sentences.size(); ++s) {
    const auto tokens = static_cast<size_t>(sentences[s].tokens);
    all[s].resize(tokens * deprels_);
    for (size_t i = 0; i < tokens; ++i) arcs.push_back({s, i});
  }
  scratch.deps.reserve(kLabelBlock, label_width_);
  for (size_t begin = 0; begin < arcs.size(); begin += kLabelBlock) {
    const size_t count = std::min(arcs.size() - begin, kLabelBlock);
    for (size_t r = 0; r < count; ++r) {
      const auto [s, i] = arcs[begin + r];
      scratch.deps.scales[r] =
          quantize_row(&sentences[s].label_dep[i * label_width_], label_width_, scratch.deps.bytes.data() + r * label_width_);
    }
    const int32_t* sums = labels_.multiply(scratch.deps.bytes.data(), count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      const auto [s, i] = arcs[begin + r];
      const auto head = static_cast<size_t>(heads[s][i]);
      label_row(sums + r * labels_.outputs(), scratch.deps.scales[r], &sentences[s].label_dep[i * label_width_],
                &sentences[s].label_head[head * label_width_], &all[s][i * deprels_]);
    }
  }
  return all;
}

}  // namespace annalist
