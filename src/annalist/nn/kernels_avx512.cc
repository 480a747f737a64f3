// Compiled for AVX-512: see CMakeLists.txt.
#include "annalist/nn/kernels_body.h"
