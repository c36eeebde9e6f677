// exp and expm1.
//
// x = n*ln 2 + r with n the integer nearest to x/ln 2, so |r| <= ln 2/2. Then e^x = 2^n*e^r and
//
//     e^r = 1 + r + r^2/2 + r^3*P(r)          P of degree 8, |error| < 2^-57
//
// ln 2 is taken in two parts; n times the first (42 bits) is exact, so r is known to about 2^-60 as high + low. The sum
// 1 + r is kept with its rounding error, so that the error of the result is hardly more than its last rounding.
// A table of 2^(j/32) would halve the degree, but gathering its entries costs more than the polynomial saves.

/// x = n*ln 2 + (high + low), n an integer, also in the low bits of `exponent`.
typedef struct {
  V n;
  B exponent;
  V high, low;
} Reduction;

/// For |x| below 1000, so that n fits 11 bits; otherwise some value of no meaning.
INLINE Reduction reduce(V x) {
  V shifted = x * 0x1.71547652b82fep+0 + ROUNDING_SHIFT;
  V n = shifted - ROUNDING_SHIFT;
  V head = x - n * 0x1.62e42fefa3800p-1;
  V tail = n * 0x1.ef35793c76730p-45;
  V high = head - tail;
  return (Reduction){n, bits(shifted), high, (head - high) - tail};
}

/// x = head + tail with a tail that counts.
INLINE Reduction reduce_sum(V head, V tail) {
  Reduction r = reduce(head);
  Extended rest = sum(r.high, r.low + tail);
  return (Reduction){r.n, r.exponent, rest.high, rest.low};
}

/// e^r - 1 - high.
INLINE V beyond_linear(Reduction reduced) {
  V r = reduced.high;
  V square = r * r;
  // Two interleaved chains, of even and of odd powers, take half as long to wait for as one.
  V even = 0x1.af792333fe5a0p-26 * square + 0x1.71dde88b0933bp-19;
  V odd = 0x1.28a01a18ae1b6p-22 * square + 0x1.a019aa99aa97ep-16;
  even = even * square + 0x1.a01a01b66e5eap-13;
  odd = odd * square + 0x1.6c16c17cf3187p-10;
  even = even * square + 0x1.111111110e58ap-7;
  odd = odd * square + 0x1.555555555316dp-5;
  even = even * square + 0x1.555555555555cp-3;
  return square * (0.5 + r * (even + r * odd)) + reduced.low;
}

/// e^r as one rounded number.
INLINE V one_plus(Reduction reduced) {
  Extended head = ordered_sum(all(1), reduced.high);
  return head.high + (head.low + beyond_linear(reduced));
}

/// value*2^n for an integer n, |n| <= 2044, in two steps, so that the result may overflow or be subnormal although no
/// factor is.
INLINE V scaled(V value, V n) {
  // The pattern holds n modulo 2^51 below the exponent of the shift; half of it is the floor of n/2 there.
  B whole = bits(n + ROUNDING_SHIFT);
  B half = whole >> 1;
  return value * power_of_two(half) * power_of_two(whole - half);
}

INLINE V lanes_exp(V x) {
  Reduction reduced = reduce(x);
  // Where neither factor nor result leaves the normal numbers, 2^n is a sum in the exponent.
  V result = number(bits(one_plus(reduced)) + (reduced.exponent << 52));
  return repaired(result, ~(absolutes(x) < 707), x, kernel_unfit_exp);
}

/// (e^x - 1)*2^-n with its rounding error.
INLINE Extended minus_one(Reduction reduced) {
  Extended power = ordered_sum(reduced.high, beyond_linear(reduced));
  V offset = 1 - power_of_two(bits(ROUNDING_SHIFT - at_most(reduced.n, 1000)));
  Extended total = sum(offset, power.high);
  return (Extended){total.high, total.low + power.low};
}

/// e^x - 1 = 2^n*((1 - 2^-n) + (e^r - 1)); 1 - 2^-n is exact for the n that matter.
INLINE V lanes_expm1(V x) {
  Reduction reduced = reduce(at_least(at_most(x, 710), -50));
  Extended total = minus_one(reduced);
  // The result has the sign of x, also where it is zero.
  return with_signs(scaled(total.high + total.low, reduced.n), signs(x));
}
