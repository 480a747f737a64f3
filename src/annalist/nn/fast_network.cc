#include "annalist/nn/fast_network.h"

#include <algorithm>
#include <mutex>

#include "annalist/nn/fast_encoder.h"
#include "annalist/nn/fast_heads.h"

namespace annalist {
namespace {

std::string unsuitable(const NetworkConfig& c) {
  if (static_cast<size_t>(c.hidden / c.heads) != kHeadWidth) return "attention heads are not 32 wide";
  if (std::ranges::any_of(c.layer_ffn, [](int width) { return width % 16 != 0; })) return "ffn of every layer must be a multiple of 16";
  if (c.hidden % 16 != 0 || c.arc_dim % 16 != 0 || c.label_dim % 16 != 0 || c.fact_dim % 16 != 0) {
    return "hidden, arc_dim, label_dim and fact_dim must be multiples of 16";
  }
  return {};
}

}  // namespace

struct FastNetwork::Scratch {
  EncoderScratch encoder;
  HeadsScratch heads;
};

struct FastNetwork::Parts {
  Parts(const NetworkWeights& weights, const Kernels& kernels) : encoder(weights, kernels), heads(weights, kernels) {}
  FastEncoder encoder;
  FastHeads heads;
  std::mutex mutex;  // of free alone
  std::vector<std::unique_ptr<Scratch>> free;
};

// A thread's scratch memory, out of the pool and back.
class FastNetwork::Lease {
 public:
  explicit Lease(Parts& parts) : parts_(parts) {
    const std::lock_guard lock(parts_.mutex);
    if (!parts_.free.empty()) {
      scratch_ = std::move(parts_.free.back());
      parts_.free.pop_back();
    }
    if (!scratch_) scratch_ = std::make_unique<Scratch>();
  }
  ~Lease() {
    const std::lock_guard lock(parts_.mutex);
    parts_.free.push_back(std::move(scratch_));
  }
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  Scratch* operator->() { return scratch_.get(); }

 private:
  Parts& parts_;
  std::unique_ptr<Scratch> scratch_;
};

FastNetwork::FastNetwork(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
FastNetwork::~FastNetwork() = default;

Result<std::unique_ptr<FastNetwork>> FastNetwork::make(const NetworkWeights& weights, Machine machine) {
  if (std::string why = unsuitable(weights.config); !why.empty()) return Error{ErrorCode::kBadConfiguration, why, ""};
  if (!is_supported(machine)) return Error{ErrorCode::kBadConfiguration, "this machine has no AVX2, which the network needs", ""};
  return std::unique_ptr<FastNetwork>(new FastNetwork(std::make_unique<Parts>(weights, kernels(machine))));
}

std::vector<SentenceScores> FastNetwork::score(std::span<const PieceSentence> sentences) const {
  Lease scratch(*parts_);
  std::vector<SentenceScores> scores(sentences.size());
  for (size_t begin = 0; begin < sentences.size();) {
    size_t end = begin, pieces = 0;
    do {
      pieces += sentences[end].pieces.size();
      ++end;
    } while (end < sentences.size() && pieces + sentences[end].pieces.size() <= FastEncoder::kWindow);
    const std::span<const PieceSentence> window = sentences.subspan(begin, end - begin);
    const size_t rows = parts_->encoder.encode(window, scratch->encoder);
    parts_->heads.score(window, scratch->encoder.x, rows, scratch->heads, &scores[begin]);
    begin = end;
  }
  return scores;
}

std::vector<std::vector<float>> FastNetwork::label(std::span<const SentenceScores> sentences,
                                                   std::span<const std::vector<int32_t>> heads) const {
  Lease scratch(*parts_);
  return parts_->heads.label(sentences, heads, scratch->heads);
}

}  // namespace annalist
