// Unevaluated sums high + low of about 106 bits, for the few places that need twice the precision.

typedef struct {
  V high, low;
} Extended;

/// a + b without error (Knuth 1969), whichever is larger.
INLINE Extended sum(V a, V b) {
  V sum = a + b;
  V other = sum - a;
  return (Extended){sum, (a - (sum - other)) + (b - other)};
}

/// a + b without error where |a| >= |b| or a = 0 (Dekker 1971).
INLINE Extended ordered_sum(V a, V b) {
  V sum = a + b;
  return (Extended){sum, b - (sum - a)};
}

/// The value without the low 27 bits of its significand, so that a product of two such values is exact.
INLINE V cut(V x) { return number(bits(x) & pattern(0xFFFFFFFFF8000000)); }

/// a*b with an error below 2^-104 of the product. The factors are cut below their 26th bit by a mask, which is cheaper
/// than Dekker's multiplication by 2^27 + 1 and cannot overflow.
INLINE Extended product(V a, V b) {
  V product = a * b;
  V a1 = cut(a), b1 = cut(b);
  V a2 = a - a1, b2 = b - b1;
  return (Extended){product, ((a1 * b1 - product) + (a1 * b2 + a2 * b1)) + a2 * b2};
}

INLINE Extended extended_product(Extended a, Extended b) {
  Extended head = product(a.high, b.high);
  return (Extended){head.high, head.low + (a.high * b.low + a.low * b.high)};
}
