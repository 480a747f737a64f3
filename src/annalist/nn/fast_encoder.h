// The encoder in 8-bit integers, over one window of packed sentences at a time.
#pragma once

#include <span>
#include <vector>

#include "annalist/nn/int8_linear.h"
#include "annalist/nn/kernels.h"
#include "annalist/nn/network.h"
#include "annalist/nn/network_weights.h"

namespace annalist {

// Rows of floats beside the same rows quantised.
struct QuantizedWindow {
  std::vector<float> floats;
  std::vector<uint8_t> bytes;
  std::vector<RowScale> scales;
  void reserve(size_t rows, size_t width);
  PackedRows rows(size_t begin, size_t end, size_t width) const {
    return {bytes.data() + begin * width, scales.data() + begin, end - begin};
  }
};

// Memory of one thread.
struct EncoderScratch {
  QuantizedWindow x, attended, inner;
  std::vector<float> qkv, attention;
};

class FastEncoder {
 public:
  FastEncoder(const NetworkWeights& weights, const Kernels& kernels);

  // Pieces in a window; a longer sentence is a window of its own.
  static constexpr size_t kWindow = 256;

  // Encodes the sentences together. Leaves in scratch.x one row for each sentence's [CLS] and, after it, one
  // for each of its tokens (the last layer at the token's first piece), sentence after sentence. Gives the
  // number of rows.
  size_t encode(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const;

 private:
  struct Layer {
    Int8Linear qkv, o, ffn1, ffn2;
    NormView norm1, norm2;
  };
  void embed(std::span<const PieceSentence> sentences, EncoderScratch& scratch) const;
  void attend(const Layer& layer, std::span<const PieceSentence> sentences, size_t rows, EncoderScratch& scratch) const;
  void norm(const NormView& norm, size_t begin, size_t end, EncoderScratch& scratch) const;
  void feed_forward(const Layer& layer, size_t rows, EncoderScratch& scratch) const;

  NetworkWeights weights_;
  const Kernels* kernels_;
  size_t hidden_;
  std::vector<Layer> layers_;
};

}  // namespace annalist
