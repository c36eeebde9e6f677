// sinh, cosh and tanh.
//
// With h = e^|x|/2, computed without overflow as long as the result has none,
//
//     sinh |x| = h - 1/(4h)         cosh |x| = h + 1/(4h)
//
// sinh cancels for small x, so below 1 it is x + x^3*S(x^2) with S of degree 6, |error| < 2^-59 relative.
// tanh |x| = E/(E + 2) with E = e^(2|x|) - 1 taken with its rounding error.

/// e^x/2 for x >= 0.
INLINE V half_exponential(V x) {
  Reduction reduced = reduce(at_most(x, 712));
  return scaled(one_plus(reduced), reduced.n - 1);
}

INLINE V lanes_sinh(V x) {
  V half = half_exponential(absolutes(x));
  V large = half - 0.25 / half;
  V z = x * x;
  V w = z * z;
  V odd = 0x1.611d249173e1bp-33 * w + 0x1.71de3a51458f5p-19;
  V even = 0x1.b3fd70d7311abp-41 * w + 0x1.ae645f3f7af8fp-26;
  odd = odd * w + 0x1.111111111114cp-7;
  even = even * w + 0x1.a01a01a019143p-13;
  even = even * w + 0x1.5555555555555p-3;
  V small = x + x * z * (even + z * odd);
  return choose(z < 1, small, flipped(large, signs(x)));
}

INLINE V lanes_cosh(V x) {
  V half = half_exponential(absolutes(x));
  return half + 0.25 / half;
}

INLINE V lanes_tanh(V x) {
  // From 22 on the result is 1 or -1.
  Reduction reduced = reduce(2 * at_most(absolutes(x), 22));
  Extended unscaled = minus_one(reduced);
  V scale = power_of_two(bits(reduced.n + ROUNDING_SHIFT));
  V power = unscaled.high * scale, rest = unscaled.low * scale;
  Extended divisor = sum(power, all(2));
  V quotient = power / divisor.high;
  V result = quotient + (rest - quotient * (divisor.low + rest)) / divisor.high;
  return with_signs(result, signs(x));
}
