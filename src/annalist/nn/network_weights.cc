#include "annalist/nn/network_weights.h"

namespace annalist {
namespace {

// Finds tensors and remembers the first fault, so that the network's layout below reads without a check at
// every line.
class Finder {
 public:
  explicit Finder(const WeightsFile& file) : file_(file) {}

  const float* vector(const std::string& name, int size) {
    const TensorView* tensor = find(name, size);
    if (tensor == nullptr) return nullptr;
    if (tensor->type != TensorType::kFloat32) return fail(name, "is not f32"), nullptr;
    return reinterpret_cast<const float*>(tensor->data);
  }

  MatrixView matrix(const std::string& name, int rows, int columns) {
    MatrixView view{rows, columns, nullptr, nullptr, nullptr};
    const TensorView* tensor = find(name, int64_t{rows} * columns);
    if (tensor == nullptr) return view;
    if (tensor->shape.front() != rows) {
      fail(name, "has another number of rows than " + std::to_string(rows));
    } else if (tensor->type == TensorType::kFloat32) {
      view.floats = reinterpret_cast<const float*>(tensor->data);
    } else {
      view.values = reinterpret_cast<const int8_t*>(tensor->data);
      view.scales = vector(name + ".scale", rows);
    }
    return view;
  }

  LinearView linear(const std::string& name, int outputs, int inputs) {
    return {matrix(name + ".weight", outputs, inputs), vector(name + ".bias", outputs)};
  }
  NormView norm(const std::string& name, int size) { return {vector(name + ".weight", size), vector(name + ".bias", size)}; }

  bool failed() const { return !message_.empty(); }
  Error error() const { return {ErrorCode::kBadConfiguration, message_, file_.path()}; }

 private:
  const TensorView* find(const std::string& name, int64_t elements) {
    const TensorView* tensor = file_.find(name);
    if (tensor == nullptr || tensor->shape.empty()) {
      fail(name, "is missing");
      return nullptr;
    }
    int64_t product = 1;
    for (int64_t dimension : tensor->shape) product *= dimension;
    if (product != elements) {
      fail(name, "has " + std::to_string(product) + " values instead of " + std::to_string(elements));
      return nullptr;
    }
    return tensor;
  }
  void fail(const std::string& name, const std::string& what) {
    if (message_.empty()) message_ = "tensor " + name + " " + what + "; use the weights that belong to this program";
  }

  const WeightsFile& file_;
  std::string message_;
};

}  // namespace

void MatrixView::add_row(int row, float* out) const {
  const auto width = static_cast<size_t>(columns);
  const size_t begin = static_cast<size_t>(row) * width;
  if (floats != nullptr) {
    for (size_t i = 0; i < width; ++i) out[i] += floats[begin + i];
  } else {
    const float scale = scales[row];
    for (size_t i = 0; i < width; ++i) out[i] += static_cast<float>(values[begin + i]) * scale;
  }
}

Result<NetworkWeights> network_weights(const WeightsFile& file) {
  const NetworkConfig& c = file.config();
  const NetworkLabels& labels = file.labels();
  Finder find(file);
  NetworkWeights w;
  w.config = c;
  w.upos_classes = static_cast<int>(labels.upos.size());
  w.feats_classes = static_cast<int>(labels.feats.size());
  w.lemma_classes = static_cast<int>(labels.lemma.size());
  w.ner_classes = static_cast<int>(labels.ner.size());
  w.deprel_classes = static_cast<int>(labels.deprel.size());
  w.word = find.matrix("embed.word", c.vocab, c.hidden);
  w.position = find.matrix("embed.position", c.positions, c.hidden);
  w.case_class = find.matrix("embed.case", c.case_classes, c.hidden);
  w.embed_norm = find.norm("embed.norm", c.hidden);
  for (int n = 0; n < c.layers && !find.failed(); ++n) {
    const std::string layer = "layer." + std::to_string(n) + ".";
    const int inner = c.layer_heads[static_cast<size_t>(n)] * (c.hidden / c.heads), ffn = c.layer_ffn[static_cast<size_t>(n)];
    w.layers.push_back({find.linear(layer + "q", inner, c.hidden), find.linear(layer + "k", inner, c.hidden),
                        find.linear(layer + "v", inner, c.hidden), find.linear(layer + "o", c.hidden, inner),
                        find.linear(layer + "ffn1", ffn, c.hidden), find.linear(layer + "ffn2", c.hidden, ffn),
                        find.norm(layer + "norm1", c.hidden), find.norm(layer + "norm2", c.hidden)});
  }
  w.upos = find.linear("head.upos", w.upos_classes, c.hidden);
  w.feats = find.linear("head.feats", w.feats_classes, c.hidden);
  w.lemma = find.linear("head.lemma", w.lemma_classes, c.hidden);
  w.ner = find.linear("head.ner", w.ner_classes, c.hidden);
  w.arc_dep = find.linear("arc.dep", c.arc_dim, c.hidden);
  w.arc_head = find.linear("arc.head", c.arc_dim, c.hidden);
  w.arc_u = find.matrix("arc.U", c.arc_dim, c.arc_dim);
  w.arc_bias = find.vector("arc.bias", c.arc_dim);
  w.label_dep = find.linear("label.dep", c.label_dim, c.hidden);
  w.label_head = find.linear("label.head", c.label_dim, c.hidden);
  w.label_u = find.matrix("label.U", w.deprel_classes, (c.label_dim + 1) * (c.label_dim + 1));
  if (c.fact_dim > 0) {
    w.fact_hidden = find.linear("fact.hidden", c.fact_dim, c.hidden);
    w.fact_out = find.linear("fact.out", 1, c.fact_dim);
  }
  if (find.failed()) return find.error();
  return w;
}

}  // namespace annalist
