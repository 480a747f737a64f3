// The weights file: one header, tensors, one checksum, memory mapped. Layout (training/README.md tells how it
// is written):
//
//   8 bytes   "ANNALWTS"
//   uint32    format version, 1 (little-endian, as all numbers here)
//   uint32    length H of the header
//   H bytes   JSON: name, version, config, labels, tensors [{name, dtype: i8|f32|u8, shape, offset, bytes}],
//   training zeros up to a multiple of 64; the tensors' offsets count from here and are multiples of 64
//   tensor data
//   32 bytes  SHA-256 of everything before
//
// A file may share tensors with another in its folder: its header's `shares` {file, fingerprint} names it, and
// what it lacks itself is looked up there.
//
// A matrix X of dtype i8 has a companion X.scale, f32, one factor a row of the first dimension: the value is
// X * scale.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/base/result.h"

namespace annalist {

struct NetworkConfig {
  int layers = 0;
  int hidden = 0;
  int heads = 0;  // of hidden / heads each
  int ffn = 0;
  std::vector<int> layer_heads, layer_ffn;  // of each layer; `heads` and `ffn` where the file does not say
  int vocab = 0;
  int positions = 0;
  int case_classes = 0;
  int arc_dim = 0;
  int label_dim = 0;
  int fact_dim = 0;    // 0: the weights have no factuality head
  int max_pieces = 0;  // of a sentence, [CLS] and [SEP] counted
  float eps = 1e-12F;  // of the layer norms
};

// What the classes of each head mean, in the order of its outputs.
struct NetworkLabels {
  std::vector<std::string> upos, feats, lemma, deprel, ner;
};

enum class TensorType : uint8_t { kInt8, kFloat32, kUint8 };

struct TensorView {
  TensorType type = TensorType::kFloat32;
  std::vector<int64_t> shape;
  const char* data = nullptr;
  uint64_t bytes = 0;
};

// Whether the file is of a network, whose config and labels it then must have, or of tensors alone.
enum class Weights : uint8_t { kNetwork, kTensors };

class WeightsFile {
 public:
  // Maps and checks the whole file, and the one whose tensors it shares. Errors: kBadConfiguration at "path: byte N" with what to do.
  static Result<WeightsFile> open(const std::string& path, Weights kind = Weights::kNetwork);

  const std::string& path() const { return path_; }
  const std::string& name() const { return name_; }
  const std::string& version() const { return version_; }
  // The first 12 hexadecimal digits of the file's checksum: names exactly these weights.
  const std::string& fingerprint() const { return fingerprint_; }
  const NetworkConfig& config() const { return config_; }
  const NetworkLabels& labels() const { return labels_; }
  // nullptr where neither the file nor the one it shares with has such a tensor.
  const TensorView* find(std::string_view name) const;

 private:
  MappedFile file_;
  std::string path_, name_, version_, fingerprint_;
  NetworkConfig config_;
  NetworkLabels labels_;
  std::map<std::string, TensorView, std::less<>> tensors_;
  std::shared_ptr<const WeightsFile> shared_;
};

}  // namespace annalist
