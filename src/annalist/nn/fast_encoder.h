// The encoder in 8-bit integers, over one window of packed sentences at a time.
#pragma once

#include <span>
#include <vector>

#include "annalist/nn/attention.h"
#include "annalist/nn/int8_linear.h"
#include "annalist/nn/network.h"
#include "annalist/nn/network_weights.h"

namespace annalist {

// Rows of floats beside the same rows quantised, with room for a whole last block.
struct QuantizedWindow {
  std::vector<float> floats;
  std::vector<uint8_t> bytes;
  std::vector<RowScale> scales;
  void reserve(size_t rows, size_t width);
  void reserve_bytes(size_t rows, size_t width);  // and scales, no floats
  void quantize(size_t row, size_t width);
};

// Memory of one thread.
struct EncoderScratch {
  LinearScratch linear;
  AttentionScratch attention;
  QuantizedWindow x, attended, inner;
  std::vector<float> qkv, row;
};

class FastEncoder {
 public:
  // May throw dnnl::error.
  explicit FastEncoder(const NetworkWeights& weights);

  // Pieces in a window; a longer sentence is a window of its own.
  static constexpr size_t kWindow = 256;

  // Encodes the sentences together. Leaves in scratch.x one row for each sentence's [CLS] and, after it, one
  // for each of its tokens (the last layer at the token's first piece), sentence after sentence. Gives the
  // number of rows.
  size_t encode(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const;

  const std::string& implementation() const { return layers_.front().qkv.implementation(); }

 private:
  struct Layer {
    Int8Linear qkv, o, ffn1, ffn2;
    NormView norm1, norm2;
  };
  void embed(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const;
  void add_and_norm(const Int8Linear& linear, const NormView& norm, const QuantizedWindow& from, size_t rows,
                    EncoderScratch& scratch) const;
  void feed_forward(const Layer& layer, size_t rows, EncoderScratch& scratch) const;

  NetworkWeights weights_;
  std::vector<Layer> layers_;
};

// Stacks linear layers of equal inputs into one; floats are quantised row by row.
Int8Linear stack(std::span<const LinearView> layers);

}  // namespace annalist
