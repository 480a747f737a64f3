#include "annalist/nn/kernels.h"

#include <cpuid.h>

namespace annalist {

namespace avx2 {
extern const Kernels kKernels;
}
namespace avx_vnni {
extern const Kernels kKernels;
}
namespace avx512 {
extern const Kernels kKernels;
}
namespace avx512_vnni {
extern const Kernels kKernels;
}

namespace {

// CPUID leaf 7.1, EAX bit 4. (Not every compiler's __builtin_cpu_supports knows the name.)
bool has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a >> 4 & 1) != 0;
}

}  // namespace

bool is_supported(Machine machine) {
  switch (machine) {
    case Machine::kAvx2: return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    case Machine::kAvxVnni: return is_supported(Machine::kAvx2) && has_avx_vnni();
    case Machine::kAvx512:
      return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
             __builtin_cpu_supports("avx512vl") != 0;
    case Machine::kAvx512Vnni: return is_supported(Machine::kAvx512) && __builtin_cpu_supports("avx512vnni") != 0;
  }
  return false;
}

const Kernels& kernels(Machine machine) {
  switch (machine) {
    case Machine::kAvx2: break;
    case Machine::kAvxVnni: return avx_vnni::kKernels;
    case Machine::kAvx512: return avx512::kKernels;
    case Machine::kAvx512Vnni: return avx512_vnni::kKernels;
  }
  return avx2::kKernels;
}

Machine fastest_machine() {
  Machine fastest = Machine::kAvx2;
  for (const Machine machine : kMachines) {
    if (is_supported(machine)) fastest = machine;
  }
  return fastest;
}

std::optional<Machine> machine_by_name(std::string_view name) {
  for (const Machine machine : kMachines) {
    if (kernels(machine).name == name) return machine;
  }
  return std::nullopt;
}

}  // namespace annalist
