/// The operations that choose between values, for one number and for eight; nan goes through all of them.
enum Choice {
  @inline(__always)
  static func minimum(_ a: Double, _ b: Double) -> Double { a <= b ? a : b <= a ? b : a + b }

  @inline(__always)
  static func maximum(_ a: Double, _ b: Double) -> Double { a >= b ? a : b >= a ? b : a + b }

  @inline(__always)
  static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x }

  @inline(__always)
  static func finiteOrZero(_ x: Double) -> Double { x - x == 0 ? x : 0 }

  @inline(__always)
  static func minimum(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    (a + b).replacing(with: b, where: b .<= a).replacing(with: a, where: a .<= b)
  }

  @inline(__always)
  static func maximum(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    (a + b).replacing(with: b, where: b .>= a).replacing(with: a, where: a .>= b)
  }

  @inline(__always)
  static func absolute(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let magnitude = SIMD8<UInt64>(repeating: 0x7fff_ffff_ffff_ffff)
    return unsafeBitCast(unsafeBitCast(x, to: SIMD8<UInt64>.self) & magnitude, to: SIMD8<Double>.self)
  }

  @inline(__always)
  static func sign(_ x: SIMD8<Double>) -> SIMD8<Double> {
    x.replacing(with: 0, where: x .== 0).replacing(with: 1, where: x .> 0).replacing(with: -1, where: x .< 0)
  }

  @inline(__always)
  static func finiteOrZero(_ x: SIMD8<Double>) -> SIMD8<Double> {
    SIMD8<Double>(repeating: 0).replacing(with: x, where: (x - x) .== 0)
  }
}
