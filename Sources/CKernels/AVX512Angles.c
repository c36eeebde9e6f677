// Sines and cosines by AVX-512, two vectors at a time: while one waits, the other is computed.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq"))), apply_to = function)
#define WIDTH 16
#include "Lanes.h"
#include "Unfit.h"
#include "Extended.h"
#include "Trigonometry.h"
#include "AVX512Angles.h"

#define EACH(expression)                                                                                                \
  long vectors = lanes / WIDTH;                                                                                         \
  for (long i = 0; i < vectors; i++) ((Stored *)to)[i] = (expression);                                                  \
  return vectors * WIDTH;
#define ANGLE (all(factor) * ((const Stored *)x)[i])

long kernel_sines_avx512(double factor, const double *x, double *to, long lanes) { EACH(lanes_sin(ANGLE)) }

long kernel_cosines_avx512(double factor, const double *x, double *to, long lanes) { EACH(lanes_cos(ANGLE)) }
#pragma clang attribute pop
#endif
