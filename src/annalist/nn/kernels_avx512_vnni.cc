// Compiled for AVX-512 with VNNI: see CMakeLists.txt.
#include "annalist/nn/kernels_body.h"
