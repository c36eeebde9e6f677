// The slow ways: zero, subnormal numbers, infinities, nan, and results that are not normal numbers.
#define WIDTH 1
#include "Lanes.h"
#include "Functions.h"

static double repower(V value, V n) { return scaled(value, n)[0]; }

double kernel_unfit_exp(double x) {
  Reduction reduced = reduce(at_least(at_most((V)x, 710), -746));
  return repower(one_plus(reduced), reduced.n);
}

double kernel_unfit_log(double x) {
  if (x > 0 && x < INFINITY) {
    Split parts = split((V)(x * 0x1p54));
    return sum_of_logarithm(parts.k - 54, parts.m - 1, all(0))[0];
  }
  if (x == 0) return -INFINITY;
  return x > 0 ? x : NAN;
}

/// log(1 + x) where x is tiny, or 1 + x is not a positive finite number.
double kernel_unfit_log1p(double x) {
  if (__builtin_fabs(x) < 1 || x == INFINITY) return x;
  return x == -1 ? -INFINITY : NAN;
}

static int is_integer(double y) { return __builtin_fabs(y) >= 0x1p52 || (double)(int64_t)y == y; }

static int is_odd_integer(double y) {
  return __builtin_fabs(y) < 0x1p53 && (double)(int64_t)y == y && ((int64_t)y & 1) == 1;
}

/// The power for |y| < 2^64, wherever the result lies.
static double power(Split parts, double y) {
  Extended exponent = power_exponent((V)y, parts);
  V low = choose(absolutes(exponent.high) < 750, exponent.low, all(0));
  Reduction reduced = reduce_sum(at_least(at_most(exponent.high, 710), -746), low);
  return repower(one_plus(reduced), reduced.n);
}

/// x is not a positive normal number, y is nan, or the result may not be normal.
double kernel_unfit_pow(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (x != x || y != y) return NAN;
  double magnitude = __builtin_fabs(x);
  if (__builtin_fabs(y) == INFINITY) {
    if (magnitude == 1) return 1;
    return (magnitude > 1) == (y > 0) ? INFINITY : 0;
  }
  double sign = __builtin_signbit(x) && is_odd_integer(y) ? -1 : 1;
  if (magnitude == 0 || magnitude == INFINITY) return sign * (y > 0 ? magnitude : 1 / magnitude);
  if (x < 0 && !is_integer(y)) return NAN;
  // From 2^64 on every y*log x is out of range, unless log x is 0.
  double exponent = y < -0x1p63 ? -0x1p63 : y > 0x1p63 ? 0x1p63 : y;
  int is_subnormal = magnitude < 0x1p-1022;
  Split parts = split((V)(is_subnormal ? magnitude * 0x1p54 : magnitude));
  if (is_subnormal) parts.k = parts.k - 54;
  return sign * power(parts, exponent);
}

double kernel_unfit_atan2(double y, double x) {
  if (y != y || x != x) return NAN;
  int is_left = __builtin_signbit(x) != 0;
  double magnitude = y == 0 ? (is_left ? 2 * HALF_TURN : 0) : (is_left ? 0x1.2d97c7f3321d2p+1 : QUARTER_TURN);
  return __builtin_signbit(y) ? -magnitude : magnitude;
}

/// The cube root of zero, subnormal numbers, infinities and nan.
double kernel_unfit_cbrt(double x) {
  if (x == 0 || x - x != 0) return x;
  return kernel_cbrt(x * 0x1p54) * 0x1p-18;
}

/// The squares would overflow or lose bits.
double kernel_unfit_hypot(double a, double b) {
  if (a == INFINITY || b == INFINITY) return INFINITY;
  int is_large = a > 1 || b > 1;
  double down = is_large ? 0x1p-600 : 0x1p600, up = is_large ? 0x1p600 : 0x1p-600;
  double x = a * down, y = b * down;
  return square_roots((V)(x * x + y * y))[0] * up;
}
