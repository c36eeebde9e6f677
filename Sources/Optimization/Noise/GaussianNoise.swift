/// Normal numbers, of mean 0 and standard deviation 1, as a pure function of (seed, step, component).
///
/// Any step can be asked for in any order, on any thread, and gives the same bits on every machine: whole numbers,
/// then the five operations that IEEE 754 fixes, and one logarithm of ours.
///
/// The uniform number behind each is (k + ½)/2⁵² with 52 random bits k, so the largest magnitude is 8.21.
struct GaussianNoise: Sendable, Hashable {
  var seed: UInt64

  /// The noise in the two components of the gradient that update `step` uses.
  @inline(__always)
  func pair(at step: Int) -> SIMD2<Double> {
    let (a, b) = Philox.block(counter: UInt64(bitPattern: Int64(step)), stream: Self.stream, key: seed)
    return SIMD2(NormalQuantile.value(offset: Self.offset(a)), NormalQuantile.value(offset: Self.offset(b)))
  }

  /// The noise of `count` steps from `first` on.
  func fill(_ noise: UnsafeMutablePointer<SIMD2<Double>>, count: Int, from first: Int) {
    for i in 0..<count { noise[i] = pair(at: first + i) }
  }

  /// The stream of gradient noise, apart from what else may be drawn for the same seed and step.
  private static let stream: UInt64 = 0

  /// (k + ½)/2⁵² − ½, exactly, with k the upper 52 bits.
  @inline(__always)
  private static func offset(_ bits: UInt64) -> Double {
    (Double(Int64(bits >> 12) - 1 << 51) + 0.5) * 0x1p-52
  }
}
