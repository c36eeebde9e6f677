// sin, cos and tan.
//
// x = q*pi/2 + (high + low) with q an integer and |high + low| <= pi/4 (a hair more where x/(pi/2) is nearly half an odd
// integer).
//
// Up to ANGLE_BOUND by Cody and Waite's method in three parts: pi/2 = P1 + P2 + P3 with 39, 39 and 53 bits. q has at
// most 14 bits, so q*P1 and q*P2 are exact, and so is x - q*P1, because its bits lie between the last of x and of P1.
// The next difference is taken with its rounding error; Dekker's sum gives it although x - q*P1 may be the smaller part,
// since it is a multiple of the last bit of q*P2 (its own is that of x, at least 2^-53 where q != 0). Right beside a
// multiple of pi/2 the low part may exceed the last bit of the high one, which sine and cosine do not mind. What remains
// unknown is below 2^-114, while no double up to the bound comes nearer than 2^-60 to a multiple of pi/2.
//
// Beyond it by Payne and Hanek's method (AngleReduction.c). Then, by the quadrant q mod 4, the result is one of
//
//     sin r = r + r^3*S(r^2)                S of degree 5, |error| < 2^-57
//     cos r = 1 - r^2/2 + r^4*C(r^2)        C of degree 5, |error| < 2^-63
//
// or its negative, chosen by lane. Reducing by pi with one polynomial on |r| <= pi/2 would be faster by a fifth, but its
// error is 1.3 ulp.

/// 2^14 quarter turns.
#define ANGLE_BOUND 25735

/// x less its quarter turns, whose number is in the low bits of `quadrant`.
typedef struct {
  B quadrant;
  V high, low;
  V square; // of the high part
} Angle;

/// Below this a sine is its angle and a cosine 1, to the last bit.
#define ANGLE_THAT_MATTERS 0x1p-300

/// The square is zero where its powers would underflow: a processor may take fifty times as long for such numbers, and a run
/// that converges to zero passes through them all.
INLINE Angle angle(B quadrant, V high, V low, V magnitude) {
  return (Angle){quadrant, high, low, choose(magnitude > all(ANGLE_THAT_MATTERS), high * high, all(0))};
}

/// For |x| below the bound; otherwise some value of no meaning.
INLINE Angle reduce_angle(V x) {
  V shifted = x * 0x1.45f306dc9c883p-1 + ROUNDING_SHIFT;
  V q = shifted - ROUNDING_SHIFT;
  V first = x - q * 0x1.921fb54440000p+0;
  // Minus q*P2 as q*(-P2), so that -0 stays -0.
  Extended second = ordered_sum(first, q * -0x1.68c234c4c4000p-39);
  // No angle but a tiny one leaves a tiny rest.
  return angle(bits(shifted), second.high, second.low - q * 0x1.3145c06e0e689p-78, absolutes(x));
}

/// Lanes that only the slow way reduces.
INLINE M is_large_angle(V x) { return ~(absolutes(x) < ANGLE_BOUND); }

/// The odd quadrants, where sine and cosine change places.
INLINE M is_odd(Angle a) {
#if WIDTH > 2
  return (M)((a.quadrant & pattern(1)) != pattern(0));
#else
  // 2^52 + (q mod 2), compared as numbers, since SSE2 has no comparison of 64-bit integers.
  return number((a.quadrant & pattern(1)) | pattern(0x4330000000000000)) > 0x1p52;
#endif
}

/// S(r^2) or C(r^2) of the remainder's square, the powers of z in two sums of every other one.
INLINE V sine_series(Angle a) {
  V z = a.square, w = z * z;
  V even = (-0x1.ae5f2b91dc7a8p-26 * w - 0x1.a01a019d8fda7p-13) * w;
  V odd = (0x1.5dc68aae80348p-33 * w + 0x1.71de3694df204p-19) * w + 0x1.11111111106f4p-7;
  return even + z * odd;
}

INLINE V cosine_series(Angle a) {
  V z = a.square, w = z * z;
  V even = (0x1.1eea8c9ecaffdp-29 * w + 0x1.a01a019e3998ap-16) * w + 0x1.5555555555555p-5;
  V odd = (-0x1.8ffbf233ee1dcp-37 * w - 0x1.27e4f90aee9d1p-22) * w - 0x1.6c16c16c16314p-10;
  return even + z * odd;
}

/// The series of the cosine in the lanes that are selected, that of the sine in the others. With AVX-512 six choices among
/// coefficients cost less than a second series.
INLINE V chosen_series(M is_cosine, Angle a) {
#if WIDTH >= 8
#define EITHER(ofSine, ofCosine) choose(is_cosine, all(ofCosine), all(ofSine))
  V z = a.square, w = z * z;
  V even = (EITHER(-0x1.ae5f2b91dc7a8p-26, 0x1.1eea8c9ecaffdp-29) * w +
            EITHER(-0x1.a01a019d8fda7p-13, 0x1.a01a019e3998ap-16)) * w +
           EITHER(0, 0x1.5555555555555p-5);
  V odd = (EITHER(0x1.5dc68aae80348p-33, -0x1.8ffbf233ee1dcp-37) * w +
           EITHER(0x1.71de3694df204p-19, -0x1.27e4f90aee9d1p-22)) * w +
          EITHER(0x1.11111111106f4p-7, -0x1.6c16c16c16314p-10);
#undef EITHER
  return even + z * odd;
#else
  return choose(is_cosine, cosine_series(a), sine_series(a));
#endif
}

/// sin(high + low) = sin high + low*cos high, where cos high = 1 - high^2/2 is enough. The high part is the rounded
/// result, the low part what the rounding left.
INLINE Extended sine_of_remainder(Angle a, V series) {
  V cube = a.high * a.square;
  V rest = (a.square * (0.5 * a.low - a.high * series) - a.low) + cube * 0x1.5555555555555p-3;
  // high - rest instead of high + (-rest) keeps the sign of -0.
  V sine = a.high - rest;
  return (Extended){sine, (a.high - sine) - rest};
}

/// cos(high + low) = cos high - low*sin high. 1 - r^2/2 is taken with its rounding error, so that only the last rounding
/// counts; without it the error is just above 1 ulp.
INLINE Extended cosine_of_remainder(Angle a, V series) {
  V half = 0.5 * a.square;
  V head = 1 - half;
  return ordered_sum(head, ((1 - head) - half) + (a.square * a.square * series - a.high * a.low));
}

INLINE V sine(Angle a) {
  M odd = is_odd(a);
  V series = chosen_series(odd, a);
  V value = choose(odd, cosine_of_remainder(a, series).high, sine_of_remainder(a, series).high);
  return flipped(value, (a.quadrant << 62) & pattern(0x8000000000000000));
}

INLINE V cosine(Angle a) {
  M odd = is_odd(a);
  V series = chosen_series(~odd, a);
  V value = choose(odd, sine_of_remainder(a, series).high, cosine_of_remainder(a, series).high);
  return flipped(value, ((a.quadrant + pattern(1)) << 62) & pattern(0x8000000000000000));
}

/// sin/cos in even quadrants, -cos/sin in odd ones. The quotient is corrected by the low parts of both.
INLINE V tangent(Angle a) {
  Extended s = sine_of_remainder(a, sine_series(a)), c = cosine_of_remainder(a, cosine_series(a));
  M odd = is_odd(a);
  V over = choose(odd, c.high, s.high), under = choose(odd, s.high, c.high);
  V over_rest = choose(odd, c.low, s.low), under_rest = choose(odd, s.low, c.low);
  V quotient = over / under;
  return flipped(quotient + (over_rest - quotient * under_rest) / under, a.quadrant << 63);
}

INLINE V lanes_sin(V x) { return repaired(sine(reduce_angle(x)), is_large_angle(x), x, kernel_unfit_sin); }

INLINE V lanes_cos(V x) { return repaired(cosine(reduce_angle(x)), is_large_angle(x), x, kernel_unfit_cos); }

INLINE V lanes_tan(V x) {
  // Of |x|, so that -0 stays -0.
  V magnitude = absolutes(x);
  V result = repaired(tangent(reduce_angle(magnitude)), is_large_angle(x), magnitude, kernel_unfit_tan);
  return flipped(result, signs(x));
}
