// pow.
//
// x^y = exp(y*log x). An error in log x comes out multiplied by up to 745, so the logarithm is taken as high + low to
// about 2^-66: with x = 2^k*m and s = (m - 1)/(m + 1), all but the last term as such sums,
//
//     log x = k*ln 2 + 2*(s + s*s^2*(1/3 + s^2*Q(s^2)))          Q of degree 7, |error| < 2^-71 relative
//
// The first division is replaced by a multiplication with 1/(m + 1) whose error the low part of s repairs.

/// (m - 1)/(m + 1).
INLINE Extended power_quotient(V m) {
  V over = m - 1;
  Extended under = ordered_sum(all(1), m);
  V inverse = 1 / under.high;
  V quotient = over * inverse;
  Extended back = product(quotient, under.high);
  V rest = ((over - back.high) - back.low) - quotient * under.low;
  return ordered_sum(quotient, rest * inverse);
}

/// Q: artanh s = s + s^3*(1/3 + s^2*Q(s^2)).
INLINE V power_tail(V z) {
  V w = z * z;
  V even = 0x1.deabb89c16c46p-5 * w + 0x1.3b137abf3cd3dp-4;
  V odd = 0x1.e779778cd1362p-5 * w + 0x1.111d7478b56edp-4;
  even = even * w + 0x1.c71c71c672342p-4;
  odd = odd * w + 0x1.745d17ccec4b7p-4;
  even = even * w + 0x1.999999999999ap-3;
  odd = odd * w + 0x1.24924924926eap-3;
  return even + z * odd;
}

/// artanh s for s = (m - 1)/(m + 1).
INLINE Extended power_artanh(V m) {
  Extended s = power_quotient(m);
  Extended square = product(s.high, s.high);
  Extended z = {square.high, square.low + 2 * (s.high * s.low)};
  Extended third = ordered_sum(all(0x1.5555555555555p-2), z.high * power_tail(z.high));
  Extended term = extended_product((Extended){third.high, third.low + 0x1.5555555555555p-56}, z);
  Extended cubic = extended_product(s, term);
  Extended total = ordered_sum(s.high, cubic.high);
  return (Extended){total.high, total.low + (s.low + cubic.low)};
}

/// log x to about 2^-66 of its value.
INLINE Extended power_logarithm(Split parts) {
  Extended inverse = power_artanh(parts.m);
  // k times the first part of ln 2, with 42 bits, is exact.
  Extended total = ordered_sum(parts.k * 0x1.62e42fefa3800p-1, 2 * inverse.high);
  return ordered_sum(total.high, total.low + (2 * inverse.low + parts.k * 0x1.ef35793c76730p-45));
}

/// y*log x.
INLINE Extended power_exponent(V y, Split parts) {
  Extended logarithm = power_logarithm(parts);
  Extended head = product(y, logarithm.high);
  return (Extended){head.high, head.low + y * logarithm.low};
}

INLINE V lanes_pow(V x, V y) {
  Extended exponent = power_exponent(y, split(x));
  Reduction reduced = reduce_sum(exponent.high, exponent.low);
  V result = number(bits(one_plus(reduced)) + (reduced.exponent << 52));
  M is_fit = ~is_unfit(x) & (absolutes(exponent.high) < 707);
  return repaired2(result, ~is_fit, x, y, kernel_unfit_pow);
}
