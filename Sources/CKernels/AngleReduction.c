// Payne and Hanek's reduction of large angles: of 2/pi only the 192 bits that matter for x are multiplied.
#define WIDTH 1
#include "Lanes.h"
#include "Functions.h"

/// 64 zeros and the first 1280 bits of 2/pi.
static const uint64_t two_over_pi[] = {
    0x0000000000000000, 0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
    0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484, 0xE99C7026B45F7E41,
    0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7,
    0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB,
    0xF0CFBC209AF4361D,
};

/// 64 bits of 2/pi from bit `first` on.
static uint64_t bits_from(int first) {
  int word = first >> 6, shift = first & 63;
  if (shift == 0) return two_over_pi[word];
  return two_over_pi[word] << shift | two_over_pi[word + 1] >> (64 - shift);
}

/// significand*2^exponent*2/pi modulo 4, as 2 bits before and 190 bits after the point.
static void quarter_turns(uint64_t significand, int exponent, uint64_t turns[3]) {
  // Bit i of 2/pi stands for 2^(-1-i); those before bit exponent - 2 contribute multiples of 4. The table begins with
  // 64 zeros, for exponents below 2.
  int first = exponent - 2 + 64;
  unsigned __int128 low = (unsigned __int128)significand * bits_from(first + 128);
  unsigned __int128 middle = (unsigned __int128)significand * bits_from(first + 64) + (uint64_t)(low >> 64);
  turns[2] = (uint64_t)low;
  turns[1] = (uint64_t)middle;
  turns[0] = significand * bits_from(first) + (uint64_t)(middle >> 64);
}

/// For finite x of any size from 2 up; nan where x is infinite or nan.
static Angle reduce_large(double x) {
  if (x - x != 0) return angle(pattern(0), all(NAN), all(NAN), all(1));
  uint64_t word = bits((V)x)[0];
  uint64_t significand = (word & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
  uint64_t turns[3];
  quarter_turns(significand, (int)(word >> 52 & 0x7FF) - 1023 - 52, turns);
  // Two bits of quadrant, then the fraction of a quarter turn; from a half up the next quadrant less the rest.
  uint64_t first = turns[0] << 2 | turns[1] >> 62, second = turns[1] << 2 | turns[2] >> 62;
  int is_above = first >> 63 == 1;
  if (is_above) {
    first = ~first;
    second = ~second;
  }
  int zeros = __builtin_clzll(first);
  uint64_t top = zeros == 0 ? first : first << zeros | second >> (64 - zeros);
  uint64_t next = second << zeros;
  double unit = number(pattern((uint64_t)(1023 - 53 - zeros) << 52))[0];
  V head = (V)((double)(top >> 11) * unit);
  V tail = (V)((double)((top & 0x7FF) << 42 | next >> 22) * (unit * 0x1p-53));
  Extended turned = product(head, all(0x1.921fb54442d18p+0));
  V rest = turned.low + (head * 0x1.1a62633145c07p-54 + tail * 0x1.921fb54442d18p+0);
  Extended remainder = ordered_sum(turned.high, rest);
  int is_negative = is_above != (x < 0);
  uint64_t quadrants = (turns[0] >> 62) + (uint64_t)is_above;
  B sign = pattern(is_negative ? 0x8000000000000000 : 0);
  return angle(
      pattern(x < 0 ? 0 - quadrants : quadrants), flipped(remainder.high, sign), flipped(remainder.low, sign), all(1));
}

double kernel_unfit_sin(double x) { return sine(reduce_large(x))[0]; }
double kernel_unfit_cos(double x) { return cosine(reduce_large(x))[0]; }
double kernel_unfit_tan(double x) { return tangent(reduce_large(x))[0]; }
