// log and log1p.
//
// x = 2^k*m with m in [sqrt(1/2), sqrt 2) and f = m - 1, exact. With s = f/(2 + f),
//
//     log m = log((1 + s)/(1 - s)) = 2s + s*R(s^2) = f - f^2/2 + s*(f^2/2 + R(s^2))
//
// R is even in s, so 7 coefficients suffice: |error| < 2^-58 on |s| <= 0.1716. The last form keeps f exact and adds only
// small terms to it. k*ln 2 has two parts, the first with 32 bits, so that its product with k is exact.
// Tables with 128 centres save the division, but not its time: lanes would have to be gathered.

/// x = 2^k*m with m in [sqrt(1/2), sqrt 2), for positive normal x.
typedef struct {
  V k, m;
} Split;

INLINE Split split(V x) {
  // The patterns of sqrt(1/2) and 1 lie apart by what has to be added for the exponent to tick over at sqrt 2*2^k.
  const uint64_t root_of_half = 0x3FE6A09E00000000;
  B shifted = bits(x) + pattern(0x3FF0000000000000 - root_of_half);
  // 2^52 + k + 1023 as a pattern, since there is no conversion of 64-bit integers in SSE2.
  V k = number((shifted >> 52) | pattern(0x4330000000000000)) - (0x1p52 + 1023);
  return (Split){k, number((shifted & pattern(0x000FFFFFFFFFFFFF)) + pattern(root_of_half))};
}

/// Lanes where x is not a positive normal number.
INLINE M is_unfit(V x) { return ~((x >= 0x1p-1022) & (x < all(INFINITY))); }

/// k*ln 2 + log(1 + f) + correction.
INLINE V sum_of_logarithm(V k, V f, V correction) {
  V s = f / (2 + f);
  V z = s * s;
  V w = z * z;
  V odd = ((0x1.2d9e364b88abap-3 * w + 0x1.7464a12e2afcap-3) * w + 0x1.24924935c75e4p-2) * w + 0x1.5555555555555p-1;
  V even = (0x1.39c80c811840ep-3 * w + 0x1.c71c5ac0ffc64p-3) * w + 0x1.99999999900c8p-2;
  V remainder = z * (odd + z * even);
  V half = 0.5 * f * f;
  V rest = s * (half + remainder) + (k * 0x1.a39ef35793c76p-33 + correction);
  return k * 0x1.62e42feep-1 + (f - (half - rest));
}

INLINE V lanes_log(V x) {
  Split parts = split(x);
  return repaired(sum_of_logarithm(parts.k, parts.m - 1, all(0)), is_unfit(x), x, kernel_unfit_log);
}

/// 1 + x = u + c exactly, so log(1 + x) = log u + c/u up to terms below 2^-105. Where u needs no scaling (k = 0), x
/// itself is f, and nothing is lost.
INLINE V lanes_log1p(V x) {
  Extended u = sum(all(1), x);
  Split parts = split(u.high);
  M is_scaled = parts.k * parts.k > 0.25;
  V f = choose(is_scaled, parts.m - 1, x);
  V correction = choose(is_scaled, u.low / u.high, all(0));
  // The test by the exponent sends 0 and subnormal numbers the slow way as well, where they keep their sign.
  M unfit = is_unfit(u.high) | (absolutes(x) < 0x1p-54);
  return repaired(sum_of_logarithm(parts.k, f, correction), unfit, x, kernel_unfit_log1p);
}
