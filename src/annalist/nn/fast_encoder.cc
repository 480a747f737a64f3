#include "annalist/nn/fast_encoder.h"

#include <algorithm>

namespace annalist {
namespace {

constexpr size_t kBlock = 48;  // rows whose inner floats stay in the cache between the two layers of the feed-forward part

size_t rows_of(std::span<const PieceSentence> sentences) {
  size_t rows = 0;
  for (const PieceSentence& sentence : sentences) rows += sentence.pieces.size();
  return rows;
}

// Moves the rows that the heads will read, each sentence's [CLS] and its tokens' first pieces, to the front. Gives their number.
size_t keep_first_pieces(std::span<const PieceSentence> sentences, size_t width, std::vector<float>& floats) {
  size_t to = 0, from = 0;
  const auto keep = [&](size_t row) { std::copy_n(floats.data() + row * width, width, floats.data() + to++ * width); };
  for (const PieceSentence& sentence : sentences) {
    keep(from);
    for (int32_t first : sentence.first) keep(from + static_cast<size_t>(first));
    from += sentence.pieces.size();
  }
  return to;
}

}  // namespace

void QuantizedWindow::reserve(size_t rows, size_t width) {
  if (floats.size() < rows * width) floats.resize(rows * width);
  if (bytes.size() < rows * width) bytes.resize(rows * width);
  if (scales.size() < rows) scales.resize(rows);
}

FastEncoder::FastEncoder(const NetworkWeights& weights, const Kernels& kernels)
    : weights_(weights), kernels_(&kernels), hidden_(static_cast<size_t>(weights.config.hidden)) {
  layers_.reserve(weights.layers.size());
  for (const LayerView& layer : weights.layers) {
    layers_.push_back({stack(std::vector<LinearView>{layer.q, layer.k, layer.v}), stack(std::vector<LinearView>{layer.o}),
                       stack(std::vector<LinearView>{layer.ffn1}), stack(std::vector<LinearView>{layer.ffn2}), layer.norm1, layer.norm2});
  }
}

// Norms rows of scratch.x in place and quantises them.
void FastEncoder::norm(const NormView& norm, size_t begin, size_t end, EncoderScratch& scratch) const {
  kernels_->norm_and_quantize(scratch.x.floats.data() + begin * hidden_, end - begin, hidden_, norm.weight, norm.bias, weights_.config.eps,
                              scratch.x.bytes.data() + begin * hidden_, scratch.x.scales.data() + begin);
}

void FastEncoder::embed(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const {
  size_t row = 0;
  for (const PieceSentence& sentence : sentences) {
    for (size_t i = 0; i < sentence.pieces.size(); ++i, ++row) {
      float* x = scratch.x.floats.data() + row * hidden_;
      std::fill_n(x, hidden_, 0.0F);
      weights_.word.add_row(sentence.pieces[i], x);
      weights_.position.add_row(static_cast<int>(i), x);
      weights_.case_class.add_row(sentence.cases[i], x);
    }
  }
  norm(weights_.embed_norm, 0, row, scratch);
}

// Attention of the rows of scratch.x, each sentence's within it, in floats of scratch.attended.
void FastEncoder::attend(const Layer& layer, std::span<const PieceSentence> sentences, size_t rows, EncoderScratch& scratch) const {
  const size_t inner = layer.o.inputs();
  kernels_->linear(layer.qkv.packed(), scratch.x.rows(0, rows, hidden_), scratch.qkv.data());
  size_t at = 0;
  for (const PieceSentence& sentence : sentences) {
    const size_t pieces = sentence.pieces.size();
    scratch.attention.resize(std::max(scratch.attention.size(), attention_floats(pieces)));
    kernels_->attend(scratch.qkv.data() + at * 3 * inner, pieces, inner, inner / kHeadWidth, scratch.attention.data(),
                     scratch.attended.floats.data() + at * inner);
    at += pieces;
  }
}

// Everything after attention: output projection, residual, norm, GELU layer, residual, norm. Takes floats of scratch.attended and of
// scratch.x; leaves the layer's output in scratch.x.
void FastEncoder::feed_forward(const Layer& layer, size_t rows, EncoderScratch& scratch) const {
  const size_t width = layer.o.inputs(), ffn = layer.ffn2.inputs();
  float* x = scratch.x.floats.data();
  kernels_->quantize(scratch.attended.floats.data(), rows, width, scratch.attended.bytes.data(), scratch.attended.scales.data());
  kernels_->linear_add(layer.o.packed(), scratch.attended.rows(0, rows, width), x);
  norm(layer.norm1, 0, rows, scratch);
  QuantizedWindow& inner = scratch.inner;
  for (size_t begin = 0; begin < rows; begin += kBlock) {
    const size_t end = std::min(begin + kBlock, rows);
    kernels_->linear_gelu(layer.ffn1.packed(), scratch.x.rows(begin, end, hidden_), inner.floats.data());
    kernels_->quantize(inner.floats.data(), end - begin, ffn, inner.bytes.data() + begin * ffn, inner.scales.data() + begin);
  }
  kernels_->linear_add(layer.ffn2.packed(), inner.rows(0, rows, ffn), x);
  norm(layer.norm2, 0, rows, scratch);
}

size_t FastEncoder::encode(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const {
  size_t rows = rows_of(sentences), widest = 0, ffn = 0;
  for (const Layer& layer : layers_) {
    widest = std::max(widest, layer.o.inputs());
    ffn = std::max(ffn, layer.ffn2.inputs());
  }
  scratch.x.reserve(rows, hidden_);
  scratch.attended.reserve(rows, widest);
  scratch.inner.floats.resize(std::max(scratch.inner.floats.size(), kBlock * ffn));
  scratch.inner.bytes.resize(std::max(scratch.inner.bytes.size(), rows * ffn));
  scratch.inner.scales.resize(std::max(scratch.inner.scales.size(), rows));
  scratch.qkv.resize(std::max(scratch.qkv.size(), (rows + kRowsBeyond) * 3 * widest));
  embed(sentences, scratch);
  for (const Layer& layer : layers_) {
    attend(layer, sentences, rows, scratch);
    if (&layer == &layers_.back()) {
      keep_first_pieces(sentences, layer.o.inputs(), scratch.attended.floats);
      rows = keep_first_pieces(sentences, hidden_, scratch.x.floats);
    }
    feed_forward(layer, rows, scratch);
  }
  return rows;
}

}  // namespace annalist
