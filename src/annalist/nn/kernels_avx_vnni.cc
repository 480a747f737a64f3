// Compiled for AVX2 with VNNI: see CMakeLists.txt.
#include "annalist/nn/kernels_body.h"
