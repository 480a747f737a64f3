// Compiled for AVX2: see CMakeLists.txt.
#include "annalist/nn/kernels_body.h"
