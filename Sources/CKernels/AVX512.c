// AVX-512, where there is such a processor.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq"))), apply_to = function)
#define WIDTH 8
#define EXTENSION avx512
#include "AVX512Angles.h"
#define WIDE_SINES kernel_sines_avx512
#define WIDE_COSINES kernel_cosines_avx512
#include "Lanes.h"
#include "Functions.h"
#include "Interpreter.h"
#include "Descents.h"
#include "Exports.h"
#pragma clang attribute pop
#endif
