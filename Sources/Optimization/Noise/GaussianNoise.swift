import LossSurfaces

/// Normal numbers, of mean 0 and standard deviation 1, as a pure function of (seed, step, component).
///
/// From two uniform numbers u and v come the two components of a step: √(−2·ln u)·(cos 2πv, sin 2πv). Any step can be
/// asked for in any order, on any thread, and gives the same bits on every machine.
///
/// The uniform numbers are (k + ½)/2⁵² with 52 random bits k, so a component's magnitude is at most 8.58.
///
/// Inversion (Wichura's AS 241) was tried and is slower: 15 in 100 numbers leave its fast branch, unpredictably.
///
/// Source: Box and Muller (1958).
public struct GaussianNoise: Sendable, Hashable {
  public var seed: UInt64

  public init(seed: UInt64) { self.seed = seed }

  /// The noise in the two components of the gradient that update `step` uses.
  public func pair(at step: Int) -> (x: Double, y: Double) {
    var (x, y) = (0.0, 0.0)
    fill(x: &x, y: &y, count: 1, from: step)
    return (x, y)
  }

  /// The noise of `count` steps from `first` on.
  public func fill(x: UnsafeMutablePointer<Double>, y: UnsafeMutablePointer<Double>, count: Int, from first: Int) {
    for i in 0..<count {
      let counter = UInt64(bitPattern: Int64(first &+ i))
      let (a, b) = Philox.block(counter: counter, stream: Self.stream, key: seed)
      x[i] = Self.uniform(a)
      y[i] = Self.uniform(b)
    }
    Elementary.normalPairs(x, y, count: count)
  }

  /// The stream of gradient noise, apart from what else may be drawn for the same seed and step.
  private static let stream: UInt64 = 0

  /// (k + ½)/2⁵², exactly, with k the upper 52 bits: as the fraction of a number from 1 to 2.
  @inline(__always)
  private static func uniform(_ bits: UInt64) -> Double {
    Double(bitPattern: bits >> 12 | (1.0).bitPattern) - (1 - 0x1p-53)
  }
}
