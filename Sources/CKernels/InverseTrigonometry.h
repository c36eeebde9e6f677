// asin, acos, atan and atan2.
//
// atan: |x| is compared with a centre c of 0, 1/2, 1, 3/2 or infinity, and
//
//     atan |x| = atan c + atan t,   t = (|x| - c)/(1 + c*|x|), or -1/|x| for c infinite,   |t| <= 7/16
//     atan t = t + t^3*A(t^2)                 A of degree 10, |error| < 2^-57 relative
//
// So many centres, since the rounding of t counts less the smaller t is beside atan c, which has two parts.
//
// asin: up to 1/2 asin x = x + x^3*B(x^2), B of degree 12, |error| < 2^-59 relative; above, from the half angle,
// asin x = pi/2 - 2*asin sqrt((1 - x)/2), where the root is taken with its rounding error. acos x = pi/2 - asin x
// likewise.

// pi/4, and pi/2 in two parts.
#define QUARTER_TURN 0x1.921fb54442d18p-1
#define HALF_TURN 0x1.921fb54442d18p+0
#define HALF_TURN_REST 0x1.1a62633145c07p-54

/// 1 - atan(t)/t.
INLINE V arc_tangent_beyond_linear(V t) {
  V z = t * t;
  V w = z * z;
  V even = 0x1.0fc799152aebep-6 * w + 0x1.98f9d7d735885p-5;
  V odd = -0x1.2df5e667e253cp-5 * w - 0x1.de39d8c8499d1p-5;
  even = even * w + 0x1.10ddaed74ca70p-4;
  odd = odd * w - 0x1.3b0ff3ff9f101p-4;
  even = even * w + 0x1.745cea64aec07p-4;
  odd = odd * w - 0x1.c71c7080bbc6ap-4;
  even = even * w + 0x1.2492492217454p-3;
  odd = odd * w - 0x1.9999999995cb4p-3;
  even = even * w + 0x1.5555555555555p-2;
  return z * (even + z * odd);
}

/// atan c and the rest, for x >= 0.
INLINE Extended arc_tangent(V x) {
  V centre = all(0);
  Extended base = {all(0), all(0)};
#define FROM(bound, new_centre, angle, rest)                                                                            \
  {                                                                                                                     \
    M is_beyond = x >= bound;                                                                                           \
    centre = choose(is_beyond, all(new_centre), centre);                                                                \
    base.high = choose(is_beyond, all(angle), base.high);                                                               \
    base.low = choose(is_beyond, all(rest), base.low);                                                                  \
  }
  FROM(0.4375, 0.5, 0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56)
  FROM(0.6875, 1, QUARTER_TURN, HALF_TURN_REST / 2)
  FROM(1.1875, 1.5, 0x1.f730bd281f69bp-1, 0x1.007887af0cbbdp-56)
  FROM(2.4375, 1.5, HALF_TURN, HALF_TURN_REST)
#undef FROM
  M is_far = x >= 2.4375;
  V over = choose(is_far, all(-1), x - centre);
  V under = choose(is_far, x, 1 + centre * x);
  V t = over / under;
  return (Extended){base.high, t - (t * arc_tangent_beyond_linear(t) - base.low)};
}

INLINE V lanes_atan(V x) {
  Extended parts = arc_tangent(absolutes(x));
  return number(bits(parts.high + parts.low) | signs(x));
}

INLINE V lanes_atan2(V y, V x) {
  V ratio = absolutes(y) / absolutes(x);
  Extended parts = arc_tangent(ratio);
  V right = parts.high + parts.low;
  Extended supplement = ordered_sum(all(2 * HALF_TURN), 0 - parts.high);
  V left = supplement.high + ((supplement.low - parts.low) + 2 * HALF_TURN_REST);
  V magnitude = choose(x < 0, left, right);
  // The ratio is nan where both are zero or infinite, or one is nan.
  return repaired2(flipped(magnitude, signs(y)), ~(ratio >= 0), y, x, kernel_unfit_atan2);
}

/// What asin and acos have in common.
typedef struct {
  M is_small;            // |x| < 1/2: the polynomial is in x^2; otherwise it is in (1 - |x|)/2
  V beyond_linear;       // asin(t)/t - 1, for x or for the root
  V root, root_rest;     // sqrt((1 - |x|)/2), the root with 26 bits
  V root_beyond_linear;  // asin of the root, less the root
} ArcSine;

INLINE ArcSine arc_sine(V x) {
  ArcSine parts;
  parts.is_small = absolutes(x) < 0.5;
  V half = 0.5 * (1 - absolutes(x));
  V full = square_roots(half);
  parts.root = cut(full);
  // The smallest root is 2^-27, so the addend changes nothing but 0/0.
  parts.root_rest = (half - parts.root * parts.root) / ((full + parts.root) + 0x1p-1000);
  V z = choose(parts.is_small, x * x, half);
  V w = z * z;
  V even = 0x1.0525476a1c3fap-5 * w + 0x1.5450cf4bf18a2p-6;
  V odd = -0x1.436ee2441ebb5p-6 * w + 0x1.0d96ad8d2b5a1p-8;
  even = even * w + 0x1.5d7cc1db33829p-7;
  odd = odd * w + 0x1.763d17420eb00p-7;
  even = even * w + 0x1.ca074cccf0f67p-7;
  odd = odd * w + 0x1.1c4b0b4c5bd48p-6;
  even = even * w + 0x1.6e8bcd6df354bp-6;
  odd = odd * w + 0x1.f1c71b47cb3a5p-6;
  even = even * w + 0x1.6db6db6fe9c29p-5;
  odd = odd * w + 0x1.3333333331919p-4;
  even = even * w + 0x1.5555555555555p-3;
  parts.beyond_linear = z * (even + z * odd);
  parts.root_beyond_linear = full * parts.beyond_linear;
  return parts;
}

INLINE V lanes_asin(V x) {
  ArcSine parts = arc_sine(x);
  V small = x + x * parts.beyond_linear;
  V twice = 2 * parts.root_beyond_linear - (HALF_TURN_REST - 2 * parts.root_rest);
  V large = QUARTER_TURN - (twice - (QUARTER_TURN - 2 * parts.root));
  return choose(parts.is_small, small, flipped(large, signs(x)));
}

INLINE V lanes_acos(V x) {
  ArcSine parts = arc_sine(x);
  V small = HALF_TURN - (x - (HALF_TURN_REST - x * parts.beyond_linear));
  V beyond = parts.root_rest + parts.root_beyond_linear;
  V positive = 2 * (parts.root + beyond);
  V negative = 2 * (HALF_TURN - (parts.root + (beyond - HALF_TURN_REST)));
  return choose(parts.is_small, small, choose(x < 0, negative, positive));
}
