#include "annalist/nn/fast_encoder.h"

#include <algorithm>
#include <cmath>

#include "annalist/nn/simd.h"

namespace annalist {
namespace {

using simd::F8;
using simd::kLanes;

// In place over one row.
void layer_norm(float* x, size_t width, const NormView& norm, float eps) {
  F8 total = simd::zero();
  for (size_t i = 0; i < width; i += kLanes) total = total + simd::load(x + i);
  const float mean = simd::sum(total) / static_cast<float>(width);
  const F8 centre = simd::splat(mean);
  F8 squares = simd::zero();
  for (size_t i = 0; i < width; i += kLanes) {
    const F8 d = simd::load(x + i) - centre;
    squares = simd::multiply_add(d, d, squares);
  }
  const F8 scale = simd::splat(1.0F / std::sqrt(simd::sum(squares) / static_cast<float>(width) + eps));
  for (size_t i = 0; i < width; i += kLanes) {
    const F8 value = (simd::load(x + i) - centre) * scale;
    simd::store(x + i, simd::multiply_add(value, simd::load(norm.weight + i), simd::load(norm.bias + i)));
  }
}

void add(const float* from, size_t width, float* to) {
  for (size_t i = 0; i < width; i += kLanes) simd::store(to + i, simd::load(to + i) + simd::load(from + i));
}

void gelu(float* x, size_t width) {
  for (size_t i = 0; i < width; i += kLanes) simd::store(x + i, simd::gelu(simd::load(x + i)));
}

size_t rows_of(std::span<const PieceSentence> sentences) {
  size_t rows = 0;
  for (const PieceSentence& sentence : sentences) rows += sentence.pieces.size();
  return rows;
}

}  // namespace

void QuantizedWindow::reserve(size_t rows, size_t width) {
  const size_t padded = rows + Int8Linear::kBlock;
  if (floats.size() < padded * width) floats.resize(padded * width);
  if (bytes.size() < padded * width) bytes.resize(padded * width);
  if (scales.size() < padded) scales.resize(padded);
}

void QuantizedWindow::quantize(size_t row, size_t width) {
  scales[row] = quantize_row(floats.data() + row * width, width, bytes.data() + row * width);
}

Int8Linear stack(std::span<const LinearView> layers) {
  QuantizedRows rows;
  std::vector<float> bias;
  for (const LinearView& layer : layers) {
    const auto width = static_cast<size_t>(layer.weight.columns);
    for (int r = 0; r < layer.weight.rows; ++r) {
      if (layer.weight.floats != nullptr) {
        append_quantized_row(layer.weight.floats + static_cast<size_t>(r) * width, width, rows);
      } else {
        const int8_t* values = layer.weight.values + static_cast<size_t>(r) * width;
        rows.values.insert(rows.values.end(), values, values + width);
        rows.scales.push_back(layer.weight.scales[r]);
        rows.columns = width;
        ++rows.rows;
      }
      bias.push_back(layer.bias == nullptr ? 0.0F : layer.bias[r]);
    }
  }
  return {rows, std::move(bias)};
}

FastEncoder::FastEncoder(const NetworkWeights& weights) : weights_(weights) {
  layers_.reserve(weights.layers.size());
  for (const LayerView& layer : weights.layers) {
    layers_.push_back({stack(std::vector<LinearView>{layer.q, layer.k, layer.v}), stack(std::vector<LinearView>{layer.o}),
                       stack(std::vector<LinearView>{layer.ffn1}), stack(std::vector<LinearView>{layer.ffn2}), layer.norm1,
                       layer.norm2});
  }
}

void FastEncoder::embed(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const {
  const auto hidden = static_cast<size_t>(weights_.config.hidden);
  size_t row = 0;
  for (const PieceSentence& sentence : sentences) {
    for (size_t i = 0; i < sentence.pieces.size(); ++i, ++row) {
      float* x = scratch.x.floats.data() + row * hidden;
      std::fill_n(x, hidden, 0.0F);
      weights_.word.add_row(sentence.pieces[i], x);
      weights_.position.add_row(static_cast<int>(i), x);
      weights_.case_class.add_row(sentence.cases[i], x);
      layer_norm(x, hidden, weights_.embed_norm, weights_.config.eps);
      scratch.x.quantize(row, hidden);
    }
  }
}

// Everything after attention, block by block so that it stays in the cache: output projection, residual, norm, GELU layer, residual,
// norm. Takes rows of scratch.attended, quantised, and of scratch.x; leaves the layer's output in scratch.x.
void FastEncoder::feed_forward(const Layer& layer, size_t rows, EncoderScratch& scratch) const {
  const auto hidden = static_cast<size_t>(weights_.config.hidden);
  const auto ffn = static_cast<size_t>(weights_.config.ffn);
  const float eps = weights_.config.eps;
  float* row = scratch.row.data();
  for (size_t begin = 0; begin < rows; begin += Int8Linear::kBlock) {
    const size_t count = std::min(rows - begin, Int8Linear::kBlock);
    const int32_t* sums = layer.o.multiply(scratch.attended.bytes.data() + begin * hidden, count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      float* x = scratch.x.floats.data() + (begin + r) * hidden;
      layer.o.to_floats(sums + r * layer.o.outputs(), scratch.attended.scales[begin + r], row);
      add(row, hidden, x);
      layer_norm(x, hidden, layer.norm1, eps);
      scratch.x.quantize(begin + r, hidden);
    }
    sums = layer.ffn1.multiply(scratch.x.bytes.data() + begin * hidden, count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      layer.ffn1.to_floats(sums + r * layer.ffn1.outputs(), scratch.x.scales[begin + r], row);
      gelu(row, ffn);
      scratch.inner.scales[r] = quantize_row(row, ffn, scratch.inner.bytes.data() + r * ffn);
    }
    sums = layer.ffn2.multiply(scratch.inner.bytes.data(), count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      float* x = scratch.x.floats.data() + (begin + r) * hidden;
      layer.ffn2.to_floats(sums + r * layer.ffn2.outputs(), scratch.inner.scales[r], row);
      add(row, hidden, x);
      layer_norm(x, hidden, layer.norm2, eps);
      scratch.x.quantize(begin + r, hidden);
    }
  }
}

size_t FastEncoder::encode(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const {
  const auto hidden = static_cast<size_t>(weights_.config.hidden);
  const auto ffn = static_cast<size_t>(weights_.config.ffn);
  size_t rows = rows_of(sentences);
  scratch.x.reserve(rows, hidden);
  scratch.attended.reserve(rows, hidden);
  scratch.inner.reserve(0, ffn);
  scratch.qkv.resize(std::max(scratch.qkv.size(), rows * 3 * hidden));
  scratch.row.resize(std::max({scratch.row.size(), ffn, 3 * hidden}));
  embed(sentences, scratch);
  for (const Layer& layer : layers_) {
    for (size_t begin = 0; begin < rows; begin += Int8Linear::kBlock) {
      const size_t count = std::min(rows - begin, Int8Linear::kBlock);
      const int32_t* sums = layer.qkv.multiply(scratch.x.bytes.data() + begin * hidden, count, scratch.linear);
      for (size_t r = 0; r < count; ++r) {
        layer.qkv.to_floats(sums + r * 3 * hidden, scratch.x.scales[begin + r], scratch.qkv.data() + (begin + r) * 3 * hidden);
      }
    }
    size_t at = 0;
    for (const PieceSentence& sentence : sentences) {
      attend(scratch.qkv.data() + at * 3 * hidden, sentence.pieces.size(), hidden,
             static_cast<size_t>(weights_.config.heads), scratch.attention, scratch.attended.floats.data() + at * hidden);
      at += sentence.pieces.size();
    }
    if (&layer == &layers_.back()) {  // past here only the rows that the heads will read are needed
      size_t to = 0, from = 0;
      auto keep = [&](size_t row) {
        std::copy_n(scratch.x.floats.data() + row * hidden, hidden, scratch.x.floats.data() + to * hidden);
        std::copy_n(scratch.attended.floats.data() + row * hidden, hidden, scratch.attended.floats.data() + to * hidden);
        ++to;
      };
      for (const PieceSentence& sentence : sentences) {
        keep(from);
        for (int32_t first : sentence.first) keep(from + static_cast<size_t>(first));
        from += sentence.pieces.size();
      }
      rows = to;
    }
    for (size_t r = 0; r < rows; ++r) scratch.attended.quantize(r, hidden);
    feed_forward(layer, rows, scratch);
  }
  return rows;
}

}  // namespace annalist
