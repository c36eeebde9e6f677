// cbrt and hypot.

/// A third of the upper half of the bit pattern, read as an integer, is the pattern of a root t to 3 %, since the
/// exponent stands there. With r = t^3/x, a polynomial for r^(-1/3) makes 23 bits of it, and one step of Halley's method
/// all. Before that step t is cut to 26 bits, so that t^2 is exact.
INLINE V lanes_cbrt(V x) {
  V a = absolutes(x);
  V upper = number((bits(a) >> 32) | pattern(0x4330000000000000)) - 0x1p52;
  // The addend, 2/3 of 1023*2^20 less what makes the error as large below as above.
  V third = (upper * (1.0 / 3) + 715094163) + ROUNDING_SHIFT;
  V root = number(bits(third) << 32);
  V r = (root * root) * (root / a);
  // r^(-1/3) for r from 0.909 to 1.1, |error| < 2^-23.
  V factor = 0x1.24db2e363be88p-3 * r - 0x1.7e11f4c313e38p-1;
  factor = factor * r + 0x1.9a5add911e76cp+0;
  factor = factor * r - 0x1.df5d830d59f5cp+0;
  factor = factor * r + 0x1.df7039ef56143p+0;
  root = cut(root * factor);
  V quotient = a / (root * root);
  V refined = root + root * ((quotient - root) / ((root + root) + quotient));
  return repaired(flipped(refined, signs(x)), is_unfit(a), x, kernel_unfit_cbrt);
}

INLINE V lanes_hypot(V x, V y) {
  V a = absolutes(x), b = absolutes(y);
  V larger = choose(a < b, b, a);
  M unfit = (larger < 0x1p-500) | ~(larger < 0x1p500);
  return repaired2(square_roots(a * a + b * b), unfit, a, b, kernel_unfit_hypot);
}
