extension Elementary {
  /// The square root of x, correctly rounded.
  ///
  /// Edge cases: sqrt(±0) = ±0, sqrt(+∞) = +∞, nan where x < 0 or x is nan.
  @inline(__always) public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  /// The square root of x, correctly rounded, in every lane.
  @inline(never) public static func sqrt(_ x: SIMD8<Double>) -> SIMD8<Double> { x.squareRoots() }
}
