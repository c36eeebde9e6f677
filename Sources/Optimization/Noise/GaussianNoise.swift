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
    for i in stride(from: 0, to: count, by: 8) {
      let lanes = min(8, count - i)
      let (a, b) = Self.normal(Self.load(x + i, lanes), Self.load(y + i, lanes))
      Self.store(a, x + i, lanes)
      Self.store(b, y + i, lanes)
    }
  }

  /// The stream of gradient noise, apart from what else may be drawn for the same seed and step.
  private static let stream: UInt64 = 0

  /// (k + ½)/2⁵², exactly, with k the upper 52 bits: as the fraction of a number from 1 to 2.
  @inline(__always)
  private static func uniform(_ bits: UInt64) -> Double {
    Double(bitPattern: bits >> 12 | (1.0).bitPattern) - (1 - 0x1p-53)
  }

  /// Two normal numbers from two uniform ones, in every lane.
  @inline(__always)
  private static func normal(_ u: SIMD8<Double>, _ v: SIMD8<Double>) -> (SIMD8<Double>, SIMD8<Double>) {
    let radius = Elementary.sqrt(-2 * Elementary.log(u))
    let (sine, cosine) = Elementary.sincos(2 * Double.pi * v)
    return (radius * cosine, radius * sine)
  }

  @inline(__always)
  private static func load(_ values: UnsafePointer<Double>, _ lanes: Int) -> SIMD8<Double> {
    if lanes == 8 { return UnsafeRawPointer(values).loadUnaligned(as: SIMD8<Double>.self) }
    var result = SIMD8<Double>(repeating: 0.5)
    for lane in 0..<lanes { result[lane] = values[lane] }
    return result
  }

  @inline(__always)
  private static func store(_ result: SIMD8<Double>, _ values: UnsafeMutablePointer<Double>, _ lanes: Int) {
    if lanes == 8 { return UnsafeMutableRawPointer(values).storeBytes(of: result, as: SIMD8<Double>.self) }
    for lane in 0..<lanes { values[lane] = result[lane] }
  }
}
