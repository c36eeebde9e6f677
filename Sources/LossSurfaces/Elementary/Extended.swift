/// An unevaluated sum high + low of about 106 bits: numbers twice as precise as `Double`, for the few places in the
/// kernels that need them.
struct Extended<L: Lanes> {
  var high: L
  var low: L

  @inline(__always) init(_ high: L, _ low: L) {
    self.high = high
    self.low = low
  }

  /// a + b without error (Knuth 1969), whichever is larger.
  @inline(__always) static func sum(_ a: L, _ b: L) -> Self {
    let sum = a + b
    let other = sum - a
    return Self(sum, (a - (sum - other)) + (b - other))
  }

  /// a + b without error where |a| ≥ |b| or a = 0 (Dekker 1971).
  @inline(__always) static func orderedSum(_ a: L, _ b: L) -> Self {
    let sum = a + b
    return Self(sum, b - (sum - a))
  }

  /// a·b with an error below 2⁻¹⁰⁴ of the product. The factors are cut below their 26th bit by a mask, which is
  /// cheaper than Dekker's multiplication by 2²⁷ + 1 and cannot overflow.
  @inline(__always) static func product(_ a: L, _ b: L) -> Self {
    let product = a * b
    let (a₁, b₁) = (a.cut, b.cut)
    let (a₂, b₂) = (a - a₁, b - b₁)
    return Self(product, ((a₁ * b₁ - product) + (a₁ * b₂ + a₂ * b₁)) + a₂ * b₂)
  }
}

extension Lanes {
  /// The value without the low 27 bits of its significand, so that a product of two such values is exact.
  @inline(__always) var cut: Self { Self(bits: bits & .all(0xFFFF_FFFF_F800_0000)) }
}
