// The elementary functions of one number: their kernels, compiled for one lane.
#define WIDTH 1
#include "Lanes.h"
#include "Functions.h"

#define UNARY(name)                                                                                                     \
  double kernel_##name(double x) { return lanes_##name((V)x)[0]; }
#define BINARY(name)                                                                                                    \
  double kernel_##name(double x, double y) { return lanes_##name((V)x, (V)y)[0]; }

UNARY(exp)
UNARY(expm1)
UNARY(log)
UNARY(log1p)
UNARY(sin)
UNARY(cos)
UNARY(tan)
UNARY(asin)
UNARY(acos)
UNARY(atan)
UNARY(sinh)
UNARY(cosh)
UNARY(tanh)
UNARY(cbrt)
BINARY(atan2)
BINARY(hypot)
BINARY(pow)
