// libFuzzer's entry into the target that ANNALIST_TARGET names.
#include <cstddef>
#include <cstdint>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  annalist::fuzz::ANNALIST_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
