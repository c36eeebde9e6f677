// Vectors of WIDTH lanes. Included once by each file that is compiled for one width and one processor extension.
#include "include/CKernels.h"
#include <math.h>

#pragma STDC FP_CONTRACT OFF
// Every function that passes a vector is inlined, so how vectors are passed does not matter.
#pragma clang diagnostic ignored "-Wpsabi"
// Not every file uses every function.
#pragma clang diagnostic ignored "-Wunused-function"

typedef double V __attribute__((ext_vector_type(WIDTH)));
typedef uint64_t B __attribute__((ext_vector_type(WIDTH)));
/// All bits set in the lanes that are selected.
typedef int64_t M __attribute__((ext_vector_type(WIDTH)));

/// A vector in memory, wherever it begins.
typedef double Stored __attribute__((ext_vector_type(WIDTH), aligned(8), may_alias));
typedef int64_t StoredMask __attribute__((ext_vector_type(WIDTH), aligned(8), may_alias));

#define INLINE static inline __attribute__((always_inline))

INLINE B bits(V x) { return (B)x; }
INLINE V number(B x) { return (V)x; }
INLINE V all(double x) { return (V)x; }
INLINE B pattern(uint64_t x) { return (B)x; }

/// a in the lanes that are selected, b in the others.
INLINE V choose(M selection, V a, V b) { return selection ? a : b; }
INLINE int any(M selection) { return __builtin_reduce_or(selection) != 0; }
INLINE V square_roots(V x) { return __builtin_elementwise_sqrt(x); }

INLINE B signs(V x) { return bits(x) & pattern(0x8000000000000000); }
INLINE V absolutes(V x) { return number(bits(x) & pattern(0x7FFFFFFFFFFFFFFF)); }
INLINE V flipped(V x, B signs) { return number(bits(x) ^ signs); }
INLINE V with_signs(V x, B signs) { return number(bits(absolutes(x)) | signs); }

/// The smaller of the value and a bound; nan stays nan.
INLINE V at_most(V x, double bound) { return choose(x > all(bound), all(bound), x); }
/// The larger of the value and a bound; nan stays nan.
INLINE V at_least(V x, double bound) { return choose(x < all(bound), all(bound), x); }

/// 2^n for n from -1022 to 1023 in the low 12 bits.
INLINE V power_of_two(B n) { return number((n + pattern(1023)) << 52); }

/// 1.5*2^52. Adding it rounds a number below 2^51 to an integer and leaves that integer in the low bits of the pattern.
#define ROUNDING_SHIFT 0x1.8p52

// Lanes that the fast way does not serve are computed again, one by one. Never inlined: so few registers are lost to it.

static __attribute__((noinline)) void repair(V *result, const M *selection, const V *x, double (*function)(double)) {
  for (int lane = 0; lane < WIDTH; lane++)
    if ((*selection)[lane]) (*result)[lane] = function((*x)[lane]);
}

static __attribute__((noinline)) void repair2(
    V *result, const M *selection, const V *x, const V *y, double (*function)(double, double)) {
  for (int lane = 0; lane < WIDTH; lane++)
    if ((*selection)[lane]) (*result)[lane] = function((*x)[lane], (*y)[lane]);
}

INLINE V repaired(V result, M selection, V x, double (*function)(double)) {
  if (__builtin_expect(!any(selection), 1)) return result;
  // Copies for the slow way alone, so that the fast way stores nothing.
  V whole = result, argument = x;
  M lanes = selection;
  repair(&whole, &lanes, &argument, function);
  return whole;
}

INLINE V repaired2(V result, M selection, V x, V y, double (*function)(double, double)) {
  if (__builtin_expect(!any(selection), 1)) return result;
  V whole = result, first = x, second = y;
  M lanes = selection;
  repair2(&whole, &lanes, &first, &second, function);
  return whole;
}
