#include "annalist/nn/fast_encoder.h"

#include <algorithm>
#include <cmath>

#include "annalist/nn/simd.h"

namespace annalist {
namespace {

using simd::F8;
using simd::kLanes;

// The smallest and largest value of a row, with 0 among them.
struct Range {
  F8 low = simd::zero(), high = simd::zero();
  void take(F8 value) {
    low = simd::min(low, value);
    high = simd::max(high, value);
  }
};

// Norm of a row whose sum is known, in place, and the row quantised.
RowScale norm_and_quantize(float* x, size_t width, F8 total, const NormView& norm, float eps, uint8_t* bytes) {
  const F8 centre = simd::splat(simd::sum(total) / static_cast<float>(width));
  F8 squares = simd::zero();
  for (size_t i = 0; i < width; i += kLanes) {
    const F8 d = simd::load(x + i) - centre;
    squares = simd::multiply_add(d, d, squares);
  }
  const F8 scale = simd::splat(1.0F / std::sqrt(simd::sum(squares) / static_cast<float>(width) + eps));
  Range range;
  for (size_t i = 0; i < width; i += kLanes) {
    const F8 value = (simd::load(x + i) - centre) * scale;
    const F8 scaled = simd::multiply_add(value, simd::load(norm.weight + i), simd::load(norm.bias + i));
    range.take(scaled);
    simd::store(x + i, scaled);
  }
  return quantize_row(x, width, simd::smallest(range.low), simd::largest(range.high), bytes);
}

size_t rows_of(std::span<const PieceSentence> sentences) {
  size_t rows = 0;
  for (const PieceSentence& sentence : sentences) rows += sentence.pieces.size();
  return rows;
}

}  // namespace

void QuantizedWindow::reserve(size_t rows, size_t width) {
  if (floats.size() < rows * width) floats.resize(rows * width);
  reserve_bytes(rows, width);
}

void QuantizedWindow::reserve_bytes(size_t rows, size_t width) {
  const size_t padded = rows + Int8Linear::kBlock;
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
                       stack(std::vector<LinearView>{layer.ffn1}), stack(std::vector<LinearView>{layer.ffn2}), layer.norm1, layer.norm2});
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
      F8 total = simd::zero();
      for (size_t k = 0; k < hidden; k += kLanes) total = total + simd::load(x + k);
      scratch.x.scales[row] =
          norm_and_quantize(x, hidden, total, weights_.embed_norm, weights_.config.eps, scratch.x.bytes.data() + row * hidden);
    }
  }
}

// x = norm(x + layer(from)), quantised; block by block.
void FastEncoder::add_and_norm(const Int8Linear& linear, const NormView& norm, const QuantizedWindow& from, size_t rows,
                               EncoderScratch& scratch) const {
  const auto hidden = static_cast<size_t>(weights_.config.hidden);
  for (size_t begin = 0; begin < rows; begin += Int8Linear::kBlock) {
    const size_t count = std::min(rows - begin, Int8Linear::kBlock);
    const int32_t* sums = linear.multiply(from.bytes.data() + begin * linear.inputs(), count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      float* x = scratch.x.floats.data() + (begin + r) * hidden;
      const Int8Linear::Values values = linear.values(sums + r * hidden, from.scales[begin + r]);
      F8 total = simd::zero();
      for (size_t i = 0; i < hidden; i += kLanes) {
        const F8 value = simd::load(x + i) + values(i);
        total = total + value;
        simd::store(x + i, value);
      }
      scratch.x.scales[begin + r] =
          norm_and_quantize(x, hidden, total, norm, weights_.config.eps, scratch.x.bytes.data() + (begin + r) * hidden);
    }
  }
}

// Everything after attention: output projection, residual, norm, GELU layer, residual, norm. Takes rows of
// scratch.attended, quantised, and of scratch.x; leaves the layer's output in scratch.x. One product after
// the other over all rows: so a product's weights stay in the cache.
void FastEncoder::feed_forward(const Layer& layer, size_t rows, EncoderScratch& scratch) const {
  const auto hidden = static_cast<size_t>(weights_.config.hidden);
  const size_t ffn = layer.ffn1.outputs();
  float* row = scratch.row.data();
  add_and_norm(layer.o, layer.norm1, scratch.attended, rows, scratch);
  for (size_t begin = 0; begin < rows; begin += Int8Linear::kBlock) {
    const size_t count = std::min(rows - begin, Int8Linear::kBlock);
    const int32_t* sums = layer.ffn1.multiply(scratch.x.bytes.data() + begin * hidden, count, scratch.linear);
    for (size_t r = 0; r < count; ++r) {
      const Int8Linear::Values values = layer.ffn1.values(sums + r * ffn, scratch.x.scales[begin + r]);
      Range range;
      for (size_t i = 0; i < ffn; i += kLanes) {
        const F8 value = simd::gelu(values(i));
        range.take(value);
        simd::store(row + i, value);
      }
      scratch.inner.scales[begin + r] =
          quantize_row(row, ffn, simd::smallest(range.low), simd::largest(range.high), scratch.inner.bytes.data() + (begin + r) * ffn);
    }
  }
  add_and_norm(layer.ffn2, layer.norm2, scratch.inner, rows, scratch);
}

size_t FastEncoder::encode(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const {
  const auto hidden = static_cast<size_t>(weights_.config.hidden);
  size_t rows = rows_of(sentences), widest = 0, ffn = 0;
  for (const Layer& layer : layers_) {
    widest = std::max(widest, layer.o.inputs());
    ffn = std::max(ffn, layer.ffn1.outputs());
  }
  scratch.x.reserve(rows, hidden);
  scratch.attended.reserve(rows, widest);
  scratch.inner.reserve_bytes(rows, ffn);
  scratch.qkv.resize(std::max(scratch.qkv.size(), (rows + simd::kLanes) * 3 * widest));
  scratch.row.resize(std::max(scratch.row.size(), ffn));
  embed(sentences, scratch);
  for (const Layer& layer : layers_) {
    const size_t inner = layer.o.inputs();
    for (size_t begin = 0; begin < rows; begin += Int8Linear::kBlock) {
      const size_t count = std::min(rows - begin, Int8Linear::kBlock);
      const int32_t* sums = layer.qkv.multiply(scratch.x.bytes.data() + begin * hidden, count, scratch.linear);
      for (size_t r = 0; r < count; ++r) {
        layer.qkv.to_floats(sums + r * 3 * inner, scratch.x.scales[begin + r], scratch.qkv.data() + (begin + r) * 3 * inner);
      }
    }
    size_t at = 0;
    for (const PieceSentence& sentence : sentences) {
      attend(scratch.qkv.data() + at * 3 * inner, sentence.pieces.size(), inner, inner / kHeadWidth, scratch.attention,
             scratch.attended.floats.data() + at * inner);
      at += sentence.pieces.size();
    }
    if (&layer == &layers_.back()) {  // past here only the rows that the heads will read are needed
      size_t to = 0, from = 0;
      auto keep = [&](size_t row) {
        std::copy_n(scratch.x.floats.data() + row * hidden, hidden, scratch.x.floats.data() + to * hidden);
        std::copy_n(scratch.attended.floats.data() + row * inner, inner, scratch.attended.floats.data() + to * inner);
        ++to;
      };
      for (const PieceSentence& sentence : sentences) {
        keep(from);
        for (int32_t first : sentence.first) keep(from + static_cast<size_t>(first));
        from += sentence.pieces.size();
      }
      rows = to;
    }
    for (size_t r = 0; r < rows; ++r) scratch.attended.quantize(r, inner);
    feed_forward(layer, rows, scratch);
  }
  return rows;
}

}  // namespace annalist
