#include "annalist/nn/int8_linear.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <dnnl.hpp>
#include <unordered_map>

#include "annalist/nn/simd.h"

namespace annalist {
namespace {

using dnnl::memory;

const dnnl::engine& engine() {
  static const dnnl::engine cpu(dnnl::engine::kind::cpu, 0);
  return cpu;
}
dnnl::stream& stream() {
  thread_local dnnl::stream stream(engine());
  return stream;
}

// Making a primitive compiles it, so only few sizes are made; rows are computed in the smallest that holds
// them.
constexpr std::array<size_t, 3> kKernelRows = {16, 32, Int8Linear::kBlock};

}  // namespace

struct Int8Linear::Kernels {
  struct Kernel {
    dnnl::matmul primitive;
    memory::desc source, destination, scratchpad;
    memory weights;
  };
  std::vector<Kernel> kernels;
};

Int8Linear::Int8Linear(const QuantizedRows& weights, std::vector<float> bias)
    : inputs_(weights.columns),
      outputs_((weights.rows + 15) / 16 * 16),
      scales_(weights.scales),
      bias_(std::move(bias)),
      weight_sums_(outputs_, 0),
      kernels_(std::make_unique<Kernels>()) {
  assert(inputs_ % simd::kLanes == 0 && (bias_.empty() || bias_.size() == weights.rows));
  std::vector<int8_t> plain = weights.values;
  plain.resize(outputs_ * inputs_, 0);
  scales_.resize(outputs_, 0.0F);
  bias_.resize(outputs_, 0.0F);
  for (size_t o = 0; o < weights.rows; ++o) {
    for (size_t i = 0; i < inputs_; ++i) weight_sums_[o] += plain[o * inputs_ + i];
  }

  const auto in = static_cast<memory::dim>(inputs_), out = static_cast<memory::dim>(outputs_);
  const memory::desc given({in, out}, memory::data_type::s8, memory::format_tag::ba);
  memory source(given, engine(), plain.data());
  for (size_t rows : kKernelRows) {
    const auto height = static_cast<memory::dim>(rows);
    const memory::desc a({height, in}, memory::data_type::u8, memory::format_tag::ab);
    const memory::desc b({in, out}, memory::data_type::s8, memory::format_tag::any);
    const memory::desc c({height, out}, memory::data_type::s32, memory::format_tag::ab);
    dnnl::primitive_attr attributes;
    attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
    const dnnl::matmul::primitive_desc description({a, b, c}, attributes, engine());
    Kernels::Kernel kernel{dnnl::matmul(description), a, c, description.scratchpad_desc(), {}};
    for (const Kernels::Kernel& other : kernels_->kernels) {
      if (other.weights.get_desc() == description.weights_desc()) kernel.weights = other.weights;
    }
    if (!kernel.weights) {
      kernel.weights = memory(description.weights_desc(), engine());
      dnnl::reorder(source, kernel.weights).execute(stream(), source, kernel.weights);
      stream().wait();
    }
    implementation_ = description.impl_info_str();
    kernels_->kernels.push_back(std::move(kernel));
  }
}

Int8Linear::Int8Linear(Int8Linear&&) noexcept = default;
Int8Linear& Int8Linear::operator=(Int8Linear&&) noexcept = default;
Int8Linear::~Int8Linear() = default;

const int32_t* Int8Linear::multiply(const uint8_t* x, size_t rows, LinearScratch& scratch) const {
  assert(rows > 0 && rows <= kBlock);
  const size_t which = static_cast<size_t>(std::lower_bound(kKernelRows.begin(), kKernelRows.end(), rows) - kKernelRows.begin());
  const Kernels::Kernel& kernel = kernels_->kernels[which];
  if (scratch.sums.size() < kBlock * outputs_) scratch.sums.resize(kBlock * outputs_);
  const size_t needed = kernel.scratchpad.get_size() + 64;
  if (scratch.scratchpad.size() < needed) scratch.scratchpad.resize(needed);
  auto pad = reinterpret_cast<uintptr_t>(scratch.scratchpad.data());
  pad = (pad + 63) / 64 * 64;
  kernel.primitive.execute(stream(), {{DNNL_ARG_SRC, memory(kernel.source, engine(), const_cast<uint8_t*>(x))},
                                      {DNNL_ARG_WEIGHTS, kernel.weights},
                                      {DNNL_ARG_DST, memory(kernel.destination, engine(), scratch.sums.data())},
                                      {DNNL_ARG_SCRATCHPAD, memory(kernel.scratchpad, engine(), reinterpret_cast<void*>(pad))}});
  return scratch.sums.data();
}

void Int8Linear::to_floats(const int32_t* sums, RowScale row, float* out) const {
  const Values value = values(sums, row);
  for (size_t i = 0; i < outputs_; i += simd::kLanes) simd::store(out + i, value(i));
}

}  // namespace annalist
